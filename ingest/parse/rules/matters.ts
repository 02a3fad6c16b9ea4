import type { Item, Span } from '../../../model/record.ts'
import type { Mention } from '../bodies/mentions.ts'
import { printed } from '../document.ts'
import { titlesOf } from '../titles.ts'
import type { Segment } from './item-verbs.ts'

type Matter = Item['matters'][number]

/** Objects of a heading that are no documents, with the bodies that report them. */
export const mattersOf = (
  text: string,
  folded: string,
  segments: readonly Segment[],
  policies: readonly Span[],
  mentions: readonly Mention[],
): Matter[] => {
  const out: Matter[] = []
  for (const { object, verbs } of segments) {
    if (object.end - object.start < 3 || titlesOf(folded, object).length) continue
    if (policies.some((policy) => policy.start >= object.start && policy.end <= object.end)) continue
    const reports = verbs.includes('hear') || folded.slice(object.start, object.end).endsWith('汇报')
    const reporters = reports
      ? mentions.filter(
          (mention) => mention.start >= object.start && mention.end <= object.end && mention.level !== 'above',
        )
      : []
    out.push({
      text: printed(text, object),
      reporters: reporters.map((mention) => printed(text, mention)),
      span: object,
    })
  }
  return out
}
