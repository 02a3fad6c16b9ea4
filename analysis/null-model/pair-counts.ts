/** How many pairs n rows make. Pairs run (0, 1), (0, 2), … (0, n - 1), (1, 2), … */
export const pairCount = (rows: number): number => (rows * rows - rows) / 2

/** The place of the pair of the rows `first` < `second`. */
export const pairPlace = (rows: number, first: number, second: number): number =>
  (first * (2 * rows - first - 1)) / 2 + second - first - 1

/** For each pair of rows the number of columns that have both; `offsets` and `entries` hold the rows of each column, rising. */
export const countPairs = (rows: number, offsets: Int32Array, entries: Int32Array): Int32Array => {
  const counts = new Int32Array(pairCount(rows))
  // The place of (i, k) is before[i] + k.
  const before = Int32Array.from({ length: rows }, (_, first) => pairPlace(rows, first, 0))
  for (let column = 0; column + 1 < offsets.length; column++) {
    const end = offsets[column + 1]!
    for (let at = offsets[column]!; at < end; at++) {
      const base = before[entries[at]!]!
      for (let other = at + 1; other < end; other++) counts[base + entries[other]!]!++
    }
  }
  return counts
}
