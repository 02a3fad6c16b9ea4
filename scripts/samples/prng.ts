/** A small seeded source of chance: the same seed gives the same corpus on every machine. */
export type Rng = {
  /** In [0, 1). */
  next(): number
  /** Both ends included. */
  int(low: number, high: number): number
  chance(p: number): boolean
  pick<T>(values: readonly T[]): T
  shuffle<T>(values: readonly T[]): T[]
  /** An own stream: what is drawn from it changes nothing for its parent. */
  fork(label: string): Rng
}

const hash = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  h ^= h >>> 12
  return h >>> 0
}

const mulberry32 = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const createRng = (seed: string): Rng => {
  const next = mulberry32(hash(seed))
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    int,
    chance: (p) => next() < p,
    pick: (values) => {
      const value = values[int(0, values.length - 1)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
    shuffle: (values) => {
      const left = [...values]
      const out: typeof left = []
      while (left.length) out.push(...left.splice(int(0, left.length - 1), 1))
      return out
    },
    fork: (label) => createRng(`${seed}/${label}`),
  }
}
