import type { Jurisdiction, NodeId } from '../../../model/graph.ts'
import type { Between } from '../../../model/inference.ts'
import { REFORMS } from '../../lexicon/reforms.ts'
import type { Bodies, Days, KnownBody } from '../bodies.ts'
import { canonicalRest, localName } from '../body-names.ts'
import { foldForm } from '../fold.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import { levelSign } from '../jurisdiction.ts'

type Step = { later: KnownBody; earlier: KnownBody; on: Between; days: { earlier: Days; later: Days } }
type Change = { old: string; from: number; until: number }

/** The changes of the table by the local key of what took the place. */
const changesIn = (jurisdiction: Jurisdiction): Map<string, Change[]> => {
  const sign = levelSign(jurisdiction) ?? ''
  const keyOf = (name: string) =>
    name.includes('{') ? localName(name, jurisdiction) : sign + canonicalRest(foldForm(name))
  const changes = new Map<string, Change[]>()
  for (const { old, new: later, from, until } of REFORMS) {
    const key = keyOf(later)
    changes.set(key, [...(changes.get(key) ?? []), { old: keyOf(old), from, until }])
  }
  return changes
}

/** What the corpus knows of, going back over names that it does not print. */
const formerOf = (
  key: string,
  changes: ReadonlyMap<string, readonly Change[]>,
  known: ReadonlyMap<string, KnownBody>,
): { body: KnownBody; from: number; until: number }[] => {
  const seen = new Set([key])
  const walk = (at: string, years: { from: number; until: number } | null): ReturnType<typeof formerOf> =>
    (changes.get(at) ?? []).flatMap(({ old, from, until }) => {
      if (seen.has(old)) return []
      seen.add(old)
      const span = { from: Math.min(from, years?.from ?? from), until: Math.max(until, years?.until ?? until) }
      const body = known.get(old)
      return body ? [{ body, ...span }] : walk(old, span)
    })
  return walk(key, null)
}

/** On rolls where both are on rolls: texts go on naming what is gone. */
const daysOf = (earlier: KnownBody, later: KnownBody): Step['days'] | null => {
  if (earlier.roll && later.roll) return { earlier: earlier.roll, later: later.roll }
  return earlier.all && later.all ? { earlier: earlier.all, later: later.all } : null
}

const stepBetween = (later: KnownBody, earlier: KnownBody, years: { from: number; until: number }): Step | null => {
  const days = daysOf(earlier, later)
  const [after, before] = [days?.earlier.last ?? null, days?.later.first ?? null]
  if (!days || after === null || before === null || after >= before) return null
  if (before < `${years.from}-01-01` || after > `${years.until}-12-31`) return null
  return { later, earlier, on: { after, before }, days }
}

/** Which body took the place of which in a reform: by the table, where no roll has the former one after the later one is there. */
export class Succession {
  readonly #steps: Step[]
  readonly #earlier = new Map<NodeId, Set<NodeId>>()

  constructor(jurisdiction: Jurisdiction, bodies: Bodies) {
    const known = new Map(bodies.all.map((body) => [body.key, body]))
    const changes = changesIn(jurisdiction)
    const steps = [...known].flatMap(([key, later]) =>
      formerOf(key, changes, known).flatMap(({ body, ...years }) => stepBetween(later, body, years) ?? []),
    )
    const has = (later: KnownBody, earlier: KnownBody) =>
      steps.some((step) => step.later === later && step.earlier === earlier)
    this.#steps = steps.filter(
      ({ later, earlier }) => !steps.some((step) => step.later === later && has(step.earlier, earlier)),
    )
    for (const { later, earlier } of this.#steps)
      this.#earlier.set(later.id, (this.#earlier.get(later.id) ?? new Set()).add(earlier.id))
  }

  /** Directly, or over others in between. */
  readonly succeeds = (later: NodeId, earlier: NodeId): boolean =>
    [...(this.#earlier.get(later) ?? [])].some((one) => one === earlier || this.succeeds(one, earlier))

  addEdges(graph: GraphBuilder): void {
    for (const { later, earlier, on, days } of this.#steps)
      graph.inferred({ type: 'SUCCEEDS', from: later.id, to: earlier.id, props: { on } }, on.before, [
        days.earlier.evidence.last,
        days.later.evidence.first,
      ])
  }
}
