/** What the page 校读 keeps in the address. Pure. */
import { WorkKind } from '../../model/work-list.ts'

export type ReviewPart = 'work' | 'log'

export type ReviewChoice = {
  part: ReviewPart
  kind: WorkKind | null
  /** Id of the entry in hand. */
  entry: string | null
}

/** What is malformed counts as absent. */
export const parseReview = (view: Readonly<Record<string, string>>): ReviewChoice => ({
  part: view.part === 'log' ? 'log' : 'work',
  kind: WorkKind.options.find((kind) => kind === view.kind) ?? null,
  entry: view.entry ?? null,
})

/** What has its default value is left out. */
export const formatReview = ({ part, kind, entry }: ReviewChoice): Record<string, string> => ({
  ...(part === 'log' ? { part } : {}),
  ...(kind ? { kind } : {}),
  ...(entry ? { entry } : {}),
})

/** The row that `step` leads to from `at` (-1 for none), within `count` rows; the ends hold. */
export const steppedRow = (at: number, step: 1 | -1, count: number): number =>
  Math.max(0, Math.min(count - 1, at < 0 ? 0 : at + step))
