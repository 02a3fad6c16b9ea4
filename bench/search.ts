/** `npm run bench:search`: what a search finds of what people look for, and how long it takes. Writes bench/search.md. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { MatchedBy } from '../model/api/graph.ts'
import type { StoredDocument } from '../model/document.ts'
import { searchText, textIndex } from '../server/search/text-index.ts'
import { seriesReader } from '../server/series.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import {
  finder,
  QUESTIONS,
  type Question,
  rankOf,
  readSampleCity,
  SAMPLE_CITY,
  scoresOf,
} from '../test/server/search-evaluation.ts'
import { machineLines } from './machine.ts'
import { tableOf } from './table.ts'

const LIMIT = 12
const ROUNDS = 5
const started = machineLines('npm run bench:search', new Date())

const store = await openSqlite({ file: ':memory:' })
await readSampleCity(store)
const find = finder(store)

const timed = async <Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number }> => {
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start }
}

const quantile = (values: readonly number[], share: number): string =>
  ([...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0).toFixed(1)

const first = await timed(() => find(SAMPLE_CITY, '市', LIMIT))
const answers: { question: Question; rank: number | null; ms: number }[] = []
for (let round = 0; round < ROUNDS; round++)
  for (const question of QUESTIONS) {
    const { value, ms } = await timed(() => find(SAMPLE_CITY, question.query, LIMIT))
    answers.push({ question, rank: rankOf(value.rows, question), ms })
  }

const rowOf = (name: string, some: typeof answers): string[] => {
  const { questions, hit1, hit5, mrr } = scoresOf(some.map(({ rank }) => rank))
  const times = some.map(({ ms }) => ms)
  const shares = [hit1, hit5, mrr].map((share) => share.toFixed(3))
  return [name, String(questions / ROUNDS), ...shares, quantile(times, 0.5), quantile(times, 0.95)]
}

const COPIES = 14
const { meetings } = await seriesReader(store)(SAMPLE_CITY)
const documents = new Map((await store.documents(SAMPLE_CITY)).map((one): [string, StoredDocument] => [one.id, one]))
const copies = Array.from({ length: COPIES }, (_, copy) =>
  meetings.map((one) => ({ ...one, id: `${one.id}#${copy}` })),
).flat()
const large = await timed(() => textIndex(copies, async (id) => documents.get(id) ?? null))
const characters = large.value.reduce((sum, { text }) => sum + text.length, 0)
const looks = []
for (const query of ['水葫芦', '会议', '财政局牵头', '不在任何一份纪要里的话'])
  for (let round = 0; round < ROUNDS; round++)
    looks.push(await timed(async () => searchText(large.value, query, () => true).first(LIMIT)))

const missed = [...new Set(answers.filter(({ rank }) => rank === null).map(({ question }) => question.query))]
const report = [
  '# Search',
  '',
  ...started,
  '',
  `${QUESTIONS.length} questions over the sample city (test/fixtures/search-evaluation.json), each with the one node that is looked for and the way in`,
  `which it should be found; ${LIMIT} rows are asked for. Milliseconds include the question to the store, ${ROUNDS} rounds.`,
  '',
  ...tableOf(
    ['found by', 'questions', 'hit@1', 'hit@5', 'MRR', 'ms p50', 'ms p95'],
    [
      ...MatchedBy.options.map((by) =>
        rowOf(
          by,
          answers.filter(({ question }) => question.by === by),
        ),
      ),
      rowOf('**all**', answers),
    ],
  ),
  '',
  `Not found: ${missed.join(', ') || 'none'}.`,
  '',
  `- The first question of a data version reads names and texts of the city: ${first.ms.toFixed(0)} ms for ${meetings.length} meetings.`,
  `- Texts are looked through, not indexed: ${copies.length} documents (${(characters / 1e6).toFixed(1)} million characters) take ${quantile(
    looks.map(({ ms }) => ms),
    0.5,
  )} ms (p95 ${quantile(
    looks.map(({ ms }) => ms),
    0.95,
  )} ms), and ${large.ms.toFixed(0)} ms to make ready.`,
  '',
].join('\n')
writeFileSync(fileURLToPath(new URL('search.md', import.meta.url)), report)
console.log(report)
await store.close()
