/**
 * Independent trials in classes: `counts[c]` of them succeed with `chances[c]` each. `rests` are 1 - chances.
 * A chance of exactly 1 is a sure success; one of exactly 0 adds nothing.
 */
export type Trials = { counts: ArrayLike<number>; chances: Float64Array; rests: Float64Array }

/** `mass[s]` is the chance of `low + s` successes; what lies outside has less than about 1e-12 in all. */
export type Distribution = { low: number; mass: Float64Array }

/** What is smaller is cut off: for a normal distribution, beyond eight standard deviations. Tails of that order are summed elsewhere (`far-tail.ts`). */
const FLOOR = 1e-15

/** Up to so many trials of one chance are added one by one. */
const FEW = 4

/** A row of numbers that grows; `numbers[0] … numbers[length - 1]` count. */
type Row = { numbers: Float64Array; length: number }

const room = (row: Row, length: number): Float64Array => {
  if (row.numbers.length < length) {
    const wider = new Float64Array(2 * length)
    wider.set(row.numbers)
    row.numbers = wider
  }
  return row.numbers
}

/** Writes the distribution of `count` trials of one chance into `row`, from the mode outwards: no factorial, so no digits are lost in large ones. Returns its low end. */
const writeBinomial = (row: Row, count: number, odds: number): number => {
  const mode = Math.min(count, Math.floor(((count + 1) * odds) / (1 + odds)))
  let [low, below] = [mode, 1]
  while (low > 0) {
    below *= low / ((count - low + 1) * odds)
    if (below < FLOOR) break
    low--
  }
  let [high, weight, total] = [mode, 1, 1]
  const numbers = room(row, count - low + 1)
  numbers[mode - low] = 1
  while (high < count) {
    weight *= ((count - high) / (high + 1)) * odds
    if (weight < FLOOR) break
    numbers[++high - low] = weight
    total += weight
  }
  weight = 1
  for (let s = mode; s > low; s--) {
    weight *= s / ((count - s + 1) * odds)
    numbers[s - 1 - low] = weight
    total += weight
  }
  row.length = high - low + 1
  const scale = 1 / total
  for (let at = 0; at < row.length; at++) numbers[at]! *= scale
  return low
}

/** `row` convolved with `other`, in place: from the high end down, so that what is read is not yet written. */
const convolve = (row: Row, other: Row): void => {
  const [length, width] = [row.length, other.length]
  const numbers = room(row, length + width - 1)
  const shares = other.numbers
  for (let s = length + width - 2; s >= 0; s--) {
    const last = s < width ? s : width - 1
    let sum = 0
    for (let t = s < length ? 0 : s - length + 1; t <= last; t++) sum += shares[t]! * numbers[s - t]!
    numbers[s] = sum
  }
  row.length = length + width - 1
}

/** `row` with one more trial; cheaper than a binomial where a class has only a few. */
const addTrial = (row: Row, odds: number): void => {
  const { length } = row
  const numbers = room(row, length + 1)
  const [p, q] = [odds / (1 + odds), 1 / (1 + odds)]
  numbers[length] = numbers[length - 1]! * p
  for (let s = length - 1; s > 0; s--) numbers[s] = numbers[s]! * q + numbers[s - 1]! * p
  numbers[0]! *= q
  row.length = length + 1
}

/** Takes the ends off that are below the floor; returns how many at the low end. */
const trim = (row: Row): number => {
  const { numbers } = row
  let from = 0
  while (from < row.length - 1 && numbers[from]! < FLOOR) from++
  while (row.length - 1 > from && numbers[row.length - 1]! < FLOOR) row.length--
  if (from) numbers.copyWithin(0, from, row.length)
  row.length -= from
  return from
}

export type Convolver = (trials: Trials, tilt?: number) => Distribution

/**
 * Distributions of the number of successes, by convolution of one binomial a class: only positive terms are added. With a tilt every
 * odds is multiplied by exp(tilt), which moves the middle to where it is wanted. One convolver keeps its two rows of
 * numbers from one distribution to the next, as thousands are made in a run; what it returns is the caller's own.
 */
export const convolver = (): Convolver => {
  const row: Row = { numbers: new Float64Array(256), length: 1 }
  const part: Row = { numbers: new Float64Array(256), length: 0 }
  return ({ counts, chances, rests }, tilt = 0) => {
    const factor = Math.exp(tilt)
    let low = 0
    row.numbers[0] = 1
    row.length = 1
    for (let at = 0; at < chances.length; at++) {
      if (rests[at] === 0) low += counts[at]!
      else if (chances[at]! > 0) {
        const odds = (chances[at]! / rests[at]!) * factor
        if (counts[at]! <= FEW) for (let trial = 0; trial < counts[at]!; trial++) addTrial(row, odds)
        else {
          low += writeBinomial(part, counts[at]!, odds)
          convolve(row, part)
        }
        low += trim(row)
      }
    }
    return { low, mass: row.numbers.slice(0, row.length) }
  }
}
