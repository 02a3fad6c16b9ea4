/**
 * What a back end owes. Small, and every method is required: what differs between back ends is a value, never a missing method.
 * Two implementations: `sqlite/` (one file, the default) and a Neo4j server. Both give equal answers: a back end finds, and
 * order and ties are decided here in words: by the keys that each method names, compared as code units, ties by id.
 */
import type { CurationEvent } from '../model/curation.ts'
import type { DocumentHead, RecordedDocument, StoredDocument } from '../model/document.ts'
import type {
  BodyKind,
  DataVersion,
  DocumentId,
  EdgeId,
  EdgeType,
  GraphEdge,
  GraphNode,
  Jurisdiction,
  JurisdictionId,
  MeetingNode,
  NodeId,
  NodeKind,
  PolicyNode,
} from '../model/graph.ts'

/** A list that may be cut off: `total` is how many there are, `rows.length` how many are shown. */
export type Page<Row> = { total: number; rows: Row[] }

/** Nodes and edges, both sorted by id; every edge's two ends are among the nodes. `total` counts what a limit of infinity would give. */
export type Slice = { nodes: GraphNode[]; edges: GraphEdge[]; total: { nodes: number; edges: number } }

export type JurisdictionSummary = Jurisdiction & {
  version: DataVersion
  documents: number
  counts: Record<NodeKind, number>
  /** Days of the first and the last meeting that has one. */
  from: string | null
  to: string | null
}

export type MeetingQuery = {
  jurisdiction: JurisdictionId
  from: string | null
  to: string | null
  limit: number
  offset: number
}

/** Which part of a meeting: all its items with what hangs on them (but for items of other meetings), one item, or the roll (who attended, for whom). */
export type MeetingPart = { of: 'agenda' } | { of: 'item'; item: NodeId } | { of: 'roll' }

export type SearchHit = {
  node: GraphNode /** The form that matched. */
  form: string
  match: 'whole' | 'start' | 'inside'
}

/** What a node's edges are, by type and direction. */
export type NodeDegree = { type: GraphEdge['type']; direction: 'out' | 'in'; count: number }

/** Departments, districts, both, or people; by the decision, the agenda item or the meeting. */
export type IncidenceQuery = {
  jurisdiction: JurisdictionId
  who: 'department' | 'district' | 'body' | 'person' | 'policy'
  level: 'decision' | 'item' | 'meeting'
}

/** In what capacity somebody stands in something; `absent` and `recorder` are no presence, and told apart by whoever counts. */
export const INCIDENCE_ROLES = [
  'lead',
  'joint',
  'cooperating',
  'tasked',
  'mentioned',
  'considered',
  'cited',
  'represented',
  'unnamed',
  'chair',
  'member',
  'observer',
  'guest',
  'absent',
  'recorder',
] as const
export type IncidenceRole = (typeof INCIDENCE_ROLES)[number]

/** Who stands in what: entry `i` says that `who[rows[i]]` stands in `what[columns[i]]` as `INCIDENCE_ROLES[roles[i]]`. */
export type Incidence = {
  /** Sorted by id; those of the kind that stand in nothing, too. */
  who: { id: NodeId; kind: NodeKind; label: string; bodyKind: BodyKind | null }[]
  /** Every decision, item or meeting, sorted by id. */
  what: { id: NodeId; meeting: NodeId; date: string | null }[]
  /** Sorted by row, column, role; each entry once. */
  rows: Int32Array
  columns: Int32Array
  roles: Uint8Array
  /** What is printed with each entry; only of people by the meeting, `null` of everything else. */
  printed: PrintedBeside | null
}

/** Beside the entries of an incidence, as the document prints them. */
export type PrintedBeside = {
  /** Bodies and posts, sorted, each once. */
  words: string[]
  /** Indices into `words`: the body and the post beside the name; -1 where none is printed. */
  seats: Int32Array
  posts: Int32Array
  /** Where the entry begins in its document, which is the order of a roll. */
  starts: Int32Array
}

export type NeighboursQuery = {
  node: NodeId
  /** `null` for all. */
  kinds: readonly NodeKind[] | null
  types: readonly EdgeType[] | null
  /** Edges of the period, both days included; one without a day lies in no period. */
  from: string | null
  to: string | null
  limit: number
  offset: number
}

export type Neighbours = {
  node: GraphNode
  nodes: GraphNode[]
  /** Between the node and those that are shown, sorted by id. */
  edges: GraphEdge[]
  /** Of the kinds that were asked for. */
  total: number
  /** Of all kinds. */
  byKind: Partial<Record<NodeKind, number>>
  /** Of the kinds that were asked for, how many each type of edge leads to; who is reached by two types counts for both. */
  byType: Partial<Record<EdgeType, number>>
}

/** Edges; no path that is asked for may be longer. */
export const LONGEST_PATH = 8

export type AmongQuery = { nodes: readonly NodeId[]; from: string | null; to: string | null }

/** Edges sorted by id; how many other nodes each of those asked for has beside it in the period, sorted by id. */
export type Among = { edges: GraphEdge[]; totals: { id: NodeId; neighbours: number }[] }

export type PathQuery = { from: NodeId; to: NodeId; types: readonly EdgeType[] | null; longest: number }

/** Nodes and edges in the order of the path. `none`: there is no path; `too-far`: none that is short enough; `budget`: the search was given up. */
export type PathAnswer =
  | { found: true; nodes: GraphNode[]; edges: GraphEdge[] }
  | { found: false; why: 'none' | 'too-far' | 'budget' }

/** Nodes and edges sorted by id, every end among the nodes. `items` says how many there are and how many are shown. */
export type PolicyEvents = {
  policy: PolicyNode
  nodes: GraphNode[]
  edges: GraphEdge[]
  items: { total: number; shown: number }
}

export interface GraphReader {
  /** Resolves when questions can be answered: what is stored is reached, and written as this program writes it. Throws `StoreUnavailable`. */
  check(): Promise<void>
  /** Sorted by id. */
  jurisdictions(): Promise<JurisdictionSummary[]>
  /** `null` when the jurisdiction is unknown. */
  jurisdiction(id: JurisdictionId): Promise<JurisdictionSummary | null>
  /** Newest first: by day descending (without a day last), then ordinal descending, then id. The period includes both days; a meeting without a day lies in no period. */
  meetings(query: MeetingQuery): Promise<Page<MeetingNode>>
  /** Degrees: outgoing first, then by type. `null` when unknown. */
  node(id: NodeId): Promise<{ node: GraphNode; degrees: NodeDegree[] } | null>
  /** Those that exist, sorted by id. */
  nodes(ids: readonly NodeId[]): Promise<GraphNode[]>
  /** `null` when the meeting is unknown, or the item is none of its own. Cut off after `limit` nodes, the meeting first, then items, policies, decisions, departments, districts, people, each by id. */
  meetingGraph(id: NodeId, part: MeetingPart, limit: number): Promise<Slice | null>
  /** `null` when unknown. */
  edge(id: EdgeId): Promise<{ edge: GraphEdge; from: GraphNode; to: GraphNode } | null>
  /** By match (whole, start, inside), kind (`kindRank` in order.ts), number of edges (descending), id; each node once, with the form that matches best (ties by code units). Nothing for an empty query. */
  search(jurisdiction: JurisdictionId, query: string, limit: number): Promise<Page<SearchHit>>
  /**
   * Who stands in what, for analysis. By the decision: who leads, joins or assists. By the item: who is named in it, tasked in it, or has a
   * part in one of its decisions; policies that it considers or cites. By the meeting: bodies that were represented; people who attended, chaired, were absent, kept the minutes.
   * Unknown jurisdictions have nothing.
   */
  incidence(query: IncidenceQuery): Promise<Incidence>
  /** By number of edges to the node (descending), latest day of one (descending, without a day last), kind (`kindRank`), number of all its edges (descending), id. A node is no neighbour of its own. `null` when unknown. */
  neighbours(query: NeighboursQuery): Promise<Neighbours | null>
  /** The edges between these nodes. Unknown nodes have none. */
  among(query: AmongQuery): Promise<Among>
  /**
   * A shortest path, whichever way the edges point; of several the one whose ids, one after the other, come first, over the edges whose ids come first.
   * Throws a `RangeError` for a `longest` that is not 1 to `LONGEST_PATH`.
   * `null` when an end is unknown.
   */
  path(query: PathQuery): Promise<PathAnswer | null>
  /**
   * Everything that a policy's course is told by: the items that consider or cite it (the latest `limit` of them), their meetings, decisions, duties
   * and resumptions, and the policies tied to it. `null` when it is unknown or no policy.
   */
  policyEvents(policy: NodeId, limit: number): Promise<PolicyEvents | null>
  /** `null` when unknown. */
  document(id: DocumentId): Promise<StoredDocument | null>
  /** Every edge that has evidence in this document, sorted by id, each with only the evidence that lies in it. */
  documentFacts(id: DocumentId): Promise<GraphEdge[]>
  /** What people have decided, sorted by id; of every jurisdiction for `null`, by jurisdiction first. */
  curation(jurisdiction: JurisdictionId | null): Promise<CurationEvent[]>
}

export type Fingerprinted<Value> = {
  value: Value /** Two that have equal fingerprints are equal; that of a meeting also speaks for all that belongs to it. */
  fingerprint: string
}
export type Fingerprints = { base: string | null; nodes: Map<NodeId, string>; edges: Map<EdgeId, string> }

/** The difference between what is stored of one jurisdiction and what shall be. */
export type Change = {
  jurisdiction: Jurisdiction
  /** Hash of the data version that the difference was taken against, `null` for none. */
  base: string | null
  /** `null` when the last document goes: the jurisdiction is then unknown. */
  version: DataVersion | null
  documents: { put: StoredDocument[]; remove: DocumentId[] }
  nodes: { put: Fingerprinted<GraphNode>[]; remove: NodeId[] }
  edges: { put: Fingerprinted<GraphEdge>[]; remove: EdgeId[] }
  /**
   * Appended: an event whose id is known in the jurisdiction stays as it is, and none is ever removed. Events outlive the last
   * document: they belong to the place, not to the graph, and hold again when documents come back. A change may be of events alone.
   */
  curation: { put: CurationEvent[] }
}

export interface GraphWriter {
  /** Heads of all documents of all jurisdictions, sorted by id. */
  documentHeads(): Promise<DocumentHead[]>
  /** All documents of a jurisdiction, sorted by id. */
  documents(jurisdiction: JurisdictionId): Promise<StoredDocument[]>
  /** The same without their texts. */
  records(jurisdiction: JurisdictionId): Promise<RecordedDocument[]>
  /** Fingerprints of all that is stored of a jurisdiction, by id; `base` is the hash that a change against them must name. */
  fingerprints(jurisdiction: JurisdictionId): Promise<Fingerprints>
  /** Of the meetings alone. */
  meetingPrints(jurisdiction: JurisdictionId): Promise<{ base: string | null; meetings: Map<NodeId, string> }>
  /** Of these meetings with what belongs to them (those that are unknown have nothing), and of all that belongs to no meeting (`LASTING_KINDS`, `LASTING_TYPES`). */
  partPrints(jurisdiction: JurisdictionId, meetings: readonly NodeId[]): Promise<Fingerprints>
  /**
   * All of it or nothing is ever visible. Writing a change twice leaves what writing it once does.
   * Throws `StaleBase` when the jurisdiction's data version is no longer `base`: somebody else has written; take the difference again.
   */
  commit(change: Change): Promise<void>
}

export interface Store extends GraphReader, GraphWriter {
  close(): Promise<void>
}

export class StaleBase extends Error {
  constructor(jurisdiction: JurisdictionId) {
    super(`another process has written ${jurisdiction} meanwhile`)
    this.name = 'StaleBase'
  }
}

/** The store cannot serve: what happened and what to do, in words for a person. */
export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreUnavailable'
  }
}
