import type { MeetingFacts } from '../../model/record.ts'

export const SESSIONS: readonly (readonly [string, NonNullable<MeetingFacts['session']>])[] = [
  ['上午', '上午'],
  ['下午', '下午'],
  ['晚上', '晚上'],
  ['晚间', '晚上'],
  ['傍晚', '晚上'],
  ['晚', '晚上'],
  ['全天', '全天'],
  ['整天', '全天'],
]

/** Deadlines that name no day. */
export const SOFT_DEADLINES = [
  '春节前',
  '节前',
  '汛期前',
  '汛前',
  '入汛前',
  '入冬前',
  '国庆节前',
  '国庆前',
  '五一前',
  '中秋前',
  '开学前',
  '两会前',
  '清明节前',
  '端午节前',
  '元旦前',
  '供暖季前',
  '采暖季前',
  '主汛期前',
  '高考前',
  '秋季开学前',
] as const

/** Month and day of the end of a part of the year. */
export const QUARTER_ENDS: readonly string[] = ['03-31', '06-30', '09-30', '12-31']

export const RELATIVE_YEARS: Readonly<Record<string, number>> = {
  本年: 0,
  今年: 0,
  当年: 0,
  本年度: 0,
  明年: 1,
  次年: 1,
  来年: 1,
  后年: 2,
  去年: -1,
}

/** What is done by a day: without one of these 确保上半年 says what is hoped for. */
export const COMPLETION = [
  '完成',
  '建成',
  '开工',
  '竣工',
  '完工',
  '投用',
  '投产',
  '启动',
  '启用',
  '开通',
  '通车',
  '交付',
  '出台',
  '印发',
  '拿出',
  '形成',
  '制定',
  '到位',
  '落地',
  '办结',
  '整改',
  '拨付',
  '报',
] as const
