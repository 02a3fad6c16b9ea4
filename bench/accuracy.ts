/** `npm run bench:accuracy`: what the parser reads against what an expert reads, by field, into `bench/accuracy.md`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readMinutes } from '../ingest/read-minutes.ts'
import { factsOf } from '../test/ingest/facts.ts'
import { machineLine, table } from './machine.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const ROLES = new Set(['member', 'observer', 'absent', 'guest'])

type Pair = { source: string; gold: string }
type Tally = { hits: number; missed: number; extra: number }

/** A fact is a line of words; the first of them, behind the number of an item, says which field it is of. */
const fieldOf = (fact: string): string => {
  const [first = '', second = ''] = fact.split(' ')
  if (/^\d+$/u.test(first)) return `item ${second}`
  return ROLES.has(first) ? 'attendance' : first
}

const count = (facts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const fact of facts) counts.set(fact, (counts.get(fact) ?? 0) + 1)
  return counts
}

const compare = (expected: readonly string[], read: readonly string[], tallies: Map<string, Tally>): void => {
  const [want, got] = [count(expected), count(read)]
  for (const fact of new Set([...want.keys(), ...got.keys()])) {
    const [w, g] = [want.get(fact) ?? 0, got.get(fact) ?? 0]
    const tally = tallies.get(fieldOf(fact)) ?? { hits: 0, missed: 0, extra: 0 }
    tally.hits += Math.min(w, g)
    tally.missed += Math.max(0, w - g)
    tally.extra += Math.max(0, g - w)
    tallies.set(fieldOf(fact), tally)
  }
}

const samples = (): Pair[] =>
  readdirSync(`${ROOT}samples/minutes`).map((name) => ({
    source: `${ROOT}samples/minutes/${name}`,
    gold: `${ROOT}samples/truth/records/${name.replace('.txt', '.gold.json')}`,
  }))

const fixtures = (): Pair[] =>
  readdirSync(`${ROOT}test/fixtures/minutes`).map((name) => {
    const folder = `${ROOT}test/fixtures/minutes/${name}`
    const source = readdirSync(folder).find((file) => file.startsWith('source.')) ?? 'source.txt'
    return { source: `${folder}/${source}`, gold: `${folder}/expected.gold.json` }
  })

const measure = async (pairs: readonly Pair[]): Promise<Map<string, Tally>> => {
  const tallies = new Map<string, Tally>()
  for (const { source, gold } of pairs) {
    const read = await readMinutes(source, { force: false })
    const record = read.is === 'minutes' ? read.record : {}
    compare(factsOf(JSON.parse(readFileSync(gold, 'utf8'))), factsOf(record), tallies)
  }
  return tallies
}

const ratio = (hits: number, all: number): string => (all ? (hits / all).toFixed(4) : '–')

const rows = (tallies: ReadonlyMap<string, Tally>): string[][] =>
  [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, { hits, missed, extra }]) => [
      field,
      ratio(2 * hits, 2 * hits + missed + extra),
      ratio(hits, hits + extra),
      ratio(hits, hits + missed),
      String(hits + missed),
    ])

const HEAD = ['field', 'F1', 'precision', 'recall', 'facts']
const [city, kinds] = [samples(), fixtures()]
const text = [
  '# Accuracy of the parser',
  machineLine('npm run bench:accuracy'),
  `## The sample city, ${city.length} documents`,
  table(HEAD, rows(await measure(city))),
  `## Documents of other kinds, formats and encodings, ${kinds.length}`,
  table(HEAD, rows(await measure(kinds))),
].join('\n\n')
writeFileSync(`${ROOT}bench/accuracy.md`, `${text}\n`)
console.log(text)
process.exit(0)
