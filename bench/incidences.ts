import { type Incidence, incidenceOf } from '../analysis/incidence.ts'
import { seededRandom } from '../analysis/seeded-random.ts'

type Shape = {
  bodies: number
  items: number
  /** How many bodies an item has on average; repeats of a body in an item count once. */
  mean: number
  /** Exponents of the two heavy tails: the smaller, the heavier. */
  tails: readonly [bodies: number, items: number]
  seed: number
}

/** The first place at which the rising `sums` pass `value`. */
const placeOf = (sums: Float64Array, value: number): number => {
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}

const day = (at: number, of: number): string =>
  new Date(Date.UTC(2004, 0, 1) + (at / of) * 20 * 365.25 * 86_400_000).toISOString().slice(0, 10)

/** Bodies that are drawn by weights with a heavy tail into items of which some have many; twenty years of dates. */
export const heavyTailed = ({ bodies, items, mean, tails, seed }: Shape): Incidence => {
  const random = seededRandom(seed)
  const pareto = (exponent: number) => (1 - random()) ** (-1 / exponent)
  let sum = 0
  const sums = Float64Array.from({ length: bodies }, () => (sum += Math.min(pareto(tails[0]), bodies)))
  const raw = Array.from({ length: items }, () => Math.min(pareto(tails[1]), bodies / 4))
  const scale = (mean * items) / raw.reduce((total, size) => total + size, 0)
  const [rows, columns]: [number[], number[]] = [[], []]
  raw.forEach((size, item) => {
    const wanted = Math.floor(size * scale + random())
    for (let drawn = 0; drawn < wanted; drawn++) {
      rows.push(placeOf(sums, random() * sum))
      columns.push(item)
    }
  })
  const id = (name: string, at: number) => `${name}/${String(at).padStart(6, '0')}`
  return incidenceOf({
    who: Array.from({ length: bodies }, (_, at) => id('body', at)),
    what: Array.from({ length: items }, (_, at) => ({ id: id('item', at), date: day(at, items) })),
    rows: Int32Array.from(rows),
    columns: Int32Array.from(columns),
  })
}
