/**
 * `npm run bench:serve [-- --stores FOLDER] [--seconds N] [--soak MINUTES]`: how many questions a server answers, how long each waits, and
 * what memory that takes, on both stores. `--stores` is a folder with folders that `bench:store -- --keep FOLDER/SIZE SIZE` has filled;
 * without it a small city is made.
 * Writes bench/serve.md.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { startNeo4j } from '../scripts/neo4j/start.ts'
import { openNeo4j } from '../store/neo4j/open-neo4j.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { machineLines } from './machine.ts'
import { type ServerProcess, startServer } from './serve-process.ts'
import { MIX, type Question, questionsFor } from './serve-questions.ts'
import { soak } from './serve-soak.ts'
import { changeOfCity } from './store-city.ts'
import { tableOf } from './table.ts'

const REPORT = fileURLToPath(new URL('serve.md', import.meta.url))
const CACHE = fileURLToPath(new URL('../.cache/neo4j', import.meta.url))
const PASSWORD = 'bench-bench'
const CONNECTIONS = [1, 10, 50]
const QUESTIONS = 500
const ALONE = 20
const OWN_MEETINGS = 100

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)

const load = (base: string, questions: readonly Question[], connections: number, seconds: number) => {
  let started = 0
  return autocannon({
    url: new URL(base).origin,
    connections,
    duration: seconds,
    timeout: 60,
    setupClient: (client) => {
      // Each connection begins elsewhere in the list, so that they do not all ask the same at once.
      const from = (started++ * 37) % questions.length
      const turned = [...questions.slice(from), ...questions.slice(0, from)]
      client.setRequests(
        turned.map(({ path }) => ({ method: 'GET', path: `/api${path}`, headers: { 'accept-encoding': 'gzip' } })),
      )
    },
  })
}

/** Each kind of question alone, one after the other, in milliseconds. */
const alone = async (base: string, questions: readonly Question[]): Promise<string[][]> => {
  const rows: string[][] = []
  for (const [name] of MIX) {
    const mine = questions.filter((one) => one.name === name).slice(0, ALONE)
    const times: number[] = []
    for (const { path } of mine) {
      const start = performance.now()
      await (await fetch(base + path)).arrayBuffer()
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(0)
    rows.push([name, at(0.5), at(0.95)])
  }
  return rows
}

type Measured = { rows: string[][]; alone: string[][] }

const measure = async (name: string, server: ServerProcess, seconds: number): Promise<Measured> => {
  const questions = await questionsFor(server.base, QUESTIONS)
  await load(server.base, questions, 5, Math.min(10, seconds))
  const singly = await alone(server.base, questions)
  const rows: string[][] = []
  for (const connections of CONNECTIONS) {
    const before = await server.memory()
    let peak = 0
    const watch = setInterval(() => (peak = Math.max(peak, server.resident())), 250)
    const { requests, latency, errors, timeouts, non2xx } = await load(server.base, questions, connections, seconds)
    clearInterval(watch)
    const after = await server.memory()
    rows.push(
      [name, connections, requests.average.toFixed(0), latency.p50, latency.p99, errors + timeouts + non2xx]
        .map(String)
        .concat([before.heap, after.heap, before.resident, peak, after.resident].map(megabytes)),
    )
    console.error(rows.at(-1)?.join(' '), `load ${loadavg()[0]?.toFixed(1)}`)
  }
  return { rows, alone: singly }
}

/** Stores that are loaded, each in a folder named for its size, as `bench:store -- --keep FOLDER/SIZE SIZE` leaves it. */
const kept = (folder: string): (readonly [size: string, folder: string])[] =>
  readdirSync(folder).flatMap((size) =>
    existsSync(join(folder, size, 'kept.json')) ? [[size, join(folder, size)] as const] : [],
  )

const ownStore = async (folder: string): Promise<void> => {
  const change = await changeOfCity(0, OWN_MEETINGS)
  const sqlite = await openSqlite({ file: join(folder, 'store.sqlite'), readers: 0 })
  await sqlite.commit(change)
  await sqlite.close()
  const server = await startNeo4j({ folder: join(folder, 'neo4j'), cache: CACHE, password: PASSWORD })
  const neo4j = await openNeo4j({ uri: server.uri, user: server.user, password: PASSWORD })
  await neo4j.commit(change)
  await neo4j.close()
  await server.stop()
}

const HEAD = [
  'store',
  'connections',
  'a second',
  'p50, ms',
  'p99, ms',
  'errors',
  'heap before',
  'after',
  'resident before',
  'at most',
  'after',
]

type Options = { seconds: number; soak: number }

const section = async (size: string, from: string, work: string, options: Options): Promise<string[]> => {
  mkdirSync(join(work, 'data'), { recursive: true })
  // With the log of what is not yet in the file itself.
  for (const end of ['', '-wal'])
    if (existsSync(join(from, `store.sqlite${end}`)))
      cpSync(join(from, `store.sqlite${end}`), join(work, 'data', `jiyao.sqlite${end}`))
  cpSync(join(from, 'neo4j'), join(work, 'neo4j'), { recursive: true })
  const began = loadavg()[0] ?? 0
  const first = await startServer({ DATA_DIR: join(work, 'data') })
  const sqlite = await measure('SQLite', first, options.seconds)
  await first.stop()
  const database = await startNeo4j({ folder: join(work, 'neo4j'), cache: CACHE, password: PASSWORD })
  const second = await startServer({
    DATA_DIR: join(work, 'data-neo4j'),
    NEO4J_URI: database.uri,
    NEO4J_PASSWORD: PASSWORD,
  })
  const neo4j = await measure('Neo4j', second, options.seconds)
  await second.stop()
  await database.stop()
  const soaked = options.soak > 0 ? await soak(join(work, 'data'), options.soak) : []
  return [
    `## ${size.replace('x', ' × ')} meetings`,
    '',
    `${options.seconds} s at each number of connections; load of the machine ${began.toFixed(1)} when it began, ${loadavg()[0]?.toFixed(1)} at the end. Memory is the server's own, in MB; the heap is what is left after its garbage is collected.`,
    '',
    ...tableOf(HEAD, [...sqlite.rows, ...neo4j.rows]),
    '',
    'Each question alone, one after the other, in milliseconds as a client waits for them:',
    '',
    ...tableOf(
      ['question', 'SQLite p50', 'p95', 'Neo4j p50', 'p95'],
      sqlite.alone.map((row, at) => [...row, ...(neo4j.alone[at]?.slice(1) ?? [])]),
    ),
    '',
    ...soaked,
  ]
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      stores: { type: 'string' },
      seconds: { type: 'string', default: '20' },
      soak: { type: 'string', default: '10' },
    },
  })
  const machine = machineLines('npm run bench:serve', new Date())
  const work = mkdtempSync(join(tmpdir(), 'jiyao-bench-serve-'))
  const sections: string[] = []
  try {
    const own = join(work, 'own')
    mkdirSync(own)
    if (values.stores === undefined) await ownStore(own)
    const stores = values.stores === undefined ? [[`1x${OWN_MEETINGS}`, own] as const] : kept(values.stores)
    for (const [at, [size, from]] of stores.entries()) {
      const options = { seconds: Number(values.seconds), soak: at === stores.length - 1 ? Number(values.soak) : 0 }
      sections.push(...(await section(size, from, join(work, size), options)))
      rmSync(join(work, size), { recursive: true, force: true })
      await pause(0)
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  const report = [
    '# What a server bears',
    '',
    ...machine,
    '',
    'The server as a process of its own, asked over HTTP by autocannon from the same machine, in a closed loop: each connection asks its next question when',
    `the last one is answered. ${QUESTIONS} questions as the pages ask them (${MIX.length} kinds, about the largest place in the store), drawn once and the same for both stores.`,
    '',
    ...sections,
  ].join('\n')
  writeFileSync(REPORT, report)
  console.log(report)
}

await main()
