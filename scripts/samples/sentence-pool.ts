import type { Rng } from './prng.ts'

/** Hands out sentences so that none comes back before its neighbours have been used, and none twice in one document. */
export type SentencePool = {
  newDocument(): void
  /** The least used of the list that the document does not hold yet; `null` when all are used up or over `most` times. */
  take(sentences: readonly string[], most: number): string | null
  /** As `take`, but in the order of the list. */
  next(sentences: readonly string[], most: number): string | null
}

export const createPool = (rng: Rng): SentencePool => {
  const used = new Map<string, number>()
  let here = new Set<string>()
  const choose = (
    sentences: readonly string[],
    most: number,
    pick: (least: readonly string[]) => string | undefined,
  ) => {
    const free = sentences.filter((sentence) => !here.has(sentence) && (used.get(sentence) ?? 0) < most)
    if (!free.length) return null
    const least = Math.min(...free.map((sentence) => used.get(sentence) ?? 0))
    const chosen = pick(free.filter((sentence) => (used.get(sentence) ?? 0) === least)) ?? null
    if (chosen !== null) {
      used.set(chosen, least + 1)
      here.add(chosen)
    }
    return chosen
  }
  return {
    newDocument: () => {
      here = new Set()
    },
    take: (sentences, most) => choose(sentences, most, (least) => rng.pick(least)),
    next: (sentences, most) => choose(sentences, most, (least) => least[0]),
  }
}
