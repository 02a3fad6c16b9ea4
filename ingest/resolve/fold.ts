import { byCodeUnits } from '../../model/order.ts'
import { NAME_KEEPS } from '../lexicon/variants.ts'
import { fold } from '../repair/fold.ts'

/** Most names: nothing in them has another shape. */
const PLAIN = /^[\u4E00-\u9FFF0-9A-Za-z《》、·()<>"-]*$/u

/** Width, white space and the shape of quotation marks, dashes and brackets do not tell two names apart. */
export const foldName = (name: string): string => (PLAIN.test(name) ? name : folded(name))

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[“”‘’„‟「」『』'`]/gu, '"')
    .replace(/[—–−─―﹣~～]/gu, '-')
    .replace(/[•・‧∙]/gu, '·')
    .replace(/[〈＜]/gu, '<')
    .replace(/[〉＞]/gu, '>')

/** `foldName`, and traditional characters as simplified ones: the key of a body or a title. */
export const foldForm = (form: string): string => foldName(fold(form))

/** The same for a person; characters that are names of their own stay. */
export const foldPerson = (name: string): string =>
  foldName(Array.from(name, (sign) => (NAME_KEEPS.includes(sign) ? sign : fold(sign))).join(''))

/** The form printed most often; ties go to the shortest, then to the first by code units. Throws when there is none. */
export const mostFrequent = (forms: Iterable<string>): string => {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  return mostCounted(counts)
}

/** `mostFrequent` of forms that are counted. */
export const mostCounted = (counts: ReadonlyMap<string, number>): string => {
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length || byCodeUnits(a, b))
  if (!first) throw new Error('no form to choose a name from')
  return first[0]
}
