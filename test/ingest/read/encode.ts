/** The other way round than a decoder goes, from all pairs of bytes that it knows; ASCII stays. */
export const encode = (text: string, encoding: 'gb18030' | 'big5'): Uint8Array => {
  const decoder = new TextDecoder(encoding)
  const pairs = new Map<string, readonly number[]>()
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++)
      pairs.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  const bytesOf = (sign: string): readonly number[] => {
    const bytes = sign < '\x80' ? [sign.charCodeAt(0)] : pairs.get(sign)
    if (!bytes) throw new Error(`${sign} is not in ${encoding}`)
    return bytes
  }
  return Uint8Array.from(Array.from(text).flatMap(bytesOf))
}
