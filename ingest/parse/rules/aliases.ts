import type { Span } from '../../../model/record.ts'
import { ALIAS_WORDS } from '../../lexicon/policy-kinds.ts'
import { matchesOf } from '../matches.ts'
import type { Title } from '../titles.ts'

/** A short name and the title that it stands for. */
export type Alias = { name: Span; title: Title }

const INTRODUCTION = new RegExp(`（(?:${ALIAS_WORDS.join('|')})(?:为)?：?(?<names>[^（）]{1,80})）`, 'gu')
const NAME = /《(?<title>[^《》]{1,40})》|“(?<quoted>[^“]{1,40})“|‘(?<single>[^‘’]{1,40})’/gu
const LONGEST_GAP = 24

/** Introductions of short names (以下简称《…》); several in one bracket belong to the last titles before it, in order. */
export const aliasesIn = (folded: string, { start, end }: Span, titles: readonly Title[]): Alias[] => {
  const out: Alias[] = []
  for (const match of matchesOf(folded.slice(start, end), INTRODUCTION)) {
    const at = start + match.index
    const listed = match.groups?.names ?? ''
    const offset = at + match[0].indexOf(listed)
    const names = matchesOf(listed, NAME).map((name) =>
      unbracketed(folded, { start: offset + name.index + 1, end: offset + name.index + name[0].length - 1 }),
    )
    if (!names.length) names.push({ start: offset, end: offset + listed.length })
    const before = titles.filter((title) => title.end <= at && at - title.end <= LONGEST_GAP + (names.length - 1) * 80)
    const last = before.at(-1)
    if (!last || !gapAllowed(folded.slice(last.end, at))) continue
    before.slice(-names.length).forEach((title, i) => {
      const name = names[i]
      if (name) out.push({ name, title })
    })
  }
  return out
}

/** “《管理办法》” is printed with both. */
const unbracketed = (folded: string, { start, end }: Span): Span =>
  folded[start] === '《' && folded[end - 1] === '》' ? { start: start + 1, end: end - 1 } : { start, end }

/** Between a title and the bracket stands nothing, a stage in brackets, or a few words like 等文件. */
const gapAllowed = (gap: string): boolean => gap.length <= LONGEST_GAP && !/[，。；、]/u.test(gap)
