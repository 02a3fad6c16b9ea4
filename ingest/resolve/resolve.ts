import type { Graph, Jurisdiction } from '../../model/graph.ts'
import { GraphBuilder } from './graph-builder.ts'
import { addMeeting } from './meeting.ts'
import { meetingsOf, type Source } from './meeting-key.ts'
import { Names } from './names.ts'

/**
 * The graph of one jurisdiction from all its records. Pure; the order of `sources` does not matter, and every
 * edge carries the places in the text that state it.
 */
export const resolve = (jurisdiction: Jurisdiction, sources: readonly Source[]): Graph => {
  const graph = new GraphBuilder(jurisdiction)
  const names = new Names(graph)
  for (const meeting of meetingsOf(sources)) addMeeting(meeting, graph, names)
  names.addNodes()
  return graph.build()
}
