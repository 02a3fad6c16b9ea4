import { steppedRow } from '../state/review.ts'
import type { Command } from './command.ts'

export type ReviewContext = {
  /** Rows of the list that are there. */
  count: number
  /** The row with the focus or in hand; -1 for none. */
  at: number
  open: boolean
  focus: (at: number) => void
  show: (at: number) => void
  close: () => void
}

type ReviewCommand = Command<ReviewContext>

export const nextRow: ReviewCommand = {
  id: 'next-entry',
  keys: ['j'],
  enabled: ({ count }) => count > 0,
  run: ({ at, count, focus }) => focus(steppedRow(at, 1, count)),
}

export const previousRow: ReviewCommand = {
  id: 'previous-entry',
  keys: ['k'],
  enabled: ({ count }) => count > 0,
  run: ({ at, count, focus }) => focus(steppedRow(at, -1, count)),
}

export const openRow: ReviewCommand = {
  id: 'open-entry',
  keys: ['Enter', 'o'],
  enabled: ({ at, count }) => at >= 0 && at < count,
  run: ({ at, show }) => show(at),
}

export const closePanel: ReviewCommand = {
  id: 'close-entry',
  keys: ['Escape'],
  enabled: ({ open }) => open,
  run: ({ close }) => close(),
}

export const REVIEW_COMMANDS: readonly ReviewCommand[] = [nextRow, previousRow, openRow, closePanel]
