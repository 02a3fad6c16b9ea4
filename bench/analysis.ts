/** `npm run bench:analysis`: how long the null model and its p-values take, pair counting against a bare loop, and memory. Writes bench/analysis.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { backboneOf, coOccurrence, rankedPairs } from '../analysis/co-occurrence.ts'
import { type Incidence, inPeriod, maskOf, type View, viewOf } from '../analysis/incidence.ts'
import { falseDiscovery } from '../analysis/null-model/false-discovery.ts'
import { nullModelOf } from '../analysis/null-model/null-model.ts'
import { pairChances } from '../analysis/null-model/pair-chances.ts'
import { countPairs, pairCount } from '../analysis/null-model/pair-counts.ts'
import { bodiesBy, cityGraph } from './city-incidence.ts'
import { heavyTailed } from './incidences.ts'
import { machineLines } from './machine.ts'
import { tableOf } from './table.ts'
import { timed, timesOf } from './timing.ts'

const REPORT = fileURLToPath(new URL('analysis.md', import.meta.url))
const LEVEL = 0.05
const MEETINGS = 500

const ms = (time: number): string => (time < 10 ? time.toFixed(1) : time.toFixed(0))

const shapeLine = (incidence: Incidence): string => {
  const { rows, columns, entries } = viewOf(incidence)
  return `${rows.length} bodies × ${columns.length} columns, ${entries.length} entries, ${pairCount(rows.length)} pairs`
}

/** Every step of a question over many bodies, by itself and together. */
const stepRows = (incidence: Incidence): string[][] => {
  const view = viewOf(incidence)
  const observed = countPairs(view.rows.length, view.offsets, view.entries)
  const model = nullModelOf(view.rowDegrees, view.columnDegrees)
  const { upper } = pairChances(model, observed)
  const steps: [string, () => unknown][] = [
    ['view by columns', () => viewOf(incidence)],
    ['count the pairs', () => countPairs(view.rows.length, view.offsets, view.entries)],
    ['solve the null model', () => nullModelOf(view.rowDegrees, view.columnDegrees)],
    ['all exact p-values, both tails', () => pairChances(model, observed)],
    ['false discovery', () => falseDiscovery(upper)],
    ['all of it', () => coOccurrence(incidence)],
  ]
  return steps.map(([name, run]) => {
    const { best, median, processor } = timesOf(run, 5)
    return [name, ms(median), ms(best), ms(processor)]
  })
}

type Asked = { name: string; incidence: Incidence; columns: Uint8Array }

const years = (incidence: Incidence): string[] =>
  [...new Set(incidence.what.flatMap(({ date }) => (date ? [date.slice(0, 4)] : [])))].sort()

/** Everything, half of the years, one year. */
const questions = (level: string, incidence: Incidence): Asked[] => {
  const all = years(incidence)
  const period = (name: string, from: string | undefined, until: string | undefined): Asked => ({
    name: `${level}, ${name}`,
    incidence,
    columns: maskOf(incidence.what, inPeriod({ from: `${from}-01-01`, until: `${until}-12-31` })),
  })
  const middle = Math.floor(all.length / 2)
  return [
    period('all years', all[0], all.at(-1)),
    period('half of them', all[0], all[middle - 1]),
    period('one year', all[middle], all[middle]),
  ]
}

const questionRow = ({ name, incidence, columns }: Asked): string[] => {
  const ask = () => {
    const table = coOccurrence(incidence, { columns })
    return { table, backbone: backboneOf(table, LEVEL) }
  }
  const cold = timed(ask)
  const warm = timesOf(ask)
  const { table, backbone } = ask()
  const again = () => [backboneOf(table, 0.01), rankedPairs(table, 'ratio')]
  return [
    name,
    String(table.who.length),
    String(table.columns),
    `${backbone.counts.more} + ${backbone.counts.fewer}`,
    ms(cold.clock),
    ms(cold.processor),
    ms(warm.median),
    ms(warm.processor),
    ms(timesOf(again).median),
  ]
}

/** Two loops over the rows of each column and one sum: less than this nobody can do. */
const bareLoop = ({ rows, offsets, entries }: View): Int32Array => {
  const size = rows.length
  const counts = new Int32Array(size * size)
  for (let column = 0; column + 1 < offsets.length; column++) {
    const end = offsets[column + 1]!
    for (let at = offsets[column]!; at < end; at++)
      for (let other = at + 1; other < end; other++) counts[entries[at]! * size + entries[other]!]!++
  }
  return counts
}

const countingRow = (name: string, incidence: Incidence): string[] => {
  const view = viewOf(incidence)
  const bare = timesOf(() => bareLoop(view), 25).best
  const ours = timesOf(() => countPairs(view.rows.length, view.offsets, view.entries), 25).best
  return [name, bare.toFixed(2), ours.toFixed(2), (ours / bare).toFixed(2)]
}

const memoryRow = (name: string, incidence: Incidence): string[] => {
  const bytes = (...arrays: readonly Int32Array[]) => arrays.reduce((sum, array) => sum + array.byteLength, 0)
  const view = viewOf(incidence)
  const each = (total: number) => (total / incidence.columns.length).toFixed(1)
  return [
    name,
    String(incidence.columns.length),
    each(bytes(incidence.offsets, incidence.columns)),
    each(bytes(view.rows, view.columns, view.rowDegrees, view.columnDegrees, view.offsets, view.entries)),
  ]
}

const HISTORY = '## Earlier\n'
/** The rows of former runs, the youngest first. */
const history = (): string[] => {
  const [, rows = ''] = existsSync(REPORT) ? readFileSync(REPORT, 'utf8').split(HISTORY) : []
  return rows.split('\n').filter((line) => /^\| \d{4}-/u.test(line))
}

const main = () => {
  const now = new Date()
  const machine = machineLines('npm run bench:analysis', now)
  const graph = cityGraph(MEETINGS)
  const [items, meetings] = [bodiesBy(graph, 'item'), bodiesBy(graph, 'meeting')]
  // First, while nothing is compiled: the times of a first question are true.
  const made = heavyTailed({ bodies: 130, items: 4500, mean: 3.5, tails: [1.1, 1.6], seed: 2 })
  const asked = [...questions('made up', made), ...questions('items', items), ...questions('meetings', meetings)].map(
    questionRow,
  )
  const large = heavyTailed({ bodies: 400, items: 30_000, mean: 3.25, tails: [1.1, 1.6], seed: 1 })
  const steps = stepRows(large)
  const whole = steps.at(-1)
  const counted = [
    countingRow('large', large),
    countingRow('city, items', items),
    countingRow('city, meetings', meetings),
  ]
  const memory = [memoryRow('large', large), memoryRow('city, items', items), memoryRow('city, meetings', meetings)]
  const past = history()
  const report = [
    '# How fast pairs are tested',
    '',
    ...machine,
    '',
    'Milliseconds on one thread; “processor” is what of them the machine spent on it, whatever else it did.',
    '',
    '## Many bodies',
    '',
    `${shapeLine(large)}; heavy-tailed, drawn by weights.`,
    '',
    ...tableOf(['step', 'median', 'best', 'processor'], steps),
    '',
    '## One city',
    '',
    `${MEETINGS} meetings of the sample city, written, read and resolved. Items: ${shapeLine(items)}. Meetings: ${shapeLine(meetings)}.`,
    `Made up, of a larger city's shape: ${shapeLine(made)}.`,
    '“Cold” is the first time the question is asked in this run; “asked” any later time, with nothing kept; “kept” is the backbone at another level and',
    'all pairs by ratio, from a `CoOccurrence` that the caller keeps for a data version, a level of incidence and a filter.',
    '',
    ...tableOf(
      ['question', 'bodies', 'columns', 'more + fewer', 'cold', 'processor', 'asked', 'processor', 'kept'],
      asked,
    ),
    '',
    '## Counting pairs',
    '',
    'Best times, against a bare double loop over the rows of each column into a square of counts.',
    '',
    ...tableOf(['', 'bare', 'counted', 'ratio'], counted),
    '',
    '## Memory',
    '',
    'Bytes of typed arrays for each entry, the lists of ids apart.',
    '',
    ...tableOf(['', 'entries', 'incidence', 'view'], memory),
    '',
    HISTORY,
    '| when | Node | many bodies, ms | best | processor | 130 bodies, cold | processor | asked | processor | kept | load |',
    '|------|------|-----------------|------|-----------|------------------|-----------|-------|-----------|------|------|',
    `| ${now.toISOString().slice(0, 16)} | ${process.version} | ${whole?.slice(1).join(' | ')} | ${asked[0]?.slice(4).join(' | ')} | ${machine[3]?.split(': ')[1]?.split(' ')[0]} |`,
    ...past,
    '',
  ].join('\n')
  writeFileSync(REPORT, report)
  console.log(report)
}

main()
