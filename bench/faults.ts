/**
 * `npm run bench:faults [-- --seed WORD] [--share N]`: server, `ingest` and Neo4j killed at random moments under load, a disk that is full, a
 * database that is slow, silent or cut off: what was acknowledged and is lost, and how long until it answers again. Writes bench/faults.md.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ingestGiven } from '../ingest/pipeline.ts'
import { emptyReport } from '../ingest/report.ts'
import { type RunningNeo4j, startNeo4j } from '../scripts/neo4j/start.ts'
import { createRng, type Rng } from '../scripts/samples/prng.ts'
import { openNeo4j } from '../store/neo4j/open-neo4j.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { type KillTally, killServer } from '../test/fuzz/kill-server.ts'
import { Desk } from '../test/ingest/command-line.ts'
import { killIngest, type Tally } from '../test/ingest/kill-ingest.ts'
import { smallMinutes } from '../test/ingest/small-minutes.ts'
import { type Proxy, startProxy } from './faults-proxy.ts'
import { machineLines } from './machine.ts'
import { startServer } from './serve-process.ts'
import { tableOf } from './table.ts'

const REPORT = fileURLToPath(new URL('faults.md', import.meta.url))
const CACHE = fileURLToPath(new URL('../.cache/neo4j', import.meta.url))
const PASSWORD = 'bench-bench'
const ROUNDS = { server: 25, ingest: 15, neo4j: 12 }
const WATCHER = { file: () => undefined, writing: () => undefined, stop: new AbortController().signal }

type Work = { folder: string; rng: Rng; share: number }

const times = (count: number, { share }: Work): number => Math.max(2, Math.round(count * share))
const seconds = (values: readonly number[]): string => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => ((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) / 1000).toFixed(1)
  return `${at(0.5)} / ${at(1)}`
}

const oneFile = (nth: number) => ({
  name: `d${nth}.txt`,
  bytes: Buffer.from(
    smallMinutes({
      ordinal: nth,
      date: [2010 + (nth % 14), 1 + (nth % 12), 1 + (nth % 28)],
      title: `第${nth}号管理办法`,
    }),
  ),
})

/** True when the store has taken it; false for a trouble that the store tells of in its own words. */
const write = async (store: Store, nth: number): Promise<boolean> => {
  try {
    await ingestGiven(store, [oneFile(nth)], emptyReport(), WATCHER)
    return true
  } catch (error) {
    if (error instanceof StoreUnavailable) return false
    throw error
  }
}

const missing = async (store: Store, acknowledged: readonly number[]): Promise<number> => {
  const names = new Set((await store.documentHeads()).map(({ name }) => name))
  return acknowledged.filter((nth) => !names.has(`d${nth}.txt`)).length
}

/** One writer and one reader beside each other, while the server is killed at a random moment of each round. */
const killNeo4j = async (work: Work): Promise<string[]> => {
  const folder = join(work.folder, 'neo4j-killed')
  mkdirSync(folder)
  let server: RunningNeo4j = await startNeo4j({ folder, cache: CACHE, password: PASSWORD, heap: '512m' })
  const open = () => openNeo4j({ uri: server.uri, user: server.user, password: PASSWORD, readTimeout: 10_000 })
  const acknowledged: number[] = []
  const recovery: number[] = []
  const tally = { refused: 0, lost: 0, nth: 0 }
  const rounds = times(ROUNDS.neo4j, work)
  const store = await open()
  for (let round = 0; round < rounds; round++) {
    const killed = new AbortController()
    const writing = (async () => {
      for (let more = 0; more < 40 && !killed.signal.aborted; more++) {
        const nth = ++tally.nth
        if (await write(store, nth)) acknowledged.push(nth)
        else tally.refused++
      }
    })()
    // A server that has just begun is slow: what is killed must have had the time to take something.
    const before = acknowledged.length
    for (let waited = 0; acknowledged.length === before && waited < 200; waited++) await pause(100)
    await pause(work.rng.next() * 1500)
    await server.kill()
    killed.abort()
    await writing
    const since = performance.now()
    server = await startNeo4j({ folder, cache: CACHE, password: PASSWORD, heap: '512m', port: server.port })
    // The same store, never told: it finds the server again by itself.
    while (
      !(await store.jurisdictions().then(
        () => true,
        (error: unknown) => {
          if (error instanceof StoreUnavailable) return false
          throw error
        },
      ))
    );
    recovery.push(performance.now() - since)
    tally.lost += await missing(store, acknowledged)
    console.error(`Neo4j, round ${round + 1}: ${acknowledged.length} acknowledged, ${tally.lost} lost`)
  }
  await store.close()
  await server.stop()
  return ['Neo4j, under `ingest`', rounds, acknowledged.length, tally.refused, tally.lost, 0, seconds(recovery)].map(
    String,
  )
}

const serverRow = ({ rounds, acknowledged, cut, lost, torn, wrong, recovery }: KillTally): string[] =>
  ['server, under uploads and reads (SQLite)', rounds, acknowledged, cut + wrong, lost, torn, seconds(recovery)].map(
    String,
  )

const ingestRow = ({ kills, before, acknowledged, missing: lost, torn }: Tally): string[] =>
  ['`ingest`, writing three places (SQLite)', kills, acknowledged, before, lost, torn, 'not waited for'].map(String)

const killIngestHere = async (work: Work): Promise<string[]> => {
  const desk = new Desk()
  try {
    return ingestRow(await killIngest(desk, {}, times(ROUNDS.ingest, work)))
  } finally {
    desk.clear()
  }
}

type Case = readonly [what: string, came: string]

/** Written until there is no room; then what was acknowledged is read, room is made, and the next one is written. */
const untilFull = async (folder: string, makeRoom: () => void): Promise<string> => {
  const file = join(folder, 'jiyao.sqlite')
  const store = await openSqlite({ file, readers: 1 })
  const acknowledged: number[] = []
  let nth = 1
  for (; nth < 400 && (await write(store, nth)); nth++) acknowledged.push(nth)
  const told = `${acknowledged.length} documents acknowledged, the next one refused`
  const lost = await missing(store, acknowledged)
  makeRoom()
  const after = await write(store, nth)
  await store.close()
  const again = await openSqlite({ file, readers: 0 })
  const lostLater = await missing(again, acknowledged)
  await again.close()
  return `${told}; ${lost} lost; with room again the next one is ${after ? 'written' : 'refused'}, ${lostLater} lost`
}

const fullDisk = async ({ folder }: Work): Promise<Case> => {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    return ['a disk of 3 MB that is full', 'not tried: this user may not mount one']
  }
  try {
    const ballast = join(disk, 'ballast')
    writeFileSync(ballast, Buffer.alloc(1_500_000))
    return ['a disk of 3 MB that is full', await untilFull(disk, () => rmSync(ballast))]
  } finally {
    // Lazily: where the trial broke off, a file in it is open still.
    execFileSync('umount', ['-l', disk])
  }
}

const asked = async (store: Store): Promise<string> => {
  const start = performance.now()
  const answer = await store.jurisdictions().then(
    () => 'answered',
    (error: unknown) => {
      if (error instanceof StoreUnavailable)
        return `refused: ${error.message.replaceAll(/127\.0\.0\.1:\d+/gu, 'ADDRESS')}`
      throw error
    },
  )
  return `${answer}, after ${((performance.now() - start) / 1000).toFixed(1)} s`
}

const behindProxy = async ({ folder }: Work): Promise<Case[]> => {
  const place = join(folder, 'neo4j-slow')
  mkdirSync(place)
  const server = await startNeo4j({ folder: place, cache: CACHE, password: PASSWORD, heap: '512m' })
  const proxy: Proxy = await startProxy(server.port)
  // Not routed: the server would name its own port, and the proxy would be passed by.
  const store = await openNeo4j({
    uri: `bolt://127.0.0.1:${proxy.port}`,
    user: server.user,
    password: PASSWORD,
    readTimeout: 5_000,
  })
  const cases: Case[] = []
  try {
    await write(store, 1)
    cases.push(['Neo4j as it is', await asked(store)])
    proxy.delay = 300
    cases.push(['each message 300 ms late', await asked(store)])
    proxy.delay = 0
    proxy.silent = true
    const since = performance.now()
    const waited = await Promise.race([asked(store), pause(120_000).then(() => 'still waiting after 120 s')])
    cases.push(['connections that stay open and say nothing', waited])
    proxy.silent = false
    proxy.cut()
    cases.push([
      `the same, when the way is back (${((performance.now() - since) / 1000).toFixed(0)} s later)`,
      await asked(store),
    ])
    proxy.cut()
    cases.push(['connections cut, the server being there', await asked(store)])
  } finally {
    await store.close()
    await proxy.close()
    await server.stop()
  }
  return cases
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: 'faults' }, share: { type: 'string', default: '1' } },
  })
  const machine = machineLines('npm run bench:faults', new Date())
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-bench-faults-'))
  const work: Work = { folder, rng: createRng(values.seed), share: Number(values.share) }
  try {
    mkdirSync(join(folder, 'server'))
    const start = () => startServer({ DATA_DIR: join(folder, 'server') })
    const rows = [serverRow(await killServer(start, times(ROUNDS.server, work), work.rng))]
    console.error(rows[0]?.join(' '))
    rows.push(await killIngestHere(work))
    console.error(rows[1]?.join(' '))
    rows.push(await killNeo4j(work))
    const cases = [await fullDisk(work), ...(await behindProxy(work))]
    const report = [
      '# What faults leave',
      '',
      ...machine,
      '',
      `Killed by \`kill -9\` at moments drawn from a seed (\`${values.seed}\`), under load. Acknowledged is what the program had said is written. An upload or a place that was under`,
      'way must be found whole or not at all. Recovery is from the start of the process to its first answer over the same store.',
      '',
      ...tableOf(
        [
          'what was killed',
          'rounds',
          'acknowledged',
          'not acknowledged',
          'lost',
          'in part',
          'recovery, s (median / longest)',
        ],
        rows,
      ),
      '',
      ...tableOf(
        ['what was wrong', 'what came of it'],
        cases.map((one) => [...one]),
      ),
      '',
    ].join('\n')
    if (work.share >= 1) writeFileSync(REPORT, report)
    console.log(report)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
