import type { GraphReader } from '../store/port.ts'

/** What there is to ask about, in one place. */
export type Subjects = {
  place: string
  meetings: string[]
  policies: string[]
  nodes: string[]
  edges: string[]
  documents: string[]
}

const pick = (list: readonly string[], at: number): string => list[(at * 7919) % list.length] ?? ''

/** Each question of the port, asked for the `at`th time: never the same twice in a row. */
export const QUESTIONS: readonly (readonly [
  name: string,
  ask: (store: GraphReader, of: Subjects, at: number) => Promise<unknown>,
])[] = [
  ['jurisdictions', (store) => store.jurisdictions()],
  ['jurisdiction', (store, { place }) => store.jurisdiction(place)],
  [
    'meetings, a page of 50',
    (store, { place }, at) =>
      store.meetings({ jurisdiction: place, from: null, to: null, limit: 50, offset: (at * 50) % 100 }),
  ],
  ['node', (store, { nodes }, at) => store.node(pick(nodes, at))],
  ['nodes, 100', (store, { nodes }, at) => store.nodes(Array.from({ length: 100 }, (_, n) => pick(nodes, at + n)))],
  ['meetingGraph, agenda', (store, { meetings }, at) => store.meetingGraph(pick(meetings, at), { of: 'agenda' }, 300)],
  ['meetingGraph, roll', (store, { meetings }, at) => store.meetingGraph(pick(meetings, at), { of: 'roll' }, 300)],
  ['edge', (store, { edges }, at) => store.edge(pick(edges, at))],
  [
    'search, two characters',
    (store, { place }, at) => store.search(place, pick(['财政', '住建', '发展', '办法'], at), 12),
  ],
  ['search, one character', (store, { place }, at) => store.search(place, pick(['市', '局', '王', '水'], at), 12)],
  [
    'incidence, departments × decisions',
    (store, { place }) => store.incidence({ jurisdiction: place, who: 'department', level: 'decision' }),
  ],
  [
    'neighbours, 50',
    (store, { nodes }, at) =>
      store.neighbours({ node: pick(nodes, at), kinds: null, types: null, from: null, to: null, limit: 50, offset: 0 }),
  ],
  [
    'path',
    (store, { nodes }, at) => store.path({ from: pick(nodes, at), to: pick(nodes, at + 1), types: null, longest: 6 }),
  ],
  ['policyEvents', (store, { policies }, at) => store.policyEvents(pick(policies, at), 100)],
  ['document', (store, { documents }, at) => store.document(pick(documents, at))],
  [
    'incidence, bodies × items',
    (store, { place: jurisdiction }) => store.incidence({ jurisdiction, who: 'body', level: 'item' }),
  ],
  [
    'incidence, people × meetings',
    (store, { place: jurisdiction }) => store.incidence({ jurisdiction, who: 'person', level: 'meeting' }),
  ],
  [
    'neighbours, 30',
    (store, { nodes }, at) =>
      store.neighbours({ node: pick(nodes, at), kinds: null, types: null, from: null, to: null, limit: 30, offset: 0 }),
  ],
  [
    'path',
    (store, { nodes }, at) =>
      store.path({ from: pick(nodes, at), to: pick(nodes, at * 31 + 5), types: null, longest: 6 }),
  ],
  [
    'policyEvents, 50 items',
    (store, { nodes, place }, at) =>
      store.policyEvents(
        pick(
          nodes.filter((id) => id.startsWith(`${place}/policy/`)),
          at,
        ),
        50,
      ),
  ],
  ['curation', (store, { place }) => store.curation(place)],
  ['documentFacts', (store, { documents }, at) => store.documentFacts(pick(documents, at))],
]
