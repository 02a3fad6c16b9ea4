import { entryId, type Found, named, type WorkMatter } from './matter.ts'

/** Bodies that neither the lexicon nor the shape of their name places. */
export const unknownBodies = ({ graph: { nodes, edges } }: WorkMatter): Found[] =>
  nodes.flatMap((node): Found[] => {
    if ((node.kind !== 'department' && node.kind !== 'district') || node.bodyKind !== 'unknown') return []
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
          },
        ]
      : [],
  )
