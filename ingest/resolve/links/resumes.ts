import type { Evidence, NodeId } from '../../../model/graph.ts'
import { byCodeUnits } from '../../../model/order.ts'
import type { Item, Outcome } from '../../../model/record.ts'
import { foldForm } from '../fold.ts'
import type { GraphBuilder } from '../graph-builder.ts'

/** One item that considers one policy; `putOff` is the outcome that put it off or sent it back, `null` where it went on. */
export type Considered = {
  item: NodeId
  seq: number
  policy: NodeId
  date: string | null
  putOff: Outcome | null
  evidence: Evidence
}

const PUT_OFF: ReadonlySet<Outcome> = new Set(['deferred', 'rejected'])

/** Of several policies in one item, only what the sentence names is put off; a sentence that names none speaks of all. */
export const putOffIn = (item: Item, title: string): Outcome | null => {
  const names = (quote: string, { title, abbreviation }: Item['policies'][number]) =>
    [title, abbreviation].some((name) => name !== undefined && foldForm(quote).includes(foldForm(name)))
  const decision = item.decisions.find(({ outcome, next, quote }) => {
    if (!PUT_OFF.has(outcome) && next !== 'resubmit') return false
    const named = item.policies.filter((policy) => names(quote, policy))
    return named.length === 0 || named.some((policy) => policy.title === title)
  })
  return decision?.outcome ?? null
}

const byDay = (a: Considered, b: Considered): number =>
  byCodeUnits(a.date ?? '', b.date ?? '') || byCodeUnits(a.item, b.item) || a.evidence.start - b.evidence.start

/** A later item to the last one before it that considered the same policy, where that was put off or sent back. */
export const addResumes = (considered: readonly Considered[], graph: GraphBuilder): void => {
  const byPolicy = new Map<NodeId, Considered[]>()
  for (const one of considered) {
    const known = byPolicy.get(one.policy)
    if (known) known.push(one)
    else byPolicy.set(one.policy, [one])
  }
  for (const all of byPolicy.values()) {
    let before: Considered | null = null
    for (const one of all.filter(({ date }) => date !== null).sort(byDay)) {
      if (before && before.item !== one.item && before.putOff !== null && before.date !== one.date)
        graph.inferred(
          { type: 'RESUMES', from: one.item, to: before.item, props: { after: before.putOff } },
          one.date,
          [before.evidence, one.evidence],
        )
      before = one
    }
  }
}
