import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { falseDiscovery } from '../../../analysis/null-model/false-discovery.ts'
import { tailsOf } from '../../../analysis/null-model/tails.ts'
import { convolver, type Trials } from '../../../analysis/null-model/trials.ts'

const trialsOf = (classes: readonly (readonly [count: number, chance: number])[]): Trials => ({
  counts: classes.map(([count]) => count),
  chances: Float64Array.from(classes, ([, chance]) => chance),
  rests: Float64Array.from(classes, ([, chance]) => 1 - chance),
})

/** Every way in which the trials can end, with its chance. */
const enumerated = (classes: readonly (readonly [number, number])[]): number[] => {
  const chances = classes.flatMap(([count, chance]) => Array.from({ length: count }, () => chance))
  const mass = Array.from({ length: chances.length + 1 }, () => 0)
  for (let bits = 0; bits < 2 ** chances.length; bits++) {
    const successes = chances.filter((_, at) => (bits >> at) & 1).length
    mass[successes] =
      (mass[successes] ?? 0) + chances.reduce((all, chance, at) => all * ((bits >> at) & 1 ? chance : 1 - chance), 1)
  }
  return mass
}

/** ln P(X >= seen) of a binomial, its terms added from the largest on. */
const logBinomialTail = (count: number, chance: number, seen: number): number => {
  let leading = count * Math.log1p(-chance)
  for (let s = 0; s < seen; s++) leading += Math.log(((count - s) / (s + 1)) * (chance / (1 - chance)))
  let [sum, term] = [0, 1]
  for (let s = seen; s <= count && term > 1e-18; s++) {
    sum += term
    term *= ((count - s) / (s + 1)) * (chance / (1 - chance))
  }
  return leading + Math.log(sum)
}

describe('tails', () => {
  test('of a few trials are those of all their outcomes', () => {
    const chance = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }))
    const classes = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), chance), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(classes, (given) => {
        const [mass, tails] = [enumerated(given), tailsOf(trialsOf(given), convolver())]
        return mass.every((_, seen) => {
          const [upper, lower] = [mass.slice(seen), mass.slice(0, seen + 1)].map((part) =>
            [...part].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0),
          ) as [number, number]
          const near = (found: number, wanted: number) => Math.abs(found - wanted) <= 1e-6 * wanted
          return near(tails.upper(seen), upper) && near(tails.lower(seen), lower)
        })
      }),
      { numRuns: 300 },
    )
  })

  test('keep their digits at every distance from the middle, down to 1e-300', () => {
    const [count, chance] = [4000, 0.03]
    // The same trials in classes, whose convolution must give the binomial back.
    const tails = tailsOf(
      trialsOf([
        [1, chance],
        [999, chance],
        [3000, chance],
      ]),
      convolver(),
    )
    for (let seen = 60; seen < 600; seen += 7) {
      const wanted = logBinomialTail(count, chance, seen)
      if (wanted < -690) break
      expect(Math.abs(Math.log(tails.upper(seen)) - wanted)).toBeLessThan(1e-6)
      // As many failures at least as `count - seen` of the mirrored trials.
      const mirrored = tailsOf(trialsOf([[count, 1 - chance]]), convolver())
      expect(Math.abs(Math.log(mirrored.lower(count - seen)) - wanted)).toBeLessThan(1e-6)
    }
  })

  test('are never 0 where the outcome can be, and 0 where it cannot', () => {
    const tails = tailsOf(trialsOf([[2000, 1e-3]]), convolver())
    expect(tails.upper(1999)).toBe(Number.MIN_VALUE)
    expect(tails.upper(2001)).toBe(0)
    expect(tailsOf(trialsOf([[3, 1]]), convolver()).lower(2)).toBe(0)
  })

  test('of sure trials are 1 at what is sure', () => {
    const tails = tailsOf(
      trialsOf([
        [3, 1],
        [2, 0.5],
        [4, 0],
      ]),
      convolver(),
    )
    expect([3, 4, 5].map((seen) => tails.upper(seen))).toEqual([1, 0.75, expect.closeTo(0.25, 12)])
    expect([3, 4, 5].map((seen) => tails.lower(seen))).toEqual([expect.closeTo(0.25, 12), 0.75, 1])
  })
})

describe('false discovery', () => {
  test('equal chances have equal shares, and a larger chance never a smaller one', () => {
    expect([...falseDiscovery(Float64Array.of(0.02, 1, 0.02, 0.01, 1))]).toEqual(
      [0.02 * (5 / 3), 1, 0.02 * (5 / 3), 0.02 * (5 / 3), 1].map((share) => expect.closeTo(share, 12)),
    )
    expect([...falseDiscovery(new Float64Array(0))]).toEqual([])
  })
})
