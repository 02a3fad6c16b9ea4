/** `npm run bench:resolution`: who is who, held against the truth of the sample city and of generated ones; and what one more document costs. Writes bench/resolution.md. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dataVersion, difference } from '../ingest/difference.ts'
import { ingest } from '../ingest/pipeline.ts'
import { emptyReport } from '../ingest/report.ts'
import { resolve } from '../ingest/resolve/resolve.ts'
import { otherMeetings } from '../ingest/write-jurisdiction.ts'
import { writeCity } from '../scripts/samples/main.ts'
import { placeOf } from '../scripts/samples/place.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import {
  bodiesTold,
  type City,
  doubtsOf,
  peopleTold,
  policiesTold,
  readCity,
  scoreOf,
  type Told,
} from '../test/samples/identity-score.ts'
import { machineLines } from './machine.ts'
import { type Costs, costsInNeo4j, costsInSqlite } from './one-more-costs.ts'
import { tableOf } from './table.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const SEED = '77'
const CITIES = 6
const MEETINGS = 40
const LARGE = 500

const scoreRow = (name: string, what: string, told: readonly Told[], rest = ''): string[] => {
  const { precision, recall, mentions, merged, split } = scoreOf(told)
  return [
    name,
    what,
    precision.toFixed(4),
    recall.toFixed(4),
    String(mentions),
    String(merged.length),
    String(split.length),
    rest,
  ]
}

const scoreRows = (name: string, folder: string): string[][] => {
  const city: City = readCity(folder)
  const people = peopleTold(city, (stem) =>
    JSON.parse(readFileSync(join(folder, `truth/records/${stem}.gold.json`), 'utf8')),
  )
  const { split, linked } = doubtsOf(people, city)
  return [
    scoreRow(name, 'people', people, `${linked} of ${split}`),
    scoreRow(name, 'bodies', bodiesTold(city)),
    scoreRow(name, 'policies', policiesTold(city)),
  ]
}

const lap = async <Value>(
  laps: Map<string, number>,
  name: string,
  run: () => Value | Promise<Value>,
): Promise<Value> => {
  const [start, used] = [performance.now(), process.cpuUsage()]
  const value = await run()
  const { user, system } = process.cpuUsage(used)
  laps.set(name, performance.now() - start)
  laps.set(`${name}, processor`, (user + system) / 1000)
  return value
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(folder, 'minutes'))
    .sort()
    .map((name) => join(folder, 'minutes', name))

const costRow = (name: string, { clock, processor, command, memory }: Costs): string[] => [
  name,
  ...[clock, processor, command, memory].map((value) => value.toFixed(0)),
]

/** One more document in a city of many meetings that are stored: each step by itself, as the pipeline takes them. */
const oneMore = async (folder: string): Promise<Map<string, number>> => {
  const store = await openSqlite({ file: join(folder, 'bench.sqlite'), readers: 0 })
  const files = filesIn(folder)
  const watcher = { file: () => undefined, writing: () => undefined, stop: new AbortController().signal }
  await ingest(store, files, emptyReport(), watcher)
  const place = (await store.jurisdictions())[0]?.id ?? ''
  const all = await store.documents(place)
  await store.close()
  rmSync(join(folder, 'bench.sqlite'))
  const again = await openSqlite({ file: join(folder, 'bench.sqlite'), readers: 0 })
  await ingest(again, files.slice(0, -1), emptyReport(), watcher)
  const laps = new Map<string, number>()
  const { base, meetings } = await lap(laps, 'meetings from the store', () => again.meetingPrints(place))
  const stored = await lap(laps, 'records from the store', () => again.records(place))
  const added = all.filter(({ id }) => stored.every((one) => one.id !== id))
  const wanted = [...stored, ...added]
  const sources = wanted.map((one) => ({
    document: one.id,
    record: one.record,
    print: 'print' in one ? one.print : undefined,
  }))
  const jurisdiction = { id: place, issuer: `${place}人民政府` }
  const graph = await lap(laps, 'resolve', () => resolve(jurisdiction, sources, undefined, meetings))
  const others = otherMeetings(meetings, graph.prints)
  const prints = await lap(laps, 'fingerprints from the store', () => again.partPrints(place, others))
  const change = await lap(laps, 'difference', () =>
    difference(graph, dataVersion(wanted), { put: added, remove: [] }, { ...prints, base }),
  )
  await lap(laps, 'commit', () => again.commit(change))
  const whole = await again.fingerprints(place)
  laps.set('nodes', whole.nodes.size)
  laps.set('edges', whole.edges.size)
  laps.set('meetings made', others.length)
  laps.set('nodes written', change.nodes.put.length + change.nodes.remove.length)
  laps.set('edges written', change.edges.put.length + change.edges.remove.length)
  await again.close()
  return laps
}

const main = async (): Promise<void> => {
  const machine = machineLines('npm run bench:resolution', new Date())
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-resolution-'))
  const rows = scoreRows('the sample city', fromRoot('samples'))
  for (let n = 0; n < CITIES; n++) {
    const city = join(folder, placeOf(n).city)
    writeCity(SEED, n, MEETINGS, city)
    rows.push(...scoreRows(`${placeOf(n).city} (seed ${SEED}, ${MEETINGS} meetings)`, city))
  }
  const large = join(folder, 'large')
  writeCity(SEED, 0, LARGE, large)
  rows.push(...scoreRows(`${placeOf(0).city} (seed ${SEED}, ${LARGE} meetings)`, large))
  const laps = await oneMore(large)
  const costs = [
    costRow('SQLite', await costsInSqlite(filesIn(large), folder)),
    costRow('Neo4j', await costsInNeo4j(filesIn(large), folder)),
  ]
  rmSync(folder, { recursive: true })
  const steps = [
    'meetings from the store',
    'records from the store',
    'resolve',
    'fingerprints from the store',
    'difference',
    'commit',
  ]
  const time = (name: string) => (laps.get(name) ?? 0).toFixed(0)
  const total = (of: string) => steps.reduce((sum, step) => sum + (laps.get(step + of) ?? 0), 0).toFixed(0)
  const count = (name: string) => String(laps.get(name) ?? 0)
  const report = [
    '# Who is who, and what one more document costs',
    '',
    ...machine,
    '',
    'Over all pairs of mentions: of those that were made one, how many are one (precision), and of those that are one, how many were made one',
    '(recall). A body before and after a reform is one line through `SUCCEEDS`; a policy is one through its stages, its editions are several.',
    '“Merged” counts what is two in truth and was made one; “split” what is one and was left several; “told” how many pairs of these are `POSSIBLY_SAME`.',
    '',
    ...tableOf(['corpus', 'what', 'precision', 'recall', 'mentions', 'merged', 'split', 'told'], rows),
    '',
    `## One more document in a city of ${LARGE} meetings`,
    '',
    'From the opening of the store to its closing, with the reading of the file, in a process that has done nothing else; medians of five. “Command” is the',
    'clock of the whole process, with the start of Node and the reading of our sources; memory is the most that the process held, without the server.',
    '',
    ...tableOf(['store', 'ms', 'processor ms', 'command ms', 'memory MB'], costs),
    '',
    '### Step by step',
    '',
    `${count('nodes')} nodes and ${count('edges')} edges; ${count('nodes written')} nodes and ${count('edges written')} edges are written, of ${count('meetings made')} meeting. SQLite, in a file, the first time in a process that has read ${LARGE} documents.`,
    'A shared machine’s clock tells little: processor time, with that of collecting garbage, stands beside it.',
    '',
    ...tableOf(
      ['step', 'ms', 'processor ms'],
      [
        ...steps.map((step) => [step, time(step), time(`${step}, processor`)]),
        ['**all**', total(''), total(', processor')],
      ],
    ),
    '',
  ].join('\n')
  writeFileSync(fromRoot('bench/resolution.md'), report)
  console.log(report)
}

await main()
