/**
 * `npm run bench:store [-- [--keep FOLDER] SIZE …]`: how long the stores take to be filled and to answer. A size is CITIESxMEETINGS; 1x100,
 * 2x500 and 20x500 if none is named. Writes bench/store.md; sizes that are not measured this time keep their tables. With `--keep` (one size) what
 * was loaded stays in the folder, and a second run with it only asks the questions again.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openNeo4j } from '../store/neo4j/open-neo4j.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { machineLines } from './machine.ts'
import { COMPARED, type Filled, fileIn, type Kept, loadInto, startIn } from './store-load.ts'
import { ASKED, latencies } from './store-questions.ts'
import { tableOf } from './table.ts'

const REPORT = fileURLToPath(new URL('store.md', import.meta.url))
const SIZES = ['1x100', '2x500', '20x500']

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

const seconds = (time: number): string => (time / 1000).toFixed(1)

const filledRow = (name: string, { took, compared, bare }: Filled, sizes: readonly string[]): string[] => [
  name,
  seconds(took),
  seconds(compared),
  seconds(bare),
  (compared / bare).toFixed(2),
  ...sizes,
]

const linesOf = ({ documents, nodes, edges, read, date, loads, sqlite, neo4j }: Kept, sizes: string[][]): string[] => [
  `${documents} documents, ${nodes} nodes, ${edges} edges, loaded ${date} UTC and before that read and resolved in ${seconds(read)} s; load of the machine while that was done ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}.`,
  '',
  ...tableOf(
    ['', 'load, s', `first ${COMPARED} cities, s`, 'bare loop, s', 'ratio', 'on disk', 'resident'],
    [filledRow('SQLite', sqlite, sizes[0] ?? []), filledRow('Neo4j', neo4j, sizes[1] ?? [])],
  ),
]

/** Loads what is missing in the folder and asks all questions of both. */
const measureIn = async (folder: string, size: string): Promise<string[]> => {
  const server = await startIn(folder)
  try {
    const kept = await loadInto(folder, size, server)
    const began = loadavg()
    const [sqlite, neo4j] = [await openSqlite({ file: fileIn(folder) }), await openNeo4j(server)]
    const [fromFile, fromServer] = [await latencies(sqlite, kept.subjects), await latencies(neo4j, kept.subjects)]
    const sizes = [
      [megabytes(statSync(fileIn(folder)).size), `${megabytes(process.memoryUsage().rss)} (this process)`],
      [megabytes(bytesBelow(join(folder, 'neo4j', 'data'))), residentOf(server.process.pid)],
    ]
    await Promise.all([sqlite.close(), neo4j.close()])
    return [
      ...linesOf(kept, sizes),
      '',
      `Load of the machine before the questions ${began.map((one) => one.toFixed(1)).join(' ')}, after them ${loadavg()[0]?.toFixed(1)}.`,
      '',
      ...tableOf(
        ['milliseconds', 'SQLite p50', 'p95', 'Neo4j p50', 'p95'],
        fromFile.map(([name = '', p50 = '', p95 = ''], at) => [name, p50, p95, ...(fromServer[at]?.slice(1) ?? [])]),
      ),
    ]
  } finally {
    await server.stop()
  }
}

const measure = async (size: string, keep: string | undefined): Promise<string[]> => {
  if (!/^[1-9]\d*x[1-9]\d*$/u.test(size)) throw new Error(`${size}: expected CITIESxMEETINGS, such as 2x500`)
  // So that no Java is left behind when this is stopped.
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
  if (keep !== undefined) {
    mkdirSync(keep, { recursive: true })
    return measureIn(keep, size)
  }
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-bench-store-'))
  try {
    return await measureIn(folder, size)
  } finally {
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
    `It writes the first ${COMPARED} cities only. Each question ${ASKED.times} times or as often as ${ASKED.spent / 1000} seconds allow (at least ${ASKED.least} times), one after the other, of`,
    'city after city, about a different thing each time, after 30 that do not count. Neo4j has a heap of 1 GB and a page cache of 256 MB.',
    '',
    ...[...sections.values()].map((section) => `${HEAD}${section}\n`),
  ].join('\n')

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({ options: { keep: { type: 'string' } }, allowPositionals: true })
  const sizes = positionals.length ? positionals : SIZES
  if (values.keep !== undefined && sizes.length > 1) throw new Error('--keep FOLDER: expected one size beside it')
  const sections = former()
  for (const size of sizes) {
    const lines = await measure(size, values.keep)
    const title = titleOf(size)
    const machine = machineLines(`npm run bench:store -- ${size}`, new Date()).slice(0, 3)
    sections.set(title, [title, '', ...machine, '', ...lines].join('\n'))
    writeFileSync(REPORT, report(sections))
    console.log(lines.join('\n'))
  }
}

await main()
