/** How many of the rising `sorted` are at most `value`. */
const countUpTo = (sorted: Float64Array, value: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Benjamini and Hochberg's q for each p-value: the least share of false discoveries at which it would be among the discoveries.
 * `chances` must be of all tests that were made, also of those with p = 1.
 */
export const falseDiscovery = (chances: Float64Array): Float64Array => {
  const tests = chances.length
  const sorted = chances.toSorted()
  const shares = new Float64Array(tests)
  for (let at = tests - 1, least = 1; at >= 0; at--) {
    least = Math.min(least, (sorted[at]! * tests) / (at + 1))
    shares[at] = least
  }
  return chances.map((chance) => shares[countUpTo(sorted, chance) - 1]!)
}
