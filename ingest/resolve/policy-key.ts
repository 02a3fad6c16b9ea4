import { foldForm } from './fold.ts'

const STAGE = /[(<〔][^()<>〔〕]{0,12}?(?:草案|稿)[)>〕]/gu
const OF = /的(?=(?:意见|通知|方案)$)/u
const FISCAL = /(?<=(?:19|20)\d\d年)度/gu

/** A title without the stage in brackets: 草案, 送审稿, 征求意见稿 … What else stands in brackets (年版, 试行, 2024-2026年) belongs to the name. */
export const withoutStage = (title: string): string => foldForm(title).replace(STAGE, '')

/**
 * What two printings of one policy share: the title without 《》, stage, the place in front or behind the year, and 关于 at the beginning.
 * The year stays: the editions of two years are two policies.
 */
export const policyKey = (title: string, home: string): string => {
  const plain = withoutStage(title).replace(/[《》]/gu, '')
  const local = plain.startsWith(home) ? plain.slice(home.length) : plain
  const subject = local.startsWith('关于') ? local.slice(2) : local
  const year = /^(?:19|20)\d\d(?:年度?)?/u.exec(subject)?.[0] ?? ''
  const behind = subject.slice(year.length)
  const key = (year && behind.startsWith(home) ? year + behind.slice(home.length) : subject)
    .replace(FISCAL, '')
    .replace(OF, '')
  return key || plain || foldForm(title)
}

const PERIOD = /[(]?(?<from>(?:19|20)\d\d)年?[-至](?<to>(?:19|20)?\d\d)年?[)]?/u
/** A year alone only where the title begins with it: 2023马拉松赛工作方案. */
const YEAR = /[(]?(?<from>(?:19|20)\d\d)(?:年版|年|版)[)]?|^(?<alone>(?:19|20)\d\d)(?=\p{Script=Han})/u

/** The year or the first year of the period in a key, with what the editions share; `null` where there is none. */
export const editionOf = (key: string): { year: number; series: string } | null => {
  const match = PERIOD.exec(key) ?? YEAR.exec(key)
  const from = match?.groups?.['from'] ?? match?.groups?.['alone']
  if (!match || from === undefined) return null
  const series = `${key.slice(0, match.index)}${key.slice(match.index + match[0].length)}`
  return series.length < 2
    ? null
    : { year: Number(from), series: match[0].includes('-') || match[0].includes('至') ? `${series}(*)` : series }
}
