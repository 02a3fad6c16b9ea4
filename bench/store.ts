/**
 * `npm run bench:store [-- SIZE …]`: how long the stores take to be filled and to answer. A size is CITIESxMEETINGS; 1x100, 2x500 and
 * 20x500 if none is named. Writes bench/store.md; sizes that are not measured this time keep their tables.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RunningNeo4j, startNeo4j } from '../scripts/neo4j/start.ts'
import { openNeo4j } from '../store/neo4j/open-neo4j.ts'
import type { Change, Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { machineLines } from './machine.ts'
import { bareNeo4j, bareSqlite, changeOfCity } from './store-city.ts'
import { QUESTIONS, type Subjects } from './store-questions.ts'
import { tableOf } from './table.ts'

const REPORT = fileURLToPath(new URL('store.md', import.meta.url))
const CACHE = fileURLToPath(new URL('../.cache/neo4j', import.meta.url))
const SIZES = ['1x100', '2x500', '20x500']
const [WARM, ASKED] = [30, 200] as const

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? 0

const bytesBelow = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + bytesBelow(join(path, name)), 0)
    : statSync(path).size

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

/** Resident memory of another process, where the system tells it. */
const residentOf = (pid: number | undefined): string => {
  const file = `/proc/${pid}/status`
  const kilobytes = existsSync(file) ? /VmRSS:\s+(\d+)/u.exec(readFileSync(file, 'utf8'))?.[1] : undefined
  return kilobytes ? megabytes(Number(kilobytes) * 1024) : 'not told'
}

const subjectsOf = ({ jurisdiction, nodes, edges, documents }: Change): Subjects => ({
  place: jurisdiction.id,
  meetings: nodes.put.flatMap(({ value }) => (value.kind === 'meeting' ? [value.id] : [])),
  policies: nodes.put.flatMap(({ value }) => (value.kind === 'policy' ? [value.id] : [])),
  nodes: nodes.put.map(({ value }) => value.id),
  edges: edges.put.map(({ value }) => value.id),
  documents: documents.put.map(({ id }) => id),
})

const latencies = async (store: Store, subjects: Subjects): Promise<string[][]> => {
  const rows: string[][] = []
  for (const [name, ask] of QUESTIONS) {
    for (let at = 0; at < WARM; at++) await ask(store, subjects, at)
    const times: number[] = []
    for (let at = 0; at < ASKED; at++) times.push(await timed(() => ask(store, subjects, at)))
    times.sort((a, b) => a - b)
    rows.push([name, quantile(times, 0.5).toFixed(1), quantile(times, 0.95).toFixed(1)])
  }
  return rows
}

type Loaded = {
  nodes: number
  edges: number
  documents: number
  read: number
  sqlite: number
  bareSqlite: number
  neo4j: number
  bareNeo4j: number
}

/** City by city, so that no more than one is in memory. */
const load = async (
  [cities, meetings]: readonly [number, number],
  {
    sqlite,
    neo4j,
    bareFile,
    server,
    spare,
  }: { sqlite: Store; neo4j: Store; bareFile: string; server: RunningNeo4j; spare: RunningNeo4j },
): Promise<{ loaded: Loaded; subjects: Subjects }> => {
  const loaded: Loaded = { nodes: 0, edges: 0, documents: 0, read: 0, sqlite: 0, bareSqlite: 0, neo4j: 0, bareNeo4j: 0 }
  let subjects: Subjects | undefined
  for (let n = 0; n < cities; n++) {
    let change: Change | undefined
    loaded.read += await timed(async () => {
      change = await changeOfCity(n, meetings)
    })
    if (!change) continue
    const whole = change
    subjects ??= subjectsOf(whole)
    loaded.nodes += whole.nodes.put.length
    loaded.edges += whole.edges.put.length
    loaded.documents += whole.documents.put.length
    loaded.bareSqlite += await timed(() => bareSqlite(bareFile, whole))
    loaded.sqlite += await timed(() => sqlite.commit(whole))
    loaded.bareNeo4j += await bareNeo4j(spare, whole)
    loaded.neo4j += await timed(() => neo4j.commit(whole))
    console.error(
      `${n + 1} of ${cities} cities, load ${loadavg()[0]?.toFixed(1)}, Neo4j ${server.uri}: ${JSON.stringify(loaded)}`,
    )
  }
  if (!subjects) throw new Error('no city was made')
  return { loaded, subjects }
}

const seconds = (time: number): string => (time / 1000).toFixed(1)

const loadTable = (loaded: Loaded, sizes: { sqlite: string[]; neo4j: string[] }): string[] =>
  tableOf(
    ['', 'load, s', 'bare loop, s', 'ratio', 'on disk', 'resident'],
    [
      [
        'SQLite',
        seconds(loaded.sqlite),
        seconds(loaded.bareSqlite),
        (loaded.sqlite / loaded.bareSqlite).toFixed(2),
        ...sizes.sqlite,
      ],
      [
        'Neo4j',
        seconds(loaded.neo4j),
        seconds(loaded.bareNeo4j),
        (loaded.neo4j / loaded.bareNeo4j).toFixed(2),
        ...sizes.neo4j,
      ],
    ],
  )

const measure = async (size: string): Promise<string[]> => {
  const [cities = 0, meetings = 0] = size.split('x').map(Number)
  if (!(cities > 0 && meetings > 0)) throw new Error(`${size}: expected CITIESxMEETINGS, such as 2x500`)
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-bench-store-'))
  const began = loadavg()
  const start = (name: string) =>
    startNeo4j({ folder: join(folder, name), cache: CACHE, password: 'bench-bench', heap: '1g' })
  // So that no Java is left behind when this is stopped.
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
  const [server, spare] = [await start('neo4j'), await start('bare')]
  const file = join(folder, 'store.sqlite')
  const [sqlite, neo4j] = [await openSqlite({ file }), await openNeo4j(server)]
  try {
    const bareFile = join(folder, 'bare.sqlite')
    const { loaded, subjects } = await load([cities, meetings], { sqlite, neo4j, bareFile, server, spare })
    await spare.stop()
    const [fromFile, fromServer] = [await latencies(sqlite, subjects), await latencies(neo4j, subjects)]
    const own = process.memoryUsage().rss
    const data = megabytes(bytesBelow(join(folder, 'neo4j', 'data')))
    const sizes = {
      sqlite: [megabytes(statSync(file).size), `${megabytes(own)} (this process)`],
      neo4j: [data, residentOf(server.process.pid)],
    }
    return [
      `${loaded.documents} documents, ${loaded.nodes} nodes, ${loaded.edges} edges, read and resolved in ${seconds(loaded.read)} s; load of the machine ${began.map((one) => one.toFixed(1)).join(' ')}, after ${loadavg()
        .map((one) => one.toFixed(1))
        .join(' ')}.`,
      '',
      ...loadTable(loaded, sizes),
      '',
      ...tableOf(
        ['milliseconds', 'SQLite p50', 'p95', 'Neo4j p50', 'p95'],
        fromFile.map(([name = '', p50 = '', p95 = ''], at) => [name, p50, p95, ...(fromServer[at]?.slice(1) ?? [])]),
      ),
    ]
  } finally {
    await Promise.all([sqlite.close(), neo4j.close()])
    await Promise.all([server.stop(), spare.stop()])
    rmSync(folder, { recursive: true })
  }
}

const HEAD = '## '
const titleOf = (size: string): string => size.replace('x', ' × ')

/** The sections of the former report by their sizes. */
const former = (): Map<string, string> => {
  const [, ...sections] = existsSync(REPORT) ? readFileSync(REPORT, 'utf8').split(`\n${HEAD}`) : []
  return new Map(sections.map((section) => [section.slice(0, section.indexOf('\n')), section.trimEnd()]))
}

const report = (sections: ReadonlyMap<string, string>): string =>
  [
    '# How fast the stores are filled and answer',
    '',
    'Cities of the sample generator, cities × meetings. A city is written in one commit into a store with nothing of it. The bare loop writes the',
    'same rows over the same driver: prepared inserts in one transaction into plain tables, batches of `UNWIND` into a database without indexes but on ids.',
    `Each question ${ASKED} times, one after the other, about a different thing each time, after ${WARM} that do not count. Neo4j has a heap of 1 GB.`,
    '',
    ...[...sections.values()].map((section) => `${HEAD}${section}\n`),
  ].join('\n')

const main = async (sizes: readonly string[]): Promise<void> => {
  const sections = former()
  for (const size of sizes) {
    const lines = await measure(size)
    const title = titleOf(size)
    const machine = machineLines(`npm run bench:store -- ${size}`, new Date()).slice(0, 3)
    sections.set(title, [title, '', ...machine, '', ...lines].join('\n'))
    writeFileSync(REPORT, report(sections))
    console.log(lines.join('\n'))
  }
}

await main(process.argv.length > 2 ? process.argv.slice(2) : SIZES)
