/** What people ask a server, about what is in it: the pages that they open, with what each page asks for. */
import { createRng, type Rng } from '../scripts/samples/prng.ts'

type Reply = { rows: { id: string; node: { id: string }; documents: string[] }[] }

type Subjects = {
  place: string
  meetings: string[]
  documents: string[]
  policies: string[]
  departments: string[]
  people: string[]
}

/** Asked of the server itself, so that any store will do. */
const subjectsIn = async (base: string): Promise<Subjects> => {
  const ask = async (path: string) => {
    const response = await fetch(base + path)
    if (!response.ok) throw new Error(`${response.status} to ${path}: ${await response.text()}`)
    // Only lists are asked for, of which this is what is used.
    return (await response.json()) as Reply
  }
  const { rows } = (await ask('/jurisdictions')) as unknown as { rows: { id: string; counts: { meeting: number } }[] }
  const [largest] = rows.toSorted((a, b) => b.counts.meeting - a.counts.meeting)
  if (!largest) throw new Error('there is nothing in the store')
  const place = largest.id
  const of = `jurisdiction=${encodeURIComponent(place)}`
  const nodes = async (kind: string) =>
    (await ask(`/nodes?${of}&kind=${kind}&limit=300`)).rows.map(({ node }) => node.id)
  const meetings = (await ask(`/meetings?${of}&limit=200`)).rows
  return {
    place,
    meetings: meetings.map(({ id }) => id),
    documents: meetings.flatMap(({ documents }) => documents),
    policies: await nodes('policy'),
    departments: await nodes('department'),
    people: await nodes('person'),
  }
}

const WORDS = ['财政', '住建局', '管理办法', '王', 'czj', 'shuiwu', '城市更新', '发展', '预算', '安全生产']

type Ask = (rng: Rng, of: Subjects) => string
const id =
  (list: (of: Subjects) => string[], rest = (_rng: Rng, one: string) => one): Ask =>
  (rng, of) =>
    rest(rng, encodeURIComponent(rng.pick(list(of))))
const place =
  (path: string): Ask =>
  (_rng, of) =>
    `${path}${path.includes('?') ? '&' : '?'}jurisdiction=${encodeURIComponent(of.place)}`

/** How often of a hundred, by name. */
export const MIX: readonly (readonly [name: string, weight: number, ask: Ask])[] = [
  ['jurisdictions', 4, () => '/jurisdictions'],
  ['overview', 6, place('/overview')],
  ['coverage', 3, place('/coverage')],
  ['meetings', 6, place('/meetings?limit=50')],
  [
    'meeting',
    10,
    id(
      (of) => of.meetings,
      (_rng, one) => `/meetings/${one}`,
    ),
  ],
  [
    'meeting graph',
    10,
    id(
      (of) => of.meetings,
      (rng, one) => `/meetings/${one}/graph?part=${rng.pick(['agenda', 'roll'])}`,
    ),
  ],
  [
    'document',
    8,
    id(
      (of) => of.documents,
      (_rng, one) => `/documents/${one}`,
    ),
  ],
  ['search', 14, (rng, of) => `${place('/search')(rng, of)}&q=${encodeURIComponent(rng.pick(WORDS))}`],
  ['list of nodes', 5, (rng, of) => `${place('/nodes')(rng, of)}&kind=${rng.pick(['policy', 'department', 'person'])}`],
  [
    'node',
    6,
    id(
      (of) => of.departments,
      (_rng, one) => `/nodes/${one}`,
    ),
  ],
  [
    'neighbours',
    8,
    id(
      (of) => [...of.departments, ...of.people],
      (_rng, one) => `/nodes/${one}/neighbours?limit=30`,
    ),
  ],
  [
    'path',
    2,
    (rng, of) =>
      `/paths?from=${encodeURIComponent(rng.pick(of.people))}&to=${encodeURIComponent(rng.pick(of.policies))}`,
  ],
  ['co-occurrence', 4, place('/co-occurrence')],
  ['attendance', 3, place('/attendance')],
  ['policies', 3, place('/policies')],
  [
    'trace',
    6,
    id(
      (of) => of.policies,
      (_rng, one) => `/policies/${one}/trace`,
    ),
  ],
  ['work list', 2, place('/work-list')],
]

export type Question = { name: string; path: string }

/** Drawn with their weights: the same for the same server. Those that it refuses are told, not asked under load. */
export const questionsFor = async (base: string, count: number): Promise<Question[]> => {
  const subjects = await subjectsIn(base)
  const rng = createRng(`serve/${count}`)
  const drawn = MIX.flatMap(([name, weight, ask]) => Array.from({ length: weight }, () => ({ name, ask })))
  const made = Array.from({ length: count }, () => rng.pick(drawn)).map(({ name, ask }) => ({
    name,
    path: ask(rng, subjects),
  }))
  for (const [name] of MIX) {
    const one = made.find((question) => question.name === name)
    const response = one && (await fetch(base + one.path))
    if (response && !response.ok)
      throw new Error(`${name}: ${response.status} to ${one.path}: ${await response.text()}`)
  }
  return made
}
