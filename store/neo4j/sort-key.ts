const LAST = '\u{10FFFF}'
const ABOVE_SURROGATES = /[\uE000-\uFFFF]/gu

/**
 * What to sort by instead of `id`; `null` when it is the id itself. The server compares characters, the port asks for UTF-16 code
 * units, in which those from U+E000 to U+FFFF come after all beyond the basic plane: here they do so as characters too.
 */
export const sortKey = (id: string): string | null => {
  const key = id.replace(ABOVE_SURROGATES, (char) => LAST + char)
  return key === id ? null : key
}
