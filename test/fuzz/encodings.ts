/** Texts in the encodings in which files come. */
const ENCODERS = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-8 with a mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  gb18030: (text: string) => inPairs(text, 'gb18030'),
  big5: (text: string) => inPairs(text, 'big5'),
} as const

export type Encoding = keyof typeof ENCODERS
// The keys of an object of ours are those of its type.
export const ENCODINGS = Object.keys(ENCODERS) as readonly Encoding[]

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

const tableOf = (encoding: string): ReadonlyMap<string, readonly number[]> => {
  const known = tables.get(encoding)
  if (known) return known
  const decoder = new TextDecoder(encoding)
  const pairs = new Map<string, readonly number[]>()
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++)
      pairs.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  tables.set(encoding, pairs)
  return pairs
}

/** What the encoding does not have becomes a question mark, as editors write it. */
const inPairs = (text: string, encoding: string): Buffer => {
  const pairs = tableOf(encoding)
  return Buffer.from(
    Array.from(text).flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (pairs.get(sign) ?? [0x3f]))),
  )
}

export const encodeAs = (encoding: Encoding, text: string): Buffer => ENCODERS[encoding](text)
