import { yearOf } from './days.ts'
import type { Seed } from './domain.ts'
import { localise, type Place } from './place.ts'
import { isYearly, type Topic } from './topic.ts'

/** A document as it is printed and as the truth knows it. */
export type PrintedPolicy = {
  /** With 《》 and what stands behind: 《…规划》（送审稿）. */
  text: string
  /** Inside 《》. */
  title: string
  /** `urban-renewal-measures`, `air-plan/2023`. */
  policy: string
  edition: number | null
  stage: string | null
}

/** Fills the year and the place into a text of the tables. */
export const fill = (text: string, date: string, place: Place): string => {
  const year = yearOf(date)
  const dated = text
    .replaceAll('{年}', `${year}`)
    .replaceAll('{下年}', `${year + 1}`)
    .replaceAll('{上年}', `${year - 1}`)
  return localise(dated, place)
}

const editionOf = (seed: Seed, date: string): number | null => {
  if (!isYearly(seed)) return null
  if (seed.title.includes('{下年}')) return yearOf(date) + 1
  return seed.title.includes('{年}') ? yearOf(date) : yearOf(date) - 1
}

/** A title that ends in a bracket has its stage behind 》, so that no two brackets stand side by side. */
export const printPolicy = (seed: Seed, topic: Topic, date: string, place: Place): PrintedPolicy => {
  const bare = fill(seed.title, date, place)
  const edition = editionOf(seed, date)
  const policy = edition === null ? seed.id : `${seed.id}/${edition}`
  const { stage } = topic
  if (!stage) return { text: `《${bare}》`, title: bare, policy, edition, stage }
  if (bare.endsWith('）')) return { text: `《${bare}》（${stage}）`, title: bare, policy, edition, stage }
  return { text: `《${bare}（${stage}）》`, title: `${bare}（${stage}）`, policy, edition, stage }
}

const KINDS: readonly string[] = [
  '暂行办法',
  '管理办法',
  '实施办法',
  '保护办法',
  '管控办法',
  '保障办法',
  '实施细则',
  '管理规定',
  '若干规定',
  '管理条例',
  '保护条例',
  '条例',
  '三年行动计划',
  '行动计划',
  '工作计划',
  '立法计划',
  '实施计划',
  '项目计划',
  '专项规划',
  '保护利用规划',
  '规划',
  '实施方案',
  '工作方案',
  '行动方案',
  '调整方案',
  '应急预案',
  '工作要点',
  '实施意见',
  '指导意见',
  '若干措施',
  '若干政策',
  '办法',
  '规定',
]

/** 《管理办法》 for 《…管理办法》; `null` where the title has no usual last word. */
export const shortTitle = (title: string): string | null => {
  const bare = title.replace(/（[^）]*）/gu, '')
  const kind = KINDS.find((word) => bare.endsWith(word))
  return kind && bare.length > kind.length + 4 ? kind : null
}
