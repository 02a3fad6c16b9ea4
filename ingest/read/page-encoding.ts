import { decode, tryDecode, wordsOf } from './decode.ts'

const SCANNED = 2048
const DECLARED =
  /<meta\b[^<>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w-]{2,20})|<\?xml\b[^<>]{0,80}?encoding\s{0,9}=\s{0,9}["']([\w-]{2,20})/iu

/** The encoding that the page names, if it is one that this machine knows. A page whose name could be read so far is not in UTF-16. */
const declared = (bytes: Uint8Array): string | null => {
  const head = Buffer.from(bytes.subarray(0, SCANNED)).toString('latin1')
  const found = DECLARED.exec(head)
  const name = found?.[1] ?? found?.[2]
  if (name === undefined) return null
  if (/^utf-?16/iu.test(name)) return 'utf-8'
  try {
    const { encoding } = new TextDecoder(name)
    // The decoder of the older GBK makes the full-width space a3a0, of which web pages are full, a character for private use.
    return encoding === 'gbk' ? 'gb18030' : encoding
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A page in UTF-16 often comes without a mark, but its first sign is `<`. */
const unmarked = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le'
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : null
}

/**
 * The text of a page: by its mark, else as it says itself, else like any other text. Pages say `gb2312` over bytes that were
 * long turned into UTF-8, so what they say has to make as many words of the genre as the bytes do. `null` when it is no text.
 */
export const decodePage = (bytes: Uint8Array): string | null => {
  const wide = unmarked(bytes)
  if (wide !== null) return tryDecode(wide, bytes)
  const plain = decode(bytes)
  const name = declared(bytes)
  if (name === null || bytes.includes(0)) return plain
  const said = tryDecode(name, bytes)
  if (said === null || plain === null) return said ?? plain
  return wordsOf(said) >= wordsOf(plain) ? said : plain
}
