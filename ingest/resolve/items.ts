import type { NodeId } from '../../model/graph.ts'
import type { Item, Span } from '../../model/record.ts'
import { addDecisions } from './decisions.ts'
import { foldName } from './fold.ts'
import type { GraphBuilder } from './graph-builder.ts'
import type { Identities } from './identities.ts'
import type { Source } from './meeting-key.ts'
import type { Told } from './told.ts'

/** One agenda item of a meeting, with what each of its documents says of it. */
export type MergedItem = { seq: number; heading: string; told: Told[] }
/** A meeting whose items are known. */
export type ItemisedMeeting = {
  id: NodeId
  key: string
  date: string | null
  sources: readonly Source[]
  items: readonly MergedItem[]
}

/** Items of two documents of one meeting are one where their headings are; what only a later document has follows behind. */
export const mergeItems = (sources: readonly Source[]): MergedItem[] => {
  const merged: MergedItem[] = []
  for (const { document, record } of sources)
    for (const item of record.items) {
      const same = merged.find(
        (one) =>
          one.told.every((told) => told.document !== document) && foldName(one.heading) === foldName(item.heading),
      )
      if (same) same.told.push({ item, document })
      else merged.push({ seq: merged.length + 1, heading: item.heading, told: [{ item, document }] })
    }
  return merged
}

export const itemId = ({ key }: Pick<ItemisedMeeting, 'key'>, { seq }: MergedItem, graph: GraphBuilder): NodeId =>
  graph.id('item', `${key}/${seq}`)

const addTasks = (
  id: NodeId,
  { item, document }: Told,
  date: string | null,
  graph: GraphBuilder,
  { bodies }: Identities,
): void => {
  for (const { deadline, deadlineText, span, ...agents } of item.tasks)
    for (const role of ['lead', 'joint', 'cooperating'] as const)
      for (const body of agents[role]) {
        const props = { role, deadline, deadlineText }
        const apart = [role, deadline ?? deadlineText ?? ''].join(' ').trim()
        graph.edge({ type: 'TASKED', from: bodies.id(body), to: id, props, apart }, { document, date }, [span])
      }
}

const addMentions = (
  id: NodeId,
  { item, document }: Told,
  { date, key }: ItemisedMeeting,
  graph: GraphBuilder,
  { bodies, policies }: Identities,
): void => {
  const where = { document, date }
  for (const { title, stage, span } of item.policies) {
    const to = policies.id(key, title)
    graph.edge({ type: 'CONSIDERS', from: id, to, props: { stage: stage ?? null, printedTitle: title } }, where, [span])
  }
  for (const { title, relation, docNumber, span } of item.cites) {
    const props = { printedTitle: title, relation: relation ?? null, docNumber: docNumber ?? null }
    graph.edge({ type: 'CITES', from: id, to: policies.id(key, title), props }, where, [span])
  }
  for (const { body, span } of item.mentions)
    graph.edge({ type: 'MENTIONS', from: id, to: bodies.id(body), props: {} }, where, [span])
}

/** A number that stands alone heads an item without words: then the item itself shows that it was there. */
const shownBy = ({ headingSpan, span }: Item): Span => (headingSpan.end > headingSpan.start ? headingSpan : span)

/** Adds the items of a meeting with all that hangs on them; returns their headings in order. */
export const addItems = (meeting: ItemisedMeeting, graph: GraphBuilder, identities: Identities): string[] => {
  const { date, items } = meeting
  for (const one of items) {
    const { seq, heading, told } = one
    const id = itemId(meeting, one, graph)
    const outcomes = addDecisions(
      { id, key: `${meeting.key}/${seq}`, meeting: meeting.id, date, told },
      graph,
      identities,
    )
    for (const account of told) {
      const where = { document: account.document, date }
      graph.edge({ type: 'HAS_ITEM', from: meeting.id, to: id, props: { seq } }, where, [shownBy(account.item)])
      addMentions(id, account, meeting, graph, identities)
      addTasks(id, account, date, graph, identities)
    }
    graph.node({
      id,
      jurisdiction: graph.jurisdiction.id,
      kind: 'item',
      label: heading,
      forms: [heading],
      meeting: meeting.id,
      seq,
      date,
      verbs: told[0]?.item.verbs ?? [],
      outcomes,
    })
  }
  return items.map(({ heading }) => heading)
}
