import type { Convolver, Trials } from './trials.ts'

/** No chance is given as 0 that is not 0. */
const LEAST = Number.MIN_VALUE

/** The tilt at which `aim` successes are expected of trials that are neither sure nor impossible; `aim` lies strictly between none and all. */
const tiltFor = ({ counts, chances, rests }: Trials, aim: number): number => {
  let [low, high, tilt] = [-700, 700, 0]
  for (let step = 0; step < 100; step++) {
    let [mean, slope] = [0, 0]
    const factor = Math.exp(tilt)
    for (let at = 0; at < chances.length; at++) {
      const odds = (chances[at]! / rests[at]!) * factor
      const share = counts[at]! / (1 + odds)
      mean += share * odds
      slope += (share * odds) / (1 + odds)
    }
    if (Math.abs(mean - aim) < 0.01) break
    if (mean < aim) low = tilt
    else high = tilt
    const newton = tilt + (aim - mean) / slope
    tilt = newton > low && newton < high ? newton : (low + high) / 2
  }
  return tilt
}

/** ln of what a tilt multiplies all chances by together: for each trial q + p e^tilt. */
const logWeight = ({ counts, chances, rests }: Trials, tilt: number): number => {
  const [growth, factor] = [Math.expm1(tilt), Math.exp(tilt)]
  return chances.reduce((sum, chance, at) => {
    const change = chance * growth
    return sum + counts[at]! * (change > -0.5 ? Math.log1p(change) : Math.log(rests[at]! + chance * factor))
  }, 0)
}

/**
 * A tail of trials that are neither sure nor impossible, with full relative accuracy however far out: tilted so that `observed` is
 * expected, the distribution is taken where its mass then is, and each term is weighed back. `side` is 1 for P(X >= observed), -1 for
 * P(X <= observed); `observed` must lie on that side of the mean.
 */
export const farTail = (trials: Trials, distributionOf: Convolver, observed: number, side: 1 | -1): number => {
  let all = 0
  for (let at = 0; at < trials.chances.length; at++) all += trials.counts[at]!
  const tilt = tiltFor(trials, Math.min(Math.max(observed, 0.25), all - 0.25))
  const { low, mass } = distributionOf(trials, tilt)
  let sum = 0
  for (let at = mass.length - 1; at >= 0; at--) {
    const past = side * (low + at - observed)
    if (past >= 0) sum += mass[at]! * Math.exp(-Math.abs(tilt) * past)
  }
  return Math.max(LEAST, Math.exp(logWeight(trials, tilt) - tilt * observed + Math.log(sum)))
}
