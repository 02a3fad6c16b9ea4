/** What the co-occurrence view shows of a reply, and what it keeps in the address. Pure. */
import type { Actor, CoOccurrenceReply, Pair } from '../../model/api/co-occurrence.ts'
import { Actors, CountingLevel } from '../../model/api/co-occurrence.ts'

export const RATES = ['0.01', '0.05', '0.1'] as const
export const MINIMA = ['1', '2', '3', '5', '10'] as const

export type Choice = {
  who: Actors
  level: CountingLevel
  fdr: (typeof RATES)[number]
  minimum: (typeof MINIMA)[number]
  /** Ids of the pair in hand, or of one actor with `b` null. */
  a: string | null
  b: string | null
}

export const DEFAULT: Choice = { who: 'department', level: 'item', fdr: '0.05', minimum: '2', a: null, b: null }

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined, fallback: Value): Value =>
  values.find((value) => value === text) ?? fallback

/** What is malformed counts as absent. */
export const parseChoice = (view: Readonly<Record<string, string>>): Choice => ({
  who: oneOf(Actors.options, view.who, DEFAULT.who),
  level: oneOf(CountingLevel.options, view.level, DEFAULT.level),
  fdr: oneOf(RATES, view.fdr, DEFAULT.fdr),
  minimum: oneOf(MINIMA, view.minimum, DEFAULT.minimum),
  a: view.a ?? null,
  b: view.a ? (view.b ?? null) : null,
})

/** What has its default value is left out. */
export const formatChoice = (choice: Choice): Record<string, string> => {
  const view: Record<string, string> = {}
  for (const name of ['who', 'level', 'fdr', 'minimum', 'a', 'b'] as const) {
    const value = choice[name]
    if (value !== null && value !== DEFAULT[name]) view[name] = value
  }
  return view
}

/** Indices of the actors by community (the largest first, those without a tie last), then by ties, then by how often they are there. */
export const matrixOrder = (actors: readonly Actor[]): number[] =>
  actors
    .map((_, index) => index)
    .sort((i, k) => {
      const [a, b] = [actors[i], actors[k]]
      if (!a || !b) return 0
      return (
        (a.community ?? Number.MAX_SAFE_INTEGER) - (b.community ?? Number.MAX_SAFE_INTEGER) ||
        b.degree - a.degree ||
        b.count - a.count ||
        i - k
      )
    })

export type Block = { community: number | null; from: number; to: number }

/** Runs of one community in the order of the matrix; `to` is one past the last. */
export const blocksOf = (actors: readonly Actor[], order: readonly number[]): Block[] => {
  const blocks: Block[] = []
  order.forEach((index, place) => {
    const community = actors[index]?.community ?? null
    const last = blocks.at(-1)
    if (last && last.community === community) last.to = place + 1
    else blocks.push({ community, from: place, to: place + 1 })
  })
  return blocks
}

/** Pairs by `a` and `b` in either order. */
export const pairIndex = (pairs: readonly Pair[]): ((i: number, k: number) => Pair | undefined) => {
  const byKey = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]))
  return (i, k) => byKey.get(i < k ? `${i} ${k}` : `${k} ${i}`)
}

type Listed = Pick<CoOccurrenceReply, 'pairs' | 'testable'>

const tiesIn = (pairs: readonly Pair[]): Pair[] => pairs.filter(({ tie }) => tie !== 'none')
const metIn = (pairs: readonly Pair[]): Pair[] => pairs.filter(({ observed }) => observed > 0)

/** The pairs that the list shows: ties above chance first, then below; where there is none, whoever met, by count. */
export const listedPairs = ({ pairs }: Pick<Listed, 'pairs'>): Pair[] => {
  const ties = tiesIn(pairs)
  return ties.length > 0 ? ties : metIn(pairs)
}

/** The pairs that are drawn: ties; where no test can speak, whoever met. */
const drawnPairs = ({ pairs, testable }: Listed): Pair[] => (testable ? tiesIn(pairs) : metIn(pairs))

/** How many times what chance gives; `null` where chance gives nothing. */
export const ratioOf = ({ observed, expected }: Pick<Pair, 'observed' | 'expected'>): number | null =>
  expected > 0 ? observed / expected : null

/** Actors that the network draws: those in a tie; where there is none, those of the most frequent pairs. */
export const drawnActors = (reply: Listed, most: number): { nodes: number[]; pairs: Pair[] } => {
  const ties = drawnPairs(reply)
  const nodes = new Set<number>()
  const pairs: Pair[] = []
  for (const pair of ties) {
    const grown = new Set([...nodes, pair.a, pair.b])
    if (grown.size > most) continue
    for (const index of grown) nodes.add(index)
    pairs.push(pair)
  }
  return { nodes: [...nodes].sort((i, k) => i - k), pairs }
}
