import type { GraphReader } from '../store/port.ts'

/** What there is to ask about in one place. */
export type Subjects = {
  place: string
  meetings: string[]
  policies: string[]
  nodes: string[]
  edges: string[]
  documents: string[]
}

const pick = (list: readonly string[], at: number): string => list[(at * 7919) % list.length] ?? ''
const some = (list: readonly string[], at: number, many: number): string[] =>
  Array.from({ length: many }, (_, n) => pick(list, at * many + n))

type Ask = (store: GraphReader, of: Subjects, at: number) => Promise<unknown>

const always = { kinds: null, types: null, from: null, to: null }

/** Each question of the port, asked for the `at`th time: never about the same twice in a row. */
export const QUESTIONS: readonly (readonly [name: string, ask: Ask])[] = [
  ['jurisdictions', (store) => store.jurisdictions()],
  ['jurisdiction', (store, { place }) => store.jurisdiction(place)],
  [
    'meetings, a page of 50',
    (store, { place }, at) =>
      store.meetings({ jurisdiction: place, from: null, to: null, limit: 50, offset: (at * 50) % 100 }),
  ],
  ['node', (store, { nodes }, at) => store.node(pick(nodes, at))],
  ['nodes, 100', (store, { nodes }, at) => store.nodes(some(nodes, at, 100))],
  ['meetingGraph, agenda', (store, { meetings }, at) => store.meetingGraph(pick(meetings, at), { of: 'agenda' }, 300)],
  ['meetingGraph, roll', (store, { meetings }, at) => store.meetingGraph(pick(meetings, at), { of: 'roll' }, 300)],
  ['edge', (store, { edges }, at) => store.edge(pick(edges, at))],
  [
    'search, two characters',
    (store, { place }, at) => store.search(place, pick(['财政', '住建', '发展', '办法'], at), 12),
  ],
  ['search, one character', (store, { place }, at) => store.search(place, pick(['市', '局', '王', '水'], at), 12)],
  [
    'neighbours, 50',
    (store, { nodes }, at) => store.neighbours({ ...always, node: pick(nodes, at), limit: 50, offset: 0 }),
  ],
  ['among, 50', (store, { nodes }, at) => store.among({ nodes: some(nodes, at, 50), from: null, to: null })],
  [
    'path, up to 6',
    (store, { nodes }, at) =>
      store.path({ from: pick(nodes, at), to: pick(nodes, at * 31 + 5), types: null, longest: 6 }),
  ],
  ['policyEvents, 50 items', (store, { policies }, at) => store.policyEvents(pick(policies, at), 50)],
  ['document', (store, { documents }, at) => store.document(pick(documents, at))],
  ['documentFacts', (store, { documents }, at) => store.documentFacts(pick(documents, at))],
  ['curation', (store, { place }) => store.curation(place)],
  [
    'incidence, departments × decisions',
    (store, { place: jurisdiction }) => store.incidence({ jurisdiction, who: 'department', level: 'decision' }),
  ],
  [
    'incidence, bodies × items',
    (store, { place: jurisdiction }) => store.incidence({ jurisdiction, who: 'body', level: 'item' }),
  ],
  [
    'incidence, people × meetings',
    (store, { place: jurisdiction }) => store.incidence({ jurisdiction, who: 'person', level: 'meeting' }),
  ],
]

const WARM = { times: 30, spent: 1_000 }
export const ASKED = { times: 200, spent: 4_000, least: 20 }

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? 0

const askedOften = async (store: GraphReader, subjects: readonly Subjects[], ask: Ask): Promise<number[]> => {
  const one = async (at: number): Promise<number> => {
    const of = subjects[at % subjects.length]
    if (!of) throw new Error('there is nothing to ask about')
    const start = performance.now()
    await ask(store, of, at)
    return performance.now() - start
  }
  for (let at = 0, spent = 0; at < WARM.times && spent < WARM.spent; at++) spent += await one(at)
  const times: number[] = []
  for (let spent = 0; times.length < ASKED.times && (spent < ASKED.spent || times.length < ASKED.least); )
    spent += times[times.push(await one(times.length)) - 1] ?? 0
  return times.toSorted((a, b) => a - b)
}

/** Question, median and 95th percentile, in milliseconds; turns about the cities. */
export const latencies = async (store: GraphReader, subjects: readonly Subjects[]): Promise<string[][]> => {
  const rows: string[][] = []
  for (const [name, ask] of QUESTIONS) {
    const times = await askedOften(store, subjects, ask)
    rows.push([name, quantile(times, 0.5).toFixed(1), quantile(times, 0.95).toFixed(1)])
  }
  return rows
}
