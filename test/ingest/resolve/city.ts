/** Sources of an invented city, for the tests of the resolver; every test states what matters to it. */
import type { IdentityDecisions } from '../../../ingest/resolve/identity-decisions.ts'
import type { Source } from '../../../ingest/resolve/meeting-key.ts'
import { type Resolved, resolve } from '../../../ingest/resolve/resolve.ts'
import type { PersonMention } from '../../../model/curation.ts'
import type { EdgeType, GraphEdge, GraphNode, Jurisdiction } from '../../../model/graph.ts'
import type { MinutesRecord, RollEntry } from '../../../model/record.ts'
import { entry, minutes } from '../record-builder.ts'

export const CITY: Jurisdiction = { id: '岚州市', issuer: '岚州市人民政府' }

export const source = (document: string, record: MinutesRecord): Source => ({
  document: `岚州市/document/${document}`,
  record,
})

/** The meeting of a day; its number is made of the day, so that no two days share one. */
export const heldOn = (date: string, given: Parameters<typeof minutes>[0] = {}): Source =>
  source(date, minutes({ ...given, meeting: { date, ordinal: Number(date.replaceAll('-', '')), ...given.meeting } }))

export const keyOf = (date: string): string => `${date}-常务会议-${date.replaceAll('-', '')}`

/** A roll as `市水务局 王岩`; a name alone is one of the leaders. */
export const rollOf = (...lines: string[]): RollEntry[] =>
  lines.map((line) => {
    const [first = '', second] = line.split(' ')
    return second === undefined ? entry(first, null) : entry(second, first)
  })

export const meets = (date: string, ...roll: string[]): Source => heldOn(date, { attendance: rollOf(...roll) })

export const graphOf = (sources: readonly Source[], decisions: Partial<IdentityDecisions> = {}): Resolved =>
  resolve(CITY, sources, { same: [], different: [], names: [], ...decisions })

export const personIn = (date: string, name: string, body: string | null, recorder = false): PersonMention => ({
  kind: 'person',
  meeting: keyOf(date),
  name,
  body,
  recorder,
})

export const idsOf = ({ nodes }: Resolved, kind: GraphNode['kind']): string[] =>
  nodes.filter((node) => node.kind === kind).map(({ id }) => id.split('/').slice(2).join('/'))

export const edgesOf = <Type extends EdgeType>({ edges }: Resolved, type: Type): Extract<GraphEdge, { type: Type }>[] =>
  // The filter leaves one member of the union, which TypeScript cannot follow through a type parameter.
  edges.filter((edge) => edge.type === type) as Extract<GraphEdge, { type: Type }>[]
