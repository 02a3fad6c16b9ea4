import type { Citation, Span } from '../../../model/record.ts'
import { CITING_VERBS } from '../../lexicon/verbs.ts'
import { printed } from '../document.ts'
import type { Title } from '../titles.ts'
import type { Alias } from './aliases.ts'
import { namedTitles, titleKey } from './title-key.ts'

const NUMBER_BEHIND = /^（(?<number>[\p{Script=Han}]{1,10}〔\d{4}〕\d{1,4}号)）/u
/** 《求是》杂志 is no document. */
const PERIODICAL = /^(?:杂志|期刊|周刊|报|专栏|栏目)/u
const BACK_REFERENCE = /(?:该|此|上述|本)$/u

type Known = { folded: string; text: string; policies: readonly Span[]; aliases: readonly Alias[] }

const relationOf = (folded: string, title: Title): Citation['relation'] | undefined => {
  const before = folded.slice(Math.max(0, title.start - 6), title.start)
  const after = folded.slice(title.end, title.end + 12)
  if (CITING_VERBS.some((verb) => before.endsWith(verb) && verb !== '贯彻' && verb !== '落实')) return 'conveys'
  if (/(?:贯彻|落实|实施|执行)$/u.test(before)) return 'implements'
  if (/(?:修订|修改)$/u.test(before)) return 'revises'
  if (before.endsWith('废止') || /同时废止/u.test(after)) return 'repeals'
  return NUMBER_BEHIND.test(after) || /印发(?:的|了)?$/u.test(before) ? 'issued' : undefined
}

/** Every other document that an item names in 《》, once: policies, short names and back references are none. */
export const citationsIn = (titles: readonly Title[], { folded, text, policies, aliases }: Known): Citation[] => {
  const out: Citation[] = []
  const words = (span: Span) => folded.slice(span.start, span.end)
  const named = namedTitles(policies.map(words))
  const short = new Set(aliases.map((alias) => titleKey(words(alias.name))))
  for (const title of titles) {
    const name = words(title.inner)
    if (PERIODICAL.test(folded.slice(title.end, title.end + 3))) continue
    if (aliases.some((alias) => alias.name.start >= title.start && alias.name.end <= title.end)) continue
    if (short.has(titleKey(name)) || BACK_REFERENCE.test(folded.slice(title.start - 2, title.start))) continue
    if (named.refersTo(name)) continue
    named.add(name)
    const relation = relationOf(folded, title)
    const docNumber = NUMBER_BEHIND.exec(folded.slice(title.end, title.end + 40))?.groups?.number
    out.push({
      title: printed(text, title.inner),
      ...(relation ? { relation } : {}),
      ...(docNumber ? { docNumber } : {}),
      span: title.inner,
    })
  }
  return out
}
