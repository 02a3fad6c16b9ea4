import type { MeetingNode } from '../../model/graph.ts'
import { byCodeUnits } from '../../model/order.ts'
import type { MeetingFacts } from '../../model/record.ts'
import { contradictionsOf } from './contradictions.ts'
import type { GraphBuilder } from './graph-builder.ts'
import type { Identities } from './identities.ts'
import { addItems, type ItemisedMeeting, mergeItems } from './items.ts'
import type { MeetingSources, Source } from './meeting-key.ts'
import { addRoll } from './roll.ts'

/** The first document that says it; the fullest is asked first. */
const firstOf = <Key extends keyof MeetingFacts>(sources: readonly Source[], key: Key): MeetingFacts[Key] => {
  const said = sources.find(({ record }) => record.meeting[key] !== null)?.record.meeting[key]
  // `null` is in the type of every field that can be missing.
  return said ?? (null as MeetingFacts[Key])
}

const labelOf = ({
  type,
  ordinal,
  date,
  docNumber,
}: Pick<MeetingNode, 'type' | 'ordinal' | 'date' | 'docNumber'>): string => {
  if (ordinal !== null) return `第${ordinal}次${type ?? '会议'}`
  return [date ?? docNumber, type ?? '会议'].filter((part) => part !== null).join(' ')
}

const formsOf = ({ docNumber, ordinal, date, label }: MeetingNode): string[] =>
  [...new Set([label, docNumber, ordinal === null ? null : `第${ordinal}次`, date])]
    .filter((form) => form !== null)
    .sort(byCodeUnits)

const factsOf = (sources: readonly Source[]) => ({
  type: firstOf(sources, 'type'),
  ordinal: firstOf(sources, 'ordinal'),
  term: firstOf(sources, 'term'),
  year: firstOf(sources, 'year'),
  date: firstOf(sources, 'date'),
  session: firstOf(sources, 'session'),
  place: firstOf(sources, 'place'),
  docNumber: firstOf(sources, 'docNumber'),
  issuedOn: firstOf(sources, 'issuedOn'),
})

export const itemised = ({ key, sources }: MeetingSources, graph: GraphBuilder): ItemisedMeeting => ({
  id: graph.id('meeting', key),
  key,
  date: firstOf(sources, 'date'),
  sources,
  items: mergeItems(sources),
})

/**
 * One meeting, from all its documents: what two of them state is one fact with evidence in both. Whatever of `identities` this asks for
 * belongs to what `meetingPrint` is made of.
 */
export const addMeeting = (meeting: ItemisedMeeting, graph: GraphBuilder, identities: Identities): void => {
  const { id, sources } = meeting
  const facts = factsOf(sources)
  const agenda = addItems(meeting, graph, identities)
  const { people, bodies } = addRoll(meeting, graph, identities)
  const node: MeetingNode = {
    id,
    jurisdiction: graph.jurisdiction.id,
    kind: 'meeting',
    label: labelOf(facts),
    forms: [],
    ...facts,
    extended: sources.some(({ record }) => record.meeting.extended),
    documents: sources.map(({ document }) => document).sort(byCodeUnits),
    agenda,
    people,
    bodies,
    warnings: sources.reduce((sum, { record }) => sum + record.warnings.length, 0),
    contradictions: contradictionsOf(sources, identities.bodies),
    hiddenItems: sources.some(({ record }) => record.hiddenItems !== null),
  }
  graph.node({ ...node, forms: formsOf(node) })
}
