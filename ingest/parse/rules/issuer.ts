import type { Span } from '../../../model/record.ts'
import { GOVERNMENT_ENDINGS, GOVERNMENT_LEVELS } from '../../lexicon/meeting-words.ts'
import { jurisdictionOf } from '../bodies/jurisdiction.ts'
import { blocksOf, type Document, type Found, printed } from '../document.ts'
import { matchesNear } from '../matches.ts'
import { NUMBER } from '../numbers.ts'

const ENDINGS = GOVERNMENT_ENDINGS.join('|')
const LEVELS = GOVERNMENT_LEVELS.join('|')
const GOVERNMENT = new RegExp(
  `[\\p{Script=Han}·]{1,18}?(?:${LEVELS})(?:${ENDINGS})|[\\p{Script=Han}]{2,18}?(?:区|港口|园|新城|港)(?:管理委员会|管委会|党工委)`,
  'gu',
)
/** What a government ends in, and how far behind its beginning that may begin. */
const ENDS = new RegExp(`${ENDINGS}|管理委员会|管委会|党工委`, 'gu')
const REACH = 40

/** 青桐县第十七届人民政府: the government of a term is the government. */
const OF_TERM = new RegExp(`(?<place>\\p{Script=Han}{1,16}(?:${LEVELS}))第?${NUMBER}届(?:人民)?政府`, 'u')

const ZONE = /(?:管委会|管理委员会|党工委)$/u

/** Words that stand in front of a government and are not part of its name. */
const BEFORE_NAME = /^(?:.{0,16}(?:召开|主持))?(?:中共|关于|在|由|报送|各|现将|和|及|暨)*/u

/** Names of governments in a stretch; a short one (市政府) is told from a full one by the place it lacks. */
const governmentsIn = ({ folded }: Document, { start, end }: Span): Span[] =>
  matchesNear(folded.slice(start, Math.min(end, start + 600)), GOVERNMENT, ENDS, REACH).map((match) => {
    const skip = BEFORE_NAME.exec(match[0])?.[0].length ?? 0
    return { start: start + match.index + skip, end: start + match.index + match[0].length }
  })

const hasPlace = (doc: Document, span: Span): boolean =>
  jurisdictionOf(doc.folded.slice(span.start, span.end)).place !== ''

/** The government on the masthead; where that prints 市政府 alone, the full name from the office that printed the document, or from its text. */
export const issuer = (doc: Document): Found<string> => {
  const ofTerm = governmentOfTerm(doc)
  if (ofTerm) return ofTerm
  const masthead = blocksOf(doc, 'masthead', 'number').flatMap((block) => governmentsIn(doc, block.span))
  const full = masthead.find((span) => hasPlace(doc, span))
  const found = (full && beside(doc, full, masthead)) ?? full ?? office(doc) ?? masthead[0] ?? null
  return found && { value: printed(doc.text, found), span: found }
}

const governmentOfTerm = (doc: Document): Found<string> => {
  for (const { span } of blocksOf(doc, 'masthead')) {
    const match = OF_TERM.exec(doc.folded.slice(span.start, Math.min(span.end, span.start + 600)))
    const place = match?.groups?.place
    if (match && place) {
      const start = span.start + match.index
      const name = printed(doc.text, { start, end: start + place.length })
      return { value: `${name}人民政府`, span: { start, end: start + match[0].length } }
    }
  }
  return null
}

/** 岚州高新区管委会、云汀区政府: where a zone and a government share a masthead, the government's own meeting is the one that counts. */
const beside = (doc: Document, zone: Span, masthead: readonly Span[]): Span | undefined =>
  ZONE.test(doc.folded.slice(zone.start, zone.end))
    ? masthead.find(
        (span) =>
          /^[、 \n]$/u.test(doc.folded.slice(zone.end, span.start)) &&
          !ZONE.test(doc.folded.slice(span.start, span.end)) &&
          hasPlace(doc, span),
      )
    : undefined

/** The first government with a place that the rest of the document names as its own. */
const office = (doc: Document): Span | null => {
  for (const block of blocksOf(doc, 'printed', 'compiled', 'opening', 'data', 'distribution'))
    for (const span of governmentsIn(doc, block.span)) if (hasPlace(doc, span) && isOwn(doc, span)) return span
  return null
}

/** Distribution lists name other governments: 各市、区人民政府. */
const isOwn = ({ folded }: Document, { start, end }: Span): boolean =>
  !'、各'.includes(folded[start - 1] ?? ' ') && !folded.slice(start, end).startsWith('省')
