/** A quotation without the line breaks of the file; white space inside it says nothing in Chinese. */
export const flatQuote = (quote: string): string => quote.replace(/\s+/g, '')

export type SentenceParts = { before: string; quote: string; after: string }

const AROUND = 90

/** The sentence about the quoted words, without line breaks; long ones are cut on both sides, where …… says so. */
export const sentenceParts = (
  text: string,
  sentence: { start: number; end: number },
  quote: { start: number; end: number },
): SentenceParts => {
  const before = flatQuote(text.slice(sentence.start, quote.start))
  const after = flatQuote(text.slice(quote.end, sentence.end))
  return {
    before: before.length > AROUND ? `……${before.slice(-AROUND)}` : before,
    quote: flatQuote(text.slice(quote.start, quote.end)),
    after: after.length > AROUND ? `${after.slice(0, AROUND)}……` : after,
  }
}
