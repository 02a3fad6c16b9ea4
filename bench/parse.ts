/** `npm run bench:parse`: how fast the parser is, as ratios where it can be, into `bench/parse.md`. Nothing here is a test. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from '../ingest/parse/parse.ts'
import { repair } from '../ingest/repair/repair.ts'
import { machineLine, table } from './machine.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SOURCE = { path: 'bench.txt', sha256: '0'.repeat(64), format: 'txt' } as const
const SECONDS = 3
const LONG_RUNS = ['一', '市', '局', '（', '《', '、', ' ', '\n', 'a', '1', '出席：', '市局']

const read = (text: string) => parse(repair(text), SOURCE)
const bytes = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)

/** Passes a second over all texts, after one pass to warm up; the best of three runs. */
const rate = (texts: readonly string[], work: (text: string) => unknown): number => {
  for (const text of texts) work(text)
  const runs = [0, 1, 2].map(() => {
    const start = performance.now()
    let passes = 0
    while (performance.now() - start < (SECONDS * 1000) / 3) {
      for (const text of texts) work(text)
      passes++
    }
    return passes / ((performance.now() - start) / 1000)
  })
  return Math.max(...runs)
}

/** A document of about `size` bytes: its head, as many items as fit, and its roll. */
const shortened = (text: string, size: number): string => {
  const items = text.split(/\n(?=[一二三四五六七八九十]+、)/u)
  const [head = '', ...rest] = items
  const last = rest.pop() ?? ''
  const closing = last.slice(Math.max(0, last.search(/\n(?=出席|记录)/u)))
  const kept = [head]
  for (const item of rest) if (bytes([...kept, item, closing]) < size) kept.push(item)
  return kept.join('\n') + closing
}

const milliseconds = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const city = readdirSync(`${ROOT}samples/minutes`).map((name) => readFileSync(`${ROOT}samples/minutes/${name}`, 'utf8'))
const short = city.map((text) => shortened(text, 5_000))
const speed = ([name, texts]: readonly [string, readonly string[]]): string[] => {
  const [parsing, folding] = [rate(texts, read), rate(texts, (text) => text.normalize('NFKC').length)]
  const size = bytes(texts)
  return [
    name,
    (size / texts.length / 1000).toFixed(1),
    (parsing * texts.length).toFixed(0),
    ((parsing * size) / 1e6).toFixed(1),
    (folding / parsing).toFixed(0),
  ]
}
const body = city.map((text) => text.slice(text.indexOf('一、'), text.search(/\n出席/u))).join('\n')
const growth = [10_000, 100_000, 1_000_000].map((size) => {
  const text = `${city[0]?.slice(0, 400) ?? ''}\n${body.repeat(Math.ceil(size / body.length)).slice(0, size / 3)}`
  read(text)
  return { size, time: Math.min(...[0, 1, 2].map(() => milliseconds(() => read(text)))) }
})
const perByte = (at: number) => (growth[at]?.time ?? 0) / (growth[at]?.size ?? 1)
const runs = LONG_RUNS.map((sign) => {
  const text = sign.repeat(Math.floor(5_000_000 / Buffer.byteLength(sign)))
  return { sign: JSON.stringify(sign), time: milliseconds(() => read(text)) }
}).sort((a, b) => b.time - a.time)

const text = [
  '# Speed of the parser (repair and parse, one thread)',
  machineLine('npm run bench:parse'),
  table(
    ['documents', 'kB each', 'documents/s', 'MB/s', 'times a bare NFKC pass'],
    (
      [
        ['of about 5 kB', short],
        ['of the sample city', city],
      ] as const
    ).map(speed),
  ),
  `Growth: ${growth.map(({ size, time }) => `${size / 1000} kB in ${time.toFixed(0)} ms`).join(', ')}; time a byte at 1 MB is ${(perByte(2) / perByte(0)).toFixed(2)} times that at 10 kB.`,
  `5 MB of one thing repeated, slowest first: ${runs
    .slice(0, 4)
    .map(({ sign, time }) => `${sign} ${time.toFixed(0)} ms`)
    .join(', ')}. Memory after all of it: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB.`,
].join('\n\n')
writeFileSync(`${ROOT}bench/parse.md`, `${text}\n`)
console.log(text)
