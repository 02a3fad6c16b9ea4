import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setImmediate as turn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { openStore, readStoreConfig } from '../../store/open-store.ts'
import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'
import { LAN } from './builders.ts'
import { stateOf } from './processes/states.ts'

const KILLS = 20
const WRITER = fileURLToPath(new URL('./processes/write-on.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jiyao-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Kills a writer while it writes its third change or a later one, some turns of the loop after it has begun; the last one that it said it wrote. */
const killInMidWrite = async (env: Record<string, string>, from: number, round: number): Promise<number> => {
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, String(from)], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  let wrote = from - 1
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, at] = line.split(' ')
    if (word === 'wrote') wrote = Number(at)
    if (word !== 'writing' || Number(at) < from + 2) continue
    for (let turns = 0; turns < round * 200; turns++) await turn()
    child.kill('SIGKILL')
  }
  await gone
  return wrote
}

const survives = async (env: Record<string, string>): Promise<void> => {
  let next = 0
  let between = 0
  for (let round = 0; round < KILLS; round++) {
    const wrote = await killInMidWrite(env, next, round)
    expect(wrote).toBeGreaterThan(next)
    const store = await openStore(readStoreConfig(env), { readers: 0 })
    const { base, nodes } = await store.fingerprints(LAN.id)
    const summary = await store.jurisdiction(LAN.id)
    await store.close()
    const found = [wrote, wrote + 1].map(stateOf).find(({ hash }) => hash === base)
    // What was acknowledged is there; beyond that, at most the change that was under way, and of each all or nothing.
    expect(nodes).toEqual(found?.nodes)
    expect(summary?.counts.department).toBe(found?.nodes.size)
    if (base === stateOf(wrote).hash) between++
    next = (base === stateOf(wrote).hash ? wrote : wrote + 1) + 1
  }
  // Kills that all came too late would show nothing.
  expect(between).toBeGreaterThan(0)
}

describe(`a writer that is killed ${KILLS} times in mid-write leaves whole changes, and all that it had acknowledged:`, () => {
  test('in SQLite', () => survives({ DATA_DIR: join(folder, 'sqlite') }), 300_000)

  describeWithNeo4j('with a server', () => {
    const server = borrowNeo4j()
    test(
      'in Neo4j',
      () => survives({ DATA_DIR: join(folder, 'neo4j'), NEO4J_URI: server.uri, NEO4J_PASSWORD: server.password }),
      600_000,
    )
  })
})
