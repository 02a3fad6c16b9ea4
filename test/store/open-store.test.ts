import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { BadEnvironment } from '../../store/environment.ts'
import { dataFolder, openStore, readStoreConfig } from '../../store/open-store.ts'
import { StoreUnavailable } from '../../store/port.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiyao-open-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const refusal = (env: Record<string, string>): string => {
  try {
    readStoreConfig(env)
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(BadEnvironment)
    return error instanceof Error ? error.message : ''
  }
}

test('with nothing set the store is a file below data/', () => {
  expect(readStoreConfig({})).toEqual({ kind: 'sqlite', file: resolve('data', 'jiyao.sqlite') })
})

test('DATA_DIR names the folder; set to nothing it counts as not set', () => {
  expect(readStoreConfig({ DATA_DIR: '/srv/jiyao' })).toEqual({ kind: 'sqlite', file: '/srv/jiyao/jiyao.sqlite' })
  expect(readStoreConfig({ DATA_DIR: ' ' })).toEqual(readStoreConfig({}))
})

test('NEO4J_URI and its password choose a Neo4j server', () => {
  const env = { NEO4J_URI: 'neo4j://db:7687', NEO4J_PASSWORD: 'sesame' }
  const chosen = { kind: 'neo4j', folder: resolve('data'), uri: 'neo4j://db:7687', password: 'sesame' }
  expect(readStoreConfig(env)).toEqual({ ...chosen, user: 'neo4j', database: null })
  const more = { ...env, NEO4J_USER: 'me', NEO4J_DATABASE: 'minutes' }
  expect(readStoreConfig(more)).toEqual({ ...chosen, user: 'me', database: 'minutes' })
})

test.each([
  ['http://db:7474', /^NEO4J_URI=http:\/\/db:7474: expected an address such as neo4j:\/\//],
  ['db:7687', /^NEO4J_URI=db:7687: expected an address/],
  ['neo4j://me:sesame@db', /^NEO4J_URI=neo4j:\/\/\(not shown\)@db: .*without user and password/],
])('%s is no address of a Neo4j server', (uri, message) => {
  expect(refusal({ NEO4J_URI: uri, NEO4J_PASSWORD: 'sesame' })).toMatch(message)
  expect(refusal({ NEO4J_URI: uri, NEO4J_PASSWORD: 'sesame' })).not.toContain('sesame')
})

test('what does not go together is told', () => {
  expect(refusal({ NEO4J_URI: 'neo4j://db' })).toMatch(/set NEO4J_PASSWORD as well/)
  expect(refusal({ NEO4J_PASSWORD: 'sesame' })).toMatch(/^NEO4J_PASSWORD is set and NEO4J_URI is not/)
  expect(refusal({ NEO4J_DATABASE: 'minutes' })).toMatch(/^NEO4J_DATABASE is set and NEO4J_URI is not/)
})

test('Neo4j variables that are set to nothing are as good as unset', () => {
  expect(refusal({ NEO4J_URI: '', NEO4J_PASSWORD: ' ' })).toBe('')
})

test('opening makes the folder', async () => {
  const config = readStoreConfig({ DATA_DIR: join(folder, 'a', 'b') })
  const store = await openStore(config, { readers: 0 })
  expect(await store.jurisdictions()).toEqual([])
  await store.close()
  expect(existsSync(join(dataFolder(config), 'jiyao.sqlite'))).toBe(true)
})

test('a folder that cannot be made is told in words', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const opening = openStore(readStoreConfig({ DATA_DIR: join(file, 'below') }))
  await expect(opening).rejects.toThrow(StoreUnavailable)
  await expect(opening).rejects.toThrow(/cannot be made.*DATA_DIR/s)
})
