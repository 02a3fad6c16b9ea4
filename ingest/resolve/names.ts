import type { GraphNode, Jurisdiction, NodeId } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import { type Body, bodyOf } from './body.ts'
import { foldName, mostFrequent } from './fold.ts'
import type { GraphBuilder } from './graph-builder.ts'
import { policyKey, withoutStage } from './policy-key.ts'

type Named<Value> = { value: Value; forms: string[] }

/**
 * Departments, districts, policies and people as they are met; each keeps every form it was printed in, and its node is made
 * when all are known, so that its name does not depend on which document came first.
 */
export class Names {
  readonly #graph: GraphBuilder
  readonly #bodies = new Map<NodeId, Named<Body>>()
  readonly #policies = new Map<NodeId, Named<null>>()
  readonly #people = new Map<NodeId, Named<{ seat: string | null }>>()

  readonly #abbreviations = new Map<NodeId, string[]>()

  constructor(graph: GraphBuilder) {
    this.#graph = graph
  }

  get #jurisdiction(): Jurisdiction {
    return this.#graph.jurisdiction
  }

  body(printed: string): NodeId {
    const body = bodyOf(printed, this.#jurisdiction)
    return note(this.#bodies, this.#graph.id(body.kind, body.key), body, printed)
  }

  policy(printed: string): NodeId {
    return note(this.#policies, this.#graph.id('policy', policyKey(printed, this.#jurisdiction.id)), null, printed)
  }

  /** A short name that a document introduces for a policy: found in a search, never the name that is drawn. */
  abbreviation(policy: NodeId, short: string): void {
    this.#abbreviations.set(policy, [...(this.#abbreviations.get(policy) ?? []), short])
  }

  /** `seat` is the body printed beside the name; `null` in the leaders' part of a roll. One name at two bodies is two people. */
  person(name: string, seat: string | null): NodeId {
    const key = seat === null ? null : bodyOf(seat, this.#jurisdiction).key
    const folded = foldName(name)
    return note(this.#people, this.#graph.id('person', key === null ? folded : `${folded}@${key}`), { seat: key }, name)
  }

  /** The one who keeps the minutes is junior staff, and no namesake among those present. */
  recorder(name: string): NodeId {
    return note(this.#people, this.#graph.id('person', `${foldName(name)}@记录`), { seat: null }, name)
  }

  addNodes(): void {
    const { id: jurisdiction } = this.#jurisdiction
    const common = (id: NodeId, forms: string[]) => ({ id, jurisdiction, forms: [...new Set(forms)].sort(byCodeUnits) })
    const add = (node: GraphNode) => this.#graph.node(node)
    for (const [id, { value, forms }] of this.#bodies)
      add({ ...common(id, forms), kind: value.kind, bodyKind: value.bodyKind, label: mostFrequent(forms) })
    for (const [id, { forms }] of this.#policies) {
      const title = mostFrequent(forms.map(withoutStage))
      const short = this.#abbreviations.get(id) ?? []
      add({ ...common(id, [...forms, ...short]), kind: 'policy', label: title, title })
    }
    for (const [id, { value, forms }] of this.#people)
      add({ ...common(id, forms), kind: 'person', label: mostFrequent(forms), seat: value.seat })
  }
}

const note = <Value>(all: Map<NodeId, Named<Value>>, id: NodeId, value: Value, form: string): NodeId => {
  const known = all.get(id)
  if (known) known.forms.push(form)
  else all.set(id, { value, forms: [form] })
  return id
}
