import { MEETING_KINDS } from '../../lexicon/meeting-words.ts'
import { blocksOf, type Document, type Found } from '../document.ts'
import { matchesOf } from '../matches.ts'

const KINDS = MEETING_KINDS.map(([word]) => word).join('|')
const PATTERN = new RegExp(`(${KINDS})(（?扩大）?)?会`, 'gu')

/** The kind of the meeting in its canonical words; of two meetings in one sitting the government's own. */
export const meetingKind = (doc: Document): Found<{ type: string; extended: boolean }> => {
  for (const blocks of [blocksOf(doc, 'masthead', 'number'), blocksOf(doc, 'opening', 'data')]) {
    const matches = blocks.flatMap(({ span }) =>
      matchesOf(doc.folded.slice(span.start, span.end), PATTERN).map((match) => ({
        match,
        start: span.start + match.index,
      })),
    )
    for (const [word, type] of MEETING_KINDS) {
      const found = matches.find(({ match }) => match[1] === word)
      if (found)
        return {
          value: { type, extended: Boolean(found.match[2]) },
          span: { start: found.start, end: found.start + found.match[0].length },
        }
    }
  }
  return null
}
