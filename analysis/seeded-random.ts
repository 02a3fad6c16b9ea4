/** Numbers in [0, 1), the same for the same seed on every machine (xoshiro128**, filled from one 32-bit number). */
export const seededRandom = (seed: number): (() => number) => {
  let fill = seed | 0
  const word = () => {
    fill = (fill + 0x9e3779b9) | 0
    let mixed = Math.imul(fill ^ (fill >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return mixed ^ (mixed >>> 16)
  }
  let [a, b, c, d] = [word(), word(), word(), word()]
  const turned = (value: number, by: number) => (value << by) | (value >>> (32 - by))
  return () => {
    const result = Math.imul(turned(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = turned(d, 11)
    return result / 2 ** 32
  }
}
