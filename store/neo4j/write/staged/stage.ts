import type { GraphEdge } from '../../../../model/graph.ts'
import { type Fingerprinted, StaleBase } from '../../../port.ts'
import type { Connection, Query } from '../../connection.ts'
import { LABELS, STAGED } from '../../schema.ts'
import type { Parameters } from '../../values.ts'
import { inBatches } from '../batches.ts'
import { DOCUMENTS } from '../documents.ts'
import { edgeRow, type Found } from '../edges.ts'
import type { Plan, StagedRow } from './plan.ts'
import { enter, type Run } from './run.ts'

/** A document weighs as much as so many edges: its record and both texts are 35 kB in the samples, and twice that in the server. */
export const EDGES_IN_A_DOCUMENT = 20

/** Nodes that stand ready, by id: `element` is the server's own name of it, `former` that of the stored one it stands in for. */
export type Ready = Map<string, { element: string; former: string | null }>

// What others have added to a stored node, such as a rank that was computed, or a label, goes over to its successor.
const NODES = `
  UNWIND $rows AS row
  OPTIONAL MATCH (o:Jiyao {id: row.id}) USING INDEX o:Jiyao(id)
  CREATE (n:${STAGED})
  SET n = row.initial, n += coalesce(properties(o), {}), n += row.properties, n.stagedBy = $token
  SET n:$([row.label] + [label IN coalesce(labels(o), []) WHERE NOT label IN $ours])
  RETURN row.id AS id, elementId(o) AS former, elementId(n) AS element`

const OURS = ['Jiyao', 'Document', ...Object.values(LABELS)]

const stageRows = async (query: Query, { token }: Run, rows: readonly StagedRow[], ready: Ready): Promise<void> => {
  type Row = { id: string; former: string | null; element: string }
  for (const { id, ...node } of await query<Row>(NODES, { rows, token, ours: OURS })) ready.set(id, node)
}

const ENDS = `
  MATCH (a:${STAGED}) WHERE elementId(a) = row.source
  MATCH (b:${STAGED}) WHERE elementId(b) = row.target`

const PUT = `
  UNWIND $rows AS row ${ENDS}
  CREATE (a)-[r:$(row.type)]->(b)
  SET r = row.properties
  RETURN count(r) AS created`

const COPY = `
  UNWIND $rows AS row
  MATCH (:Jiyao)-[o]->(:Jiyao) WHERE elementId(o) = row.element AND o.id = row.id ${ENDS}
  CREATE (a)-[r:$(type(o))]->(b)
  SET r = properties(o)
  RETURN count(r) AS created`

type EndRow = { source: string; target: string }

const elementOf = (ready: Ready, id: string): string => {
  const node = ready.get(id)
  if (!node) throw new Error(`${id} was not staged`)
  return node.element
}

const withElements = <Row extends EndRow>(row: Row, ready: Ready): Row => ({
  ...row,
  source: elementOf(ready, row.source),
  target: elementOf(ready, row.target),
})

/** An end or an edge that is not there any more was taken away by a commit of another process. */
const createEdges = (query: Query, { place }: Run, cypher: string, all: readonly (Parameters & EndRow)[]) =>
  inBatches(all, async (rows) => {
    const [row] = await query<{ created: number }>(cypher, { rows })
    if (row?.created !== rows.length) throw new StaleBase(place)
  })

/** Writes the whole new version beside the one that is shown, in transactions of at most `limit` edges. */
export const stage = async (connection: Connection, run: Run, plan: Plan, limit: number): Promise<Ready> => {
  const ready: Ready = new Map()
  let step = 0
  const inSteps = async <Row>(
    all: readonly Row[],
    size: number,
    write: (query: Query, rows: readonly Row[], done: boolean) => Promise<void>,
  ): Promise<void> => {
    for (let at = 0; at < all.length; at += size) {
      const number = ++step
      const rows = all.slice(at, at + size)
      await connection.write(async (query) => write(query, rows, !(await enter(query, run, number))))
    }
  }
  // Nodes of a step that is taken twice are made twice: only those that were told of last are shown, the others are cleared.
  const documents = Math.max(1, Math.floor(limit / EDGES_IN_A_DOCUMENT))
  await inSteps(plan.documents, documents, async (query, rows) => {
    for (let at = 0; at < rows.length; at += DOCUMENTS)
      await stageRows(query, run, rows.slice(at, at + DOCUMENTS).map(plan.documentRow), ready)
  })
  await inSteps(plan.nodes, limit, (query, rows) =>
    inBatches(rows, (batch) =>
      stageRows(
        query,
        run,
        batch.map(({ row }) => row()),
        ready,
      ),
    ),
  )
  await inSteps<Fingerprinted<GraphEdge>>(plan.put, limit, async (query, rows, done) => {
    if (!done)
      await createEdges(
        query,
        run,
        PUT,
        rows.map((edge) => withElements(edgeRow(edge), ready)),
      )
  })
  await inSteps<Found>(plan.kept, limit, async (query, rows, done) => {
    if (!done)
      await createEdges(
        query,
        run,
        COPY,
        rows.map((edge) => withElements(edge, ready)),
      )
  })
  return ready
}
