import type { EdgeType, Evidence, GraphEdge } from '../../model/graph.ts'
import type { Span } from '../../model/record.ts'
import { sentenceAt } from '../../model/sentence.ts'

/** What a reader looks for first stands first. */
const ORDER: readonly EdgeType[] = [
  'CONSIDERS',
  'DECIDED',
  'LEADS',
  'JOINS',
  'ASSISTS',
  'SUBMITTED_TO',
  'ISSUED_AS',
  'TASKED',
  'CITES',
  'CHAIRED',
  'ATTENDED',
  'ABSENT_FROM',
  'REPRESENTED',
  'RECORDED',
  'HAS_ITEM',
  'MENTIONS',
  'RESUMES',
  'EDITION_OF',
  'REVISES',
  'REPEALS',
  'IMPLEMENTS',
  'SIBLING_OF',
  'SUCCEEDS',
  'SERVED_AT',
  'POSSIBLY_SAME',
]
const RANK = new Map(ORDER.map((type, index) => [type, index]))
const rank = ({ type }: GraphEdge): number => RANK.get(type) ?? ORDER.length

export const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const evidenceIn = (edge: GraphEdge, document: string): Evidence[] =>
  edge.evidence.filter((evidence) => evidence.document === document)

const firstPlace = (edge: GraphEdge): number => edge.evidence[0]?.start ?? 0

/** By weight of the relation, then by place in the text, then by id. */
export const sortFacts = (facts: readonly GraphEdge[]): GraphEdge[] =>
  [...facts].sort((a, b) => rank(a) - rank(b) || firstPlace(a) - firstPlace(b) || (a.id < b.id ? -1 : 1))

/** Facts with evidence that touches one of `spans` of the document. */
export const factsIn = (facts: readonly GraphEdge[], document: string, spans: readonly Span[]): GraphEdge[] =>
  sortFacts(
    facts.filter((edge) => evidenceIn(edge, document).some((evidence) => spans.some((span) => meets(evidence, span)))),
  )

/** Facts of the sentences around the evidence of `edge`, itself among them. */
export const factsOfSentence = (
  facts: readonly GraphEdge[],
  edge: GraphEdge,
  document: string,
  text: string,
): GraphEdge[] =>
  factsIn(
    facts,
    document,
    evidenceIn(edge, document).map((evidence) => sentenceAt(text, evidence)),
  )

/** Facts with `node` at one end. */
export const factsOfNode = (facts: readonly GraphEdge[], node: string): GraphEdge[] =>
  sortFacts(facts.filter(({ from, to }) => from === node || to === node))

const ROLL = new Set<EdgeType>([
  'ATTENDED',
  'ABSENT_FROM',
  'CHAIRED',
  'RECORDED',
  'REPRESENTED',
  'SERVED_AT',
  'SUCCEEDS',
])
/** Read in the roll, or concluded from rolls; two people who may be one are told by what both are. */
export const isRollFact = ({ type, from }: GraphEdge): boolean =>
  ROLL.has(type) || (type === 'POSSIBLY_SAME' && from.includes('/person/'))

/** Not every tie draws a reader's eye: naming a body is the least of them. */
export const isMinor = ({ type }: GraphEdge): boolean => type === 'MENTIONS' || type === 'HAS_ITEM'

const SHORT = 22

/** The words of a quotation for one line; cut in the middle, where the line says so with ……. Line breaks go. */
export const excerpt = (quote: string, limit = SHORT): string => {
  const flat = quote.replace(/\s+/g, '')
  if (flat.length <= limit) return flat
  const half = Math.floor((limit - 2) / 2)
  return `${flat.slice(0, limit - 2 - half)}……${flat.slice(-half)}`
}
