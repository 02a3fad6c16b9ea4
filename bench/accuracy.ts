/** `npm run bench:accuracy`: what is read of the sample city and of the fixtures, held against what a reader wrote down. Writes bench/accuracy.md. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readMinutes } from '../ingest/read-minutes.ts'
import { factsOf } from '../test/ingest/facts.ts'
import { machineLines } from './machine.ts'
import { tableOf } from './table.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** A document and what an expert wrote down of it. */
type Case = { source: string; gold: string }
type Count = { hits: number; wanted: number; found: number }

const sampleCases = (): Case[] =>
  readdirSync(fromRoot('samples/minutes')).map((name) => ({
    source: fromRoot(`samples/minutes/${name}`),
    gold: fromRoot(`samples/truth/records/${name.replace('.txt', '.gold.json')}`),
  }))

const fixtureCases = (): Case[] =>
  readdirSync(fromRoot('test/fixtures/minutes')).map((name) => {
    const folder = `test/fixtures/minutes/${name}`
    const source = readdirSync(fromRoot(folder)).find((file) => file.startsWith('source.'))
    if (!source) throw new Error(`${folder} has no source`)
    return { source: fromRoot(`${folder}/${source}`), gold: fromRoot(`${folder}/expected.gold.json`) }
  })

/** What a fact is about, from the words that `factsOf` gives it. */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^(meeting\.\w+) /u, '$1'],
  [/^(chair|recorder|post|for|delegate) /u, '$1'],
  [/^\d+ (\w+) /u, 'item $1'],
  [/^\w+ /u, 'attendance'],
]
const fieldOf = (fact: string): string => {
  for (const [pattern, field] of FIELDS) {
    const match = pattern.exec(fact)
    if (match) return field.replace('$1', match[1] ?? '')
  }
  throw new Error(`a fact of no field: ${fact}`)
}

const countsOf = (facts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const fact of facts) counts.set(fact, (counts.get(fact) ?? 0) + 1)
  return counts
}

const recordOf = async (path: string) => {
  const minutes = await readMinutes(path, { force: true })
  if (minutes.is === 'refused') throw new Error(`${path}: ${minutes.reason}`)
  return minutes.record
}

const countInto = (totals: Map<string, Count>, wanted: readonly string[], found: readonly string[]): void => {
  const [want, got] = [countsOf(wanted), countsOf(found)]
  for (const fact of new Set([...want.keys(), ...got.keys()])) {
    const field = fieldOf(fact)
    const total = totals.get(field) ?? { hits: 0, wanted: 0, found: 0 }
    const [a, b] = [want.get(fact) ?? 0, got.get(fact) ?? 0]
    totals.set(field, { hits: total.hits + Math.min(a, b), wanted: total.wanted + a, found: total.found + b })
  }
}

const measure = async (cases: readonly Case[]): Promise<{ totals: Map<string, Count>; warnings: number }> => {
  const totals = new Map<string, Count>()
  let warnings = 0
  for (const { source, gold } of cases) {
    const record = await recordOf(source)
    warnings += record.warnings.length
    countInto(totals, factsOf(JSON.parse(readFileSync(gold, 'utf8'))), factsOf(record))
  }
  return { totals, warnings }
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(4))
const rowOf = (field: string, { hits, wanted, found }: Count): string[] => [
  field,
  share(2 * hits, wanted + found),
  share(hits, found),
  share(hits, wanted),
  String(wanted),
  String(found),
]

const section = async (title: string, cases: readonly Case[]): Promise<string[]> => {
  const { totals, warnings } = await measure(cases)
  const all = [...totals.values()].reduce(
    (sum, one) => ({ hits: sum.hits + one.hits, wanted: sum.wanted + one.wanted, found: sum.found + one.found }),
    { hits: 0, wanted: 0, found: 0 },
  )
  const rows = [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([field, count]) => rowOf(field, count))
  return [
    `## ${title}`,
    '',
    `${cases.length} documents, ${warnings} warnings.`,
    '',
    ...tableOf(['field', 'F1', 'precision', 'recall', 'stated', 'read'], [...rows, rowOf('**all**', all)]),
    '',
  ]
}

const report = [
  '# What is read, and how well',
  '',
  ...machineLines('npm run bench:accuracy', new Date()).slice(0, 1),
  '',
  'Every fact that an expert wrote down, counted one by one (`test/ingest/facts.ts`): a decision or a task counts only as a whole,',
  'with all of its bodies, its deadline and its next step. These documents were at hand when the rules were written.',
  '',
  ...(await section('The sample city', sampleCases())),
  ...(await section('Documents of other kinds, formats and encodings', fixtureCases())),
].join('\n')
writeFileSync(fromRoot('bench/accuracy.md'), report)
console.log(report)
