import { laplacianSolve } from './laplacian.ts'

/** Distinct degrees and how many lines have each. */
export type Margins = { degrees: readonly number[]; sizes: readonly number[] }

/** Margins are met to this, far below what a p-value notices. */
const CLOSE = 1e-11
const MUST = 1e-8
const MOST_STEPS = 200

export const logistic = (t: number): number => {
  if (t >= 0) return 1 / (1 + Math.exp(-t))
  const e = Math.exp(t)
  return e / (1 + e)
}

const softplus = (t: number): number => (t > 0 ? t : 0) + Math.log1p(Math.exp(-Math.abs(t)))
const total = (side: Margins): number => side.sizes.reduce((sum, size) => sum + size, 0)

type Point = { long: Float64Array; short: Float64Array }
type Slopes = Point & { weights: Float64Array; worst: number }

/** Minus the log-likelihood; convex, with its least value where the margins are met. */
const lossAt = (long: Margins, short: Margins, at: Point): number => {
  let loss = 0
  long.sizes.forEach((n, i) => {
    const x = at.long[i]!
    loss -= n * long.degrees[i]! * x
    short.sizes.forEach((m, j) => {
      loss += n * m * softplus(x + at.short[j]!)
    })
  })
  short.sizes.forEach((m, j) => {
    loss -= m * short.degrees[j]! * at.short[j]!
  })
  return loss
}

/** First derivatives, the mixed second ones (`weights`), and the largest miss of a margin. */
const slopesAt = (long: Margins, short: Margins, at: Point): Slopes => {
  const width = short.sizes.length
  const weights = new Float64Array(long.sizes.length * width)
  const sums = new Float64Array(width)
  let worst = 0
  const ofLong = Float64Array.from(long.sizes, (n, i) => {
    let sum = 0
    for (let j = 0; j < width; j++) {
      const t = at.long[i]! + at.short[j]!
      const p = logistic(t)
      sum += short.sizes[j]! * p
      sums[j]! += n * p
      weights[i * width + j] = n * short.sizes[j]! * p * logistic(-t)
    }
    worst = Math.max(worst, Math.abs(sum - long.degrees[i]!))
    return n * (sum - long.degrees[i]!)
  })
  const ofShort = sums.map((sum, j) => {
    worst = Math.max(worst, Math.abs(sum - short.degrees[j]!))
    return short.sizes[j]! * (sum - short.degrees[j]!)
  })
  return { long: ofLong, short: ofShort, weights, worst }
}

/** The Newton step: the long side is eliminated, a system as large as the short side is solved. */
const stepFrom = ({ long, short, weights }: Slopes): Point => {
  const [height, width] = [long.length, short.length]
  const couplings = new Float64Array(width * width)
  const aim = short.map((slope) => -slope)
  const diagonal = new Float64Array(height)
  for (let i = 0; i < height; i++) {
    const row = weights.subarray(i * width, (i + 1) * width)
    const sum = row.reduce((sum, weight) => sum + weight, 0)
    diagonal[i] = sum
    if (sum === 0) continue
    for (let j = 0; j < width; j++) {
      const share = row[j]! / sum
      aim[j]! += share * long[i]!
      for (let k = 0; k < j; k++) couplings[j * width + k]! += share * row[k]!
    }
  }
  const ofShort = laplacianSolve(couplings, aim)
  const ofLong = long.map((slope, i) => {
    let sum = -slope
    for (let j = 0; j < width; j++) sum -= weights[i * width + j]! * ofShort[j]!
    return diagonal[i] ? sum / diagonal[i] : 0
  })
  return { long: ofLong, short: ofShort }
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, at) => sum + value * b[at]!, 0)
const along = (from: Float64Array, step: Float64Array, share: number): Float64Array =>
  from.map((value, at) => value + share * step[at]!)

/** Halves the step until the loss falls as it should; near the end rounding hides the fall, and the step is taken whole. */
const searched = (long: Margins, short: Margins, at: Point, loss: number, slopes: Slopes) => {
  const step = stepFrom(slopes)
  const fall = dot(slopes.long, step.long) + dot(slopes.short, step.short)
  const noise = 1e-11 * (1 + Math.abs(loss))
  for (let share = 1; share > 1e-12; share /= 2) {
    const next = { long: along(at.long, step.long, share), short: along(at.short, step.short, share) }
    const reached = lossAt(long, short, next)
    if (reached <= loss + 1e-4 * share * fall + noise) return { next, reached }
  }
  return null
}

const logOdds = (share: number): number => Math.log(share) - Math.log1p(-share)

const startAt = (long: Margins, short: Margins): Point => {
  const [height, width] = [total(long), total(short)]
  const entries = long.sizes.reduce((sum, n, i) => sum + n * long.degrees[i]!, 0)
  const middle = logOdds(entries / (height * width))
  return {
    long: Float64Array.from(long.degrees, (degree) => logOdds(degree / width) - middle),
    short: Float64Array.from(short.degrees, (degree) => logOdds(degree / height)),
  }
}

const solveOriented = (long: Margins, short: Margins): Point => {
  let at = startAt(long, short)
  let loss = lossAt(long, short, at)
  let best = { at, worst: Number.POSITIVE_INFINITY }
  for (let step = 0; step < MOST_STEPS; step++) {
    const slopes = slopesAt(long, short, at)
    const stuck = slopes.worst >= best.worst && best.worst < MUST
    if (slopes.worst < best.worst) best = { at, worst: slopes.worst }
    if (best.worst <= CLOSE || stuck) break
    const found = searched(long, short, at, loss, slopes)
    if (!found) break
    at = found.next
    loss = found.reached
  }
  if (best.worst > MUST) throw new Error(`the null model did not converge: a degree is missed by ${best.worst}`)
  return best.at
}

/**
 * ln x of the rows and ln y of the columns, one for each distinct degree, such that the chances `logistic(ln x + ln y)` add up to
 * every degree within 1e-8. Degrees must force no entry: then the solution is finite, and unique but for a shift between the two.
 */
export const solveBlock = (rows: Margins, columns: Margins): { rows: Float64Array; columns: Float64Array } => {
  if (rows.sizes.length >= columns.sizes.length) {
    const { long, short } = solveOriented(rows, columns)
    return { rows: long, columns: short }
  }
  const { long, short } = solveOriented(columns, rows)
  return { rows: short, columns: long }
}
