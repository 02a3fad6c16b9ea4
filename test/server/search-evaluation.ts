/** Questions as people type them over the sample city, and what they look for. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { ingest } from '../../ingest/pipeline.ts'
import { emptyReport } from '../../ingest/report.ts'
import { type Hit, MatchedBy } from '../../model/api/graph.ts'
import { NodeKind } from '../../model/graph.ts'
import { searcher } from '../../server/search/search.ts'
import { seriesReader } from '../../server/series.ts'
import type { Store } from '../../store/port.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const Question = z.strictObject({ query: z.string(), kind: NodeKind, label: z.string(), by: MatchedBy })
export type Question = z.infer<typeof Question>

export const QUESTIONS = z
  .array(Question)
  .parse(JSON.parse(readFileSync(fromRoot('test/fixtures/search-evaluation.json'), 'utf8')))

export const SAMPLE_CITY = '澜州市'

export const readSampleCity = async (store: Store): Promise<void> => {
  const watcher = { file: () => undefined, writing: () => undefined, stop: new AbortController().signal }
  await ingest(store, [fromRoot('samples/minutes')], emptyReport(), watcher)
}

export const finder = (store: Store) => searcher(store, seriesReader(store))

/** Place of what is looked for, from 1; `null` when it is not among the hits, or found in another way. */
export const rankOf = (rows: readonly Hit[], { kind, label, by }: Question): number | null => {
  const at = rows.findIndex(({ node, match }) => node.kind === kind && node.label === label && match === by)
  return at < 0 ? null : at + 1
}

export type Scores = { questions: number; hit1: number; hit5: number; mrr: number }

export const scoresOf = (ranks: readonly (number | null)[]): Scores => {
  const share = (good: (rank: number) => number) =>
    ranks.reduce<number>((sum, rank) => sum + (rank === null ? 0 : good(rank)), 0) / ranks.length
  return {
    questions: ranks.length,
    hit1: share((rank) => (rank === 1 ? 1 : 0)),
    hit5: share((rank) => (rank <= 5 ? 1 : 0)),
    mrr: share((rank) => 1 / rank),
  }
}
