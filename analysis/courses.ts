import type { NodeId } from '../model/graph.ts'
import { byCodeUnits } from '../model/order.ts'

/** An item that deals with a policy (`considered`) or only names it; `outcome` of its decisions. */
export type Handling = {
  policy: NodeId
  /** Place of its meeting in the series. */
  place: number
  considered: boolean
  outcome: 'deferred' | 'agreed' | null
}

export type MarkKind = 'considered' | 'deferred' | 'agreed' | 'cited'

export type PolicyCourse = {
  policy: NodeId
  marks: { slot: number; is: MarkKind }[]
  returns: { from: number; to: number }[]
  open: boolean
}

const WEIGHT: readonly MarkKind[] = ['cited', 'considered', 'agreed', 'deferred']

const kindOf = ({ considered, outcome }: Handling): MarkKind => (considered ? (outcome ?? 'considered') : 'cited')

const courseOf = (policy: NodeId, handlings: readonly Handling[]): PolicyCourse => {
  const byPlace = new Map<number, MarkKind>()
  for (const handling of handlings) {
    const kind = kindOf(handling)
    const known = byPlace.get(handling.place)
    if (!known || WEIGHT.indexOf(kind) > WEIGHT.indexOf(known)) byPlace.set(handling.place, kind)
  }
  const marks = [...byPlace].map(([slot, is]) => ({ slot, is })).sort((a, b) => a.slot - b.slot)
  const returns = marks.flatMap(({ slot, is }, at) => {
    const next = marks.slice(at + 1).find((mark) => mark.is !== 'cited')
    return is === 'deferred' && next ? [{ from: slot, to: next.slot }] : []
  })
  const dealt = marks.filter(({ is }) => is !== 'cited')
  return { policy, marks, returns, open: dealt.at(-1)?.is === 'deferred' }
}

/** What became of each policy at each meeting; a deferral returns when a later meeting deals with the policy again, and not when one names it. By id. */
export const coursesOf = (handlings: readonly Handling[]): PolicyCourse[] => {
  const byPolicy = new Map<NodeId, Handling[]>()
  for (const handling of handlings) byPolicy.set(handling.policy, [...(byPolicy.get(handling.policy) ?? []), handling])
  return [...byPolicy].map(([policy, own]) => courseOf(policy, own)).sort((a, b) => byCodeUnits(a.policy, b.policy))
}

export const isDeferred = ({ marks }: PolicyCourse): boolean => marks.some(({ is }) => is === 'deferred')
