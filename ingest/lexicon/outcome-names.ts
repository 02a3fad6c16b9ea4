import type { Outcome } from '../../model/record.ts'

/** What an outcome is called where it is drawn. */
export const OUTCOME_NAMES: Record<Outcome, string> = {
  approved_in_principle: '原则同意',
  approved: '同意',
  heard: '听取',
  conveyed: '传达',
  discussed: '研究',
  deferred: '暂缓',
  rejected: '不同意',
  repealed: '同意废止',
}
