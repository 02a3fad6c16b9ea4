import type { Quotation } from '../../model/api/graph.ts'

export type MarkedPart = { at: number; text: string; marked: boolean }

const placesOf = (text: string, names: readonly string[]): { start: number; end: number }[] =>
  names
    .filter((name) => name !== '')
    .flatMap((name) => {
      const places: { start: number; end: number }[] = []
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
        places.push({ start: at, end: at + name.length })
      return places
    })
    .sort((a, b) => a.start - b.start || b.end - a.end)

/** A sentence in parts: `names` are marked where they are printed; where none is, the words of the evidence. */
export const markedParts = (
  { quote, sentence, start, end }: Pick<Quotation, 'quote' | 'sentence' | 'start' | 'end'>,
  names: readonly string[],
): MarkedPart[] => {
  const printed = placesOf(quote, names)
  const places = printed.length ? printed : [{ start: start - sentence.start, end: end - sentence.start }]
  const parts: MarkedPart[] = []
  let at = 0
  for (const place of places) {
    if (place.start < at) continue
    parts.push({ at, text: quote.slice(at, place.start), marked: false })
    parts.push({ at: place.start, text: quote.slice(place.start, place.end), marked: true })
    at = place.end
  }
  parts.push({ at, text: quote.slice(at), marked: false })
  return parts.filter(({ text }) => text !== '')
}
