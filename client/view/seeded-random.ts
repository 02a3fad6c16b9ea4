/** Numbers in [0, 1), the same for the same seed (sfc32, started from one 32-bit number). */
export const seededRandom = (seed: number): (() => number) => {
  let a = seed | 0
  let b = 0x9e3779b9
  let c = 0x243f6a88
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let warm = 0; warm < 12; warm++) next()
  return next
}

/** fcose takes no seed: `Math.random` is ours while `run`, which must be synchronous, lasts. */
export const withSeededRandom = <Value>(seed: number, run: () => Value): Value => {
  const original = Math.random
  Math.random = seededRandom(seed)
  try {
    return run()
  } finally {
    Math.random = original
  }
}
