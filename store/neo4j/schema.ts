import { EDGE_TYPES, type EdgeType, NodeKind } from '../../model/graph.ts'

/**
 * How the graph lies in Neo4j; `docs/graph-model.md` shows it to those who query it. Everything of ours carries the label `Jiyao`,
 * and nothing is read or written but through it: a database may hold other people's data, with the same labels and ids.
 * Names of labels, types and indexes are constants of this file; data goes to the server as parameters alone.
 */

/** Raised when what is stored means something else than before. */
export const SCHEMA_VERSION = 1

/** The one node that says how the others are written, and counts the changes. */
export const STORE_ID = 'jiyao/store'

/**
 * Labels of a change that is too large for one transaction: a node that is written already and not shown yet, one that is shown no
 * longer and not taken out yet, and the node that says how far such a change is. None of them carries `Jiyao`, so nothing reads them.
 */
export const STAGED = 'JiyaoStaged'
export const GONE = 'JiyaoGone'
export const RUN = 'JiyaoRun'

/** `kind` of the nodes that hold curation events, which are no part of the graph. */
export const EVENT_KIND = 'curation'

export const LABELS: Record<NodeKind, string> = {
  meeting: 'Meeting',
  item: 'Item',
  decision: 'Decision',
  policy: 'Policy',
  department: 'Department',
  district: 'District',
  person: 'Person',
}
/** All labels of kinds, as they stand behind a node's name. */
export const ANY_LABEL = NodeKind.options.map((kind) => `:${LABELS[kind]}`).join('')

/** All types, as they stand behind an edge's name. */
export const ANY_TYPE = EDGE_TYPES.join('|')

export const FORM_INDEX = 'jiyao_forms'

const edgeIndex = (type: EdgeType, property: 'id' | 'document'): readonly [string, string] => {
  const name = `jiyao_${type.toLowerCase()}_${property}`
  return [name, `CREATE INDEX ${name} IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.${property})`]
}

/** Constraints and indexes by their names. */
export const INDEXES: ReadonlyMap<string, string> = new Map([
  ['jiyao_id', 'CREATE CONSTRAINT jiyao_id IF NOT EXISTS FOR (n:Jiyao) REQUIRE n.id IS UNIQUE'],
  ['jiyao_kind', 'CREATE INDEX jiyao_kind IF NOT EXISTS FOR (n:Jiyao) ON (n.jurisdiction, n.kind)'],
  ['jiyao_date', 'CREATE INDEX jiyao_date IF NOT EXISTS FOR (n:Jiyao) ON (n.jurisdiction, n.kind, n.date)'],
  [
    // Words are made by us and parted by spaces, so that both back ends find the same.
    FORM_INDEX,
    `CREATE FULLTEXT INDEX ${FORM_INDEX} IF NOT EXISTS FOR (n:Jiyao) ON EACH [n.searchPlace, n.searchWords]
     OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'whitespace' } }`,
  ],
  ...EDGE_TYPES.flatMap((type) => [edgeIndex(type, 'id'), edgeIndex(type, 'document')]),
])

const TYPES: ReadonlySet<string> = new Set(EDGE_TYPES)

/** Of an edge whose id begins with its type and a line (`LEADS|…`), as ours do: then one index has to be looked into and not all. */
export const typeInId = (id: string): EdgeType | null => {
  const [word = ''] = id.split('|', 1)
  // A member of the set of types is one.
  return TYPES.has(word) ? (word as EdgeType) : null
}

/** A subquery over every type, for `id` or another name that is in scope: an index belongs to one type. */
export const eachType = (scope: string, branch: (type: EdgeType) => string): string =>
  `CALL (${scope}) { ${EDGE_TYPES.map(branch).join(' UNION ALL ')} }`
