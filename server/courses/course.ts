import type { TraceStep } from '../../analysis/trace.ts'
import type { CourseEvent, ItemAt } from '../../model/api/trace.ts'
import type { NodeId, PolicyNode } from '../../model/graph.ts'
import type { GraphReader } from '../../store/port.ts'
import type { CityFacts } from './city-facts.ts'
import type { GraphIndex } from './graph-index.ts'

/** A policy in hand, with what is known of it. */
export type Course = {
  store: GraphReader
  facts: CityFacts
  policy: PolicyNode
  index: GraphIndex
  steps: readonly TraceStep[]
  /** Items that are about the policy. */
  own: ReadonlySet<NodeId>
}

export type Part = CourseEvent['part']
export const eventId = (item: NodeId, part: Part): string => `${part} ${item}`

/** A later item of the whole jurisdiction, not only of those that name the policy. */
export const itemAt = ({ facts }: Course, item: NodeId): ItemAt => facts.index.itemAt(item)

/** Of the last meeting that was read. */
export const lastDay = ({ sittings }: CityFacts): string | null =>
  sittings.findLast(({ date }) => date !== null)?.date ?? null
