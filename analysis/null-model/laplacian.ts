/**
 * The solution of L v = aim that has 0 in its last place, where L has -couplings beside its diagonal and rows that add up to 0.
 * `couplings` are given below the diagonal and are used up. The diagonal is never a difference: it is added up from the
 * couplings at every step of the elimination (Grassmann, Taksar and Heyman), so small couplings beside large ones keep their digits.
 */
export const laplacianSolve = (couplings: Float64Array, aim: Float64Array): Float64Array => {
  const size = aim.length
  const value = Float64Array.from(aim)
  const pivots = new Float64Array(size)
  const coupling = (a: number, b: number) => (a > b ? a * size + b : b * size + a)
  for (let at = 0; at < size - 1; at++) {
    let pivot = 0
    for (let k = at + 1; k < size; k++) pivot += couplings[coupling(k, at)]!
    pivots[at] = pivot
    if (pivot === 0) continue
    for (let k = at + 1; k < size; k++) {
      const share = couplings[coupling(k, at)]! / pivot
      value[k]! += share * value[at]!
      for (let l = at + 1; l < k; l++) couplings[coupling(k, l)]! += share * couplings[coupling(l, at)]!
    }
  }
  const solution = new Float64Array(size)
  for (let at = size - 2; at >= 0; at--) {
    if (pivots[at] === 0) continue
    let sum = value[at]!
    for (let k = at + 1; k < size; k++) sum += couplings[coupling(k, at)]! * solution[k]!
    solution[at] = sum / pivots[at]!
  }
  return solution
}
