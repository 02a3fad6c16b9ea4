import { ENCODING_WORDS } from '../lexicon/encoding-words.ts'

/** `null` when the bytes are not in this encoding from the first to the last. */
export const tryDecode = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** How many words of the genre a decoding shows. */
export const wordsOf = (text: string): number =>
  ENCODING_WORDS.reduce((count, word) => count + (text.split(word).length - 1), 0)

/**
 * What a decoder of an old encoding makes of bytes that are no text: control characters, and characters for private use to
 * which it maps single bytes. The mark that ended files under DOS (1a) is none of them.
 */
// oxlint-disable-next-line no-control-regex
const NO_TEXT = /[\x00-\x08\x0e-\x19\x1b-\x1f\x80-\x9f\uf8f8-\uf8ff]/u

const tryLegacy = (encoding: string, bytes: Uint8Array): string | null => {
  const text = tryDecode(encoding, bytes)
  return text === null || NO_TEXT.test(text) ? null : text
}

/** Big5 bytes decode as GB18030 without an error, into nonsense: the one that makes words of the genre is meant. */
const legacy = (bytes: Uint8Array): string | null => {
  const [gb, big5] = [tryLegacy('gb18030', bytes), tryLegacy('big5', bytes)]
  if (gb === null || big5 === null) return gb ?? big5
  return wordsOf(big5) > wordsOf(gb) ? big5 : gb
}

const byMark = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/**
 * The text of a file with its lines ended by `\n` alone: UTF-16 by its mark, else UTF-8 with or without one, else GB18030 or
 * Big5. `null` when it is no text in any of them; a zero byte is in none.
 */
export const decode = (bytes: Uint8Array): string | null => {
  const marked = byMark(bytes)
  // Before it is decoded at all: most files of programs are known by it, however large they are.
  if (!marked && bytes.includes(0)) return null
  const text = marked ? tryDecode(marked, bytes) : (tryDecode('utf-8', bytes) ?? legacy(bytes))
  return text === null || text.includes('\0') ? null : text.replace(/\r\n?/gu, '\n')
}
