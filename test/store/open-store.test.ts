import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { BadEnvironment } from '../../store/environment.ts'
import { openStore, readStoreConfig } from '../../store/open-store.ts'
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
  expect(readStoreConfig({ DATA_DIR: '/srv/jiyao' }).file).toBe('/srv/jiyao/jiyao.sqlite')
  expect(readStoreConfig({ DATA_DIR: ' ' })).toEqual(readStoreConfig({}))
})

test('a Neo4j server is refused by name and value, and says what to do', () => {
  expect(refusal({ NEO4J_URI: 'neo4j://db:7687' })).toMatch(/^NEO4J_URI=neo4j:\/\/db:7687: .*SQLite only; unset/)
})

test('each variable that is wrong has a line, and no password is ever printed', () => {
  const message = refusal({ NEO4J_URI: 'neo4j://me:sesame@db', NEO4J_USER: 'me', NEO4J_PASSWORD: 'sesame' })
  expect(message.split('\n').map((line) => line.split(/[= ]/)[0])).toEqual([
    'NEO4J_URI',
    'NEO4J_USER',
    'NEO4J_PASSWORD',
  ])
  expect(message).not.toContain('sesame')
})

test('Neo4j variables that are set to nothing are as good as unset', () => {
  expect(refusal({ NEO4J_URI: '', NEO4J_PASSWORD: ' ' })).toBe('')
})

test('opening makes the folder', async () => {
  const config = readStoreConfig({ DATA_DIR: join(folder, 'a', 'b') })
  const store = await openStore(config, { readers: 0 })
  expect(await store.jurisdictions()).toEqual([])
  await store.close()
  expect(existsSync(config.file)).toBe(true)
})

test('a folder that cannot be made is told in words', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const opening = openStore(readStoreConfig({ DATA_DIR: join(file, 'below') }))
  await expect(opening).rejects.toThrow(StoreUnavailable)
  await expect(opening).rejects.toThrow(/cannot be made.*DATA_DIR/s)
})
