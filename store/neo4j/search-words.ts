import { createHash } from 'node:crypto'
import { bigrams } from '../fold.ts'

/** The word that stands for a jurisdiction in the full-text index, so that a search reads only its own forms. */
export const placeWord = (jurisdiction: string): string =>
  `j${createHash('sha256').update(jurisdiction).digest('hex').slice(0, 16)}`

/** Signs of Lucene's query language lose their meaning behind a backslash. */
const escaped = (text: string): string => text.replace(/[-+&|!(){}[\]^"~*?:\\/<>=]/gu, '\\$&')

/** A query in Lucene's language for the forms of a jurisdiction in which the pairs of characters of `folded` follow each other. */
export const fullText = (jurisdiction: string, folded: string): string => {
  const chars = Array.from(folded)
  // Without its last word: the last character alone stands only at the end of a form.
  const pairs = bigrams(folded).split(' ').slice(0, -1).join(' ')
  const wanted = chars.length === 1 ? `${escaped(folded)}*` : `"${escaped(pairs)}"`
  return `+searchPlace:${placeWord(jurisdiction)} +searchWords:${wanted}`
}
