/** Width in columns of a full-width character; a half-width one counts a half. */
export const columns = (text: string): number => {
  let width = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    width += code < 0x2000 && code !== 0xb7 ? 0.5 : 1
  }
  return width
}

/** A page of a 公文 has lines of 28 columns and paragraphs an indent of two: true where `text` may have been cut at the end of such a line. */
export const fillsOfficialLines = (text: string): boolean => {
  const rest = (columns(text) + 2) % 28
  return rest >= 26.5 || rest <= 2
}
