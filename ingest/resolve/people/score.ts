import type { Reason } from '../../../model/inference.ts'
import { type Candidates, PROOFS, SIGNALS } from './signals.ts'

export type Verdict = { is: 'same' | 'likely' | 'possible' | 'two'; total: number; why: Reason[] }

export const SAME = 10
export const LIKELY = 5
/** Below, more speaks for two than for one. */
export const POSSIBLE = -4

/** What the signals say of two stints of one name, with the reasons. A proof outranks all weights. */
export const score = (pair: Candidates): Verdict => {
  const why = SIGNALS.filter(({ says }) => says(pair)).map(({ code, weight }) => ({ code, weight }))
  const total = why.reduce((sum, { weight }) => sum + weight, 0)
  const proof = PROOFS.find(({ says }) => says(pair))
  if (proof) {
    const is = proof.verdict === 'two' ? 'two' : 'possible'
    return { is, total, why: [{ code: proof.code, weight: 0 }, ...why] }
  }
  if (total >= SAME) return { is: 'same', total, why }
  if (total >= LIKELY) return { is: 'likely', total, why }
  return { is: total >= POSSIBLE ? 'possible' : 'two', total, why }
}
