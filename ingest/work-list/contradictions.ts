import type { ActionName, CurationAction } from '../../model/curation.ts'
import type { ContradictedField, Contradiction, Graph, MeetingNode } from '../../model/graph.ts'
import { meetingKeyOf } from '../curation/mentions-of.ts'
import { foldForm } from '../resolve/fold.ts'
import { entryId, type Found, named, type ReadDocument, type WorkMatter } from './matter.ts'

type Label = (body: string) => string

const labelsOf = ({ nodes }: Pick<Graph, 'nodes'>): Label => {
  const labels = new Map<string, string>()
  for (const node of nodes)
    if (node.kind === 'department' || node.kind === 'district')
      for (const form of node.forms) labels.set(foldForm(form), node.label)
  return (body) => labels.get(foldForm(body)) ?? body
}

const SETTLED_BY: Record<ContradictedField, ActionName[]> = {
  roll: ['correct-roll', 'accept'],
  chair: ['correct-chair', 'accept'],
  place: ['accept'],
  session: ['accept'],
  outcome: ['accept'],
}

/** Those parts of what the documents say that can be corrected, as each has them. */
const draftsOf = (
  { field, about }: Contradiction,
  documents: readonly ReadDocument[],
  labelOf: Label,
): CurationAction[] => {
  const drafts = documents.flatMap(({ parsed, meeting }): CurationAction[] => {
    const key = meetingKeyOf(meeting)
    const { chair } = parsed.meeting
    if (field === 'chair' && chair) {
      const { name, post, acting, onBehalfOf } = chair
      const right = { name, post, acting, onBehalfOf }
      return [{ do: 'correct-chair', fact: { of: 'chair', meeting: key, name }, right, words: null }]
    }
    if (field !== 'roll') return []
    return parsed.attendance
      .filter(({ person, body }) => about === (body === null ? person : `${labelOf(body)} ${person}`))
      .map(({ person, role, body, post, onBehalfOf }) => ({
        do: 'correct-roll',
        fact: { of: 'roll', meeting: key, person, body },
        readings: [{ person, role, body, post, onBehalfOf }],
      }))
  })
  return [...new Map(drafts.map((draft) => [JSON.stringify(draft), draft])).values()]
}

const quoteOf = ({ about, values }: Contradiction): string =>
  [about, values.map(({ value }) => value ?? '—').join(' / ')].filter((part) => part !== null).join(': ')

/** Where two documents of one meeting say two things. */
export const contradictions = ({ graph, documents }: WorkMatter): Found[] => {
  const labelOf = labelsOf(graph)
  const entry = (node: MeetingNode, one: Contradiction): Found => ({
    id: entryId('contradiction', node.id, one.field, one.about, JSON.stringify(one.values.map(({ value }) => value))),
    kind: 'contradiction',
    about: one.field,
    nodes: [named(node)],
    quote: quoteOf(one),
    evidence: [],
    events: [],
    settledBy: SETTLED_BY[one.field],
    ready: [],
    drafts: draftsOf(
      one,
      documents.filter(({ meeting }) => meeting === node.id),
      labelOf,
    ),
  })
  return graph.nodes.flatMap((node) =>
    node.kind === 'meeting' ? node.contradictions.map((one) => entry(node, one)) : [],
  )
}
