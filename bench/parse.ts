/** `npm run bench:parse`: how fast texts become records, how that grows, and what a text full of one sign does. Writes bench/parse.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bytesOf, documentsOf, growing, readText, SIGNS, sampleCity } from './documents.ts'
import { machineLines } from './machine.ts'
import { tableOf } from './table.ts'

const REPORT = fileURLToPath(new URL('parse.md', import.meta.url))
const MEGABYTE = 1e6
const [ROUNDS, LEAST_MS] = [7, 4000] as const

const timed = (run: () => void): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Times of whole rounds in milliseconds, the shortest first; the first rounds, before the code is compiled, do not count. */
const rounds = (run: () => void): number[] => {
  const times: number[] = []
  for (let at = 0; at < 2; at++) run()
  for (let spent = 0; times.length < ROUNDS || spent < LEAST_MS; spent += times.at(-1) ?? 0) times.push(timed(run))
  return times.sort((a, b) => a - b)
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? 0

type Speed = { name: string; texts: readonly string[]; best: number; median: number; bare: number }

const speedOf = (name: string, texts: readonly string[]): Speed => {
  const bare = rounds(() => {
    for (const text of texts) text.normalize('NFKC')
  })
  const times = rounds(() => {
    for (const text of texts) readText(text)
  })
  return { name, texts, best: quantile(times, 0), median: quantile(times, 0.5), bare: quantile(bare, 0.5) }
}

const speedRow = ({ name, texts, best, median, bare }: Speed): string[] => {
  const bytes = texts.reduce((sum, text) => sum + bytesOf(text), 0)
  const perSecond = (amount: number, time: number) => (amount / time) * 1000
  return [
    name,
    String(texts.length),
    (bytes / texts.length / 1000).toFixed(1),
    perSecond(texts.length, median).toFixed(0),
    perSecond(texts.length, best).toFixed(0),
    (perSecond(bytes, median) / MEGABYTE).toFixed(1),
    (median / bare).toFixed(0),
  ]
}

const growthRows = (): string[][] =>
  Object.entries(growing()).map(([name, make]) => {
    const times = [10_000, 100_000, 1_000_000].map((size) => {
      const text = make(size)
      const run = () => readText(text)
      for (let at = 0; at < (size < MEGABYTE ? 20 : 1); at++) run()
      const took = Array.from({ length: size < MEGABYTE ? 9 : 3 }, () => timed(run)).sort((a, b) => a - b)
      return { kilobytes: bytesOf(text) / 1000, median: quantile(took, 0.5) }
    })
    const ratio = (at: number) => {
      const [small, large] = [times[at], times[at + 1]]
      return small && large ? (large.median / small.median / (large.kilobytes / small.kilobytes)).toFixed(2) : ''
    }
    return [
      name,
      ...times.map(({ median, kilobytes }) => `${median.toFixed(1)} (${kilobytes.toFixed(0)} kB)`),
      ratio(0),
      ratio(1),
    ]
  })

const signRows = (): string[][] =>
  SIGNS.map((sign) => {
    const text = sign.repeat(Math.ceil((5 * MEGABYTE) / bytesOf(sign)))
    return { sign, time: timed(() => readText(text)) }
  })
    .sort((a, b) => b.time - a.time)
    .slice(0, 5)
    .map(({ sign, time }) => [`\`${JSON.stringify(sign).slice(1, -1)}\``, time.toFixed(0)])

const HISTORY = '## Earlier\n'
/** The rows of former runs, the youngest first. */
const history = (): string[] => {
  const [, rows = ''] = existsSync(REPORT) ? readFileSync(REPORT, 'utf8').split(HISTORY) : []
  return rows.split('\n').filter((line) => /^\| \d{4}-/u.test(line))
}

const megabytes = (bytes: number) => `${(bytes / MEGABYTE).toFixed(0)} MB`

const main = () => {
  const now = new Date()
  const machine = machineLines('npm run bench:parse', now)
  const speeds = [speedOf('documents of 5 kB', documentsOf(5000)), speedOf('the sample city', sampleCity())]
  const memory = process.memoryUsage()
  const growth = growthRows()
  const signs = signRows()
  const [five] = speeds.map(speedRow)
  const past = history()
  const report = [
    '# How fast minutes are read',
    '',
    ...machine,
    '',
    'One text, repaired and parsed, on one core. The median round counts; the best one is what the machine does when it is left alone.',
    "“NFKC” is how many times as long it takes as a bare `normalize('NFKC')` of the same texts.",
    '',
    ...tableOf(['', 'texts', 'kB each', 'texts/s', 'best', 'MB/s', '× NFKC'], speeds.map(speedRow)),
    '',
    `After these: ${megabytes(memory.heapUsed)} of heap in use, ${megabytes(memory.rss)} resident; at most ${megabytes(process.resourceUsage().maxRSS * 1024)} in all that follows.`,
    '',
    '## Growth',
    '',
    'Milliseconds; a ratio of 1 is linear: ten times the text, ten times the time.',
    '',
    ...tableOf(['what grows', '10 kB', '100 kB', '1 MB', 'ratio', 'ratio'], growth),
    '',
    '## Five megabytes of one sign',
    '',
    `Milliseconds, the worst five of ${SIGNS.length}.`,
    '',
    ...tableOf(['sign', 'ms'], signs),
    '',
    HISTORY,
    '| when | Node | texts of 5 kB/s | best | MB/s | load |',
    '|------|------|-----------------|------|------|------|',
    `| ${now.toISOString().slice(0, 16)} | ${process.version} | ${five?.[3]} | ${five?.[4]} | ${five?.[5]} | ${machine[3]?.split(': ')[1]?.split(' ')[0]} |`,
    ...past,
    '',
  ].join('\n')
  writeFileSync(REPORT, report)
  console.log(report)
}

main()
