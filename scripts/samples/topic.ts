import type { Seed } from './domain.ts'
import { RECURRING } from './tables/windows.ts'

/** What a meeting does with a topic. */
export type Mode =
  | 'approve' // 原则同意, 同意, 审议通过
  | 'defer' // 暂缓
  | 'refuse' // 不同意, 待…再次提交
  | 'reject' // 不同意
  | 'repeal' // 同意废止
  | 'agree-report' // 原则同意…的汇报
  | 'hear' // 听取了
  | 'notify' // 通报了
  | 'arrange' // 部署了
  | 'study' // 研究了
  | 'convey' // 传达了
  | 'law' // 学习了《…法》

/** A duty that is not left to chance: by whom, with whom, until when. */
export type FixedDuty = {
  body: string
  joint?: string
  what: string
  /** As printed: 9月底前. `null` for none. */
  by: string | null
  /** The day that it means. */
  deadline?: string
  /** Names the duty in the truth about stories. */
  id?: string
}

/** Another document that the item names, with the sentence that names it. */
export type FixedCite = { title: string; docNumber?: string; policy?: string; sentence: string }

export type Topic = {
  seeds: readonly Seed[]
  domain: string
  mode: Mode
  /** Bracket in the printed title: 送审稿, 草案, 修订草案. */
  stage: string | null
  /** Where the decision goes next, where the plan wants it so. */
  next?: 'party' | 'congress' | 'reform' | 'province' | 'safety' | 'government' | 'office' | 'plain'
  duties?: readonly FixedDuty[]
  cites?: readonly FixedCite[]
  /** Sentences that open the background: why it comes back, what was reported. */
  notes?: readonly string[]
  /** Does not take the seed's own sentences, the notes say it all. */
  terse?: boolean
  /** A meeting's matter conveyed together with the document. */
  spirit?: Seed
  /** Put off without asking for it back. */
  shelve?: boolean
  /** 及3个子方案 */
  unnamed?: number
  story?: string
}

/** Comes back every year, as a yearly edition or as a matter that never ends. */
export const comesYearly = (seed: Seed) => isYearly(seed) || RECURRING.includes(seed.id)

export const isYearly = (seed: Seed) => /\{[上下]?年\}/u.test(seed.title)
