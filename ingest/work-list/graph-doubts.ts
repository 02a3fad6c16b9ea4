import type { CurationAction, Mention } from '../../model/curation.ts'
import type { GraphNode, NodeId } from '../../model/graph.ts'
import { mentionFinder } from '../curation/mentions-of.ts'
import { entryId, type Found, named, type WorkMatter } from './matter.ts'

/** Bodies that the lexicon does not have; `about` is what the shape of their name tells, `unknown` where it tells nothing. */
export const unknownBodies = ({ graph: { nodes, edges } }: WorkMatter): Found[] =>
  nodes.flatMap((node): Found[] => {
    if ((node.kind !== 'department' && node.kind !== 'district') || node.listed) return []
    const edge = edges.find(({ from, to }) => from === node.id || to === node.id)
    return [
      {
        id: entryId('unknown-body', node.id),
        kind: 'unknown-body',
        about: node.bodyKind,
        nodes: [named(node)],
        quote: node.label,
        evidence: edge?.evidence.slice(0, 1) ?? [],
        events: [],
        settledBy: ['same', 'rename', 'correct-name', 'correct-roll', 'accept'],
        ready: [],
        drafts: [{ do: 'rename', mention: { kind: 'body', form: node.forms[0] ?? node.label }, name: node.label }],
      },
    ]
  })

/** Serial numbers of which no minutes are here; nothing hangs on them. */
export const missingNumbers = ({ slots }: WorkMatter): Found[] =>
  slots.flatMap((slot): Found[] =>
    slot.is === 'missing'
      ? [
          {
            id: entryId('missing-number', slot.type, String(slot.ordinal), slot.after, slot.before),
            kind: 'missing-number',
            about: `${slot.type} ${slot.ordinal}`,
            nodes: [],
            quote: null,
            evidence: [],
            events: [],
            settledBy: ['accept'],
            ready: [],
            drafts: [],
          },
        ]
      : [],
  )

const identities = (a: readonly Mention[], b: readonly Mention[]): CurationAction[] => {
  const [first, second] = [a[0], b[0]]
  if (!first || !second) return []
  return [
    { do: 'same', a: first, b: second },
    { do: 'different', a: first, b: second },
  ]
}

/** People and policies that may be one, where the reasons are not enough to make them one. */
export const possiblySame = ({ graph, documents }: WorkMatter): Found[] => {
  const mentions = mentionFinder(graph, new Map(documents.map(({ id, record }) => [id, record])))
  const nodes = new Map<NodeId, GraphNode>(graph.nodes.map((node) => [node.id, node]))
  return graph.edges.flatMap((edge): Found[] => {
    if (edge.type !== 'POSSIBLY_SAME') return []
    const [a, b] = [nodes.get(edge.from), nodes.get(edge.to)]
    if (!a || !b) return []
    const kind = a.kind === 'person' ? 'possibly-same' : 'policy-candidate'
    return [
      {
        id: entryId(kind, a.id, b.id),
        kind,
        about: [edge.props.grade, ...edge.props.why.map(({ code }) => code)].join(' '),
        nodes: [named(a), named(b)],
        quote: null,
        evidence: edge.evidence,
        events: [],
        settledBy: ['same', 'different'],
        ready: identities(mentions(a), mentions(b)),
        drafts: [],
      },
    ]
  })
}
