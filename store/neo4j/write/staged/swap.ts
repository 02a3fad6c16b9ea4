import { type Change, StaleBase } from '../../../port.ts'
import type { Query } from '../../connection.ts'
import { GONE, STAGED } from '../../schema.ts'
import { inBatches } from '../batches.ts'
import { heldByOthers } from '../nodes.ts'
import type { Ready } from './stage.ts'

const HIDE_NODES = `
  MATCH (n:Jiyao {jurisdiction: $place}) USING INDEX n:Jiyao(jurisdiction, kind)
  WHERE n.kind IS NOT NULL AND n.fingerprint IS NOT NULL
  REMOVE n:Jiyao SET n:${GONE}
  RETURN elementId(n) AS element`

const HIDE_DOCUMENTS = `
  UNWIND $ids AS id
  MATCH (n:Jiyao {id: id}) USING INDEX n:Jiyao(id) WHERE n.kind = 'document'
  REMOVE n:Jiyao SET n:${GONE}
  RETURN elementId(n) AS element`

const SHOW = `
  UNWIND $elements AS element
  MATCH (n:${STAGED}) WHERE elementId(n) = element
  REMOVE n:${STAGED}, n.stagedBy SET n:Jiyao
  RETURN count(n) AS shown`

const FOREIGN = `
  MATCH (n:${GONE} {jurisdiction: $place})-[r]-() WHERE r.fingerprint IS NULL
  WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
  RETURN elementId(r) AS element, type(r) AS type, elementId(a) AS source, a.id AS sourceId, elementId(b) AS target, b.id AS targetId`

const MOVE = `
  UNWIND $rows AS row
  MATCH (a) WHERE elementId(a) = row.source
  MATCH (b) WHERE elementId(b) = row.target
  MATCH ()-[r]->() WHERE elementId(r) = row.element
  CREATE (a)-[moved:$(row.type)]->(b)
  SET moved = properties(r)
  DELETE r`

type Foreign = { element: string; type: string; source: string; sourceId: string; target: string; targetId: string }

/**
 * Ties what other people have drawn to a node to the one that stands in for it. Refuses where there is none: what is not ours is
 * not ours to remove. After the nodes are hidden, so that they are locked and nobody ties more to them.
 */
const moveForeign = async (query: Query, place: string, hidden: ReadonlySet<string>, ready: Ready): Promise<void> => {
  const successors = new Map([...ready.values()].flatMap(({ former, element }) => (former ? [[former, element]] : [])))
  const successorOf = (element: string, id: string, type: string): string => {
    if (!hidden.has(element)) return element
    const successor = successors.get(element)
    if (successor === undefined) throw heldByOthers(id, type)
    return successor
  }
  const found = (await query<Foreign>(FOREIGN, { place })).filter(
    ({ source, target }) => hidden.has(source) || hidden.has(target),
  )
  const rows = found.map(({ element, type, source, sourceId, target, targetId }) => ({
    element,
    type,
    source: successorOf(source, sourceId, type),
    target: successorOf(target, targetId, type),
  }))
  await inBatches(rows, async (batch) => void (await query(MOVE, { rows: batch })))
}

/** Shows the new version in place of the former one: only labels change hands. Throws `StaleBase` where something of either is missing. */
export const swap = async (
  query: Query,
  { jurisdiction, documents }: Change,
  former: number,
  ready: Ready,
): Promise<void> => {
  const place = jurisdiction.id
  const nodes = await query<{ element: string }>(HIDE_NODES, { place })
  if (nodes.length !== former) throw new StaleBase(place)
  const hidden = new Set(nodes.map(({ element }) => element))
  await inBatches([...documents.put.map(({ id }) => id), ...documents.remove], async (ids) => {
    for (const { element } of await query<{ element: string }>(HIDE_DOCUMENTS, { ids })) hidden.add(element)
  })
  await inBatches([...ready.values()], async (batch) => {
    const elements = batch.map(({ element }) => element)
    const [row] = await query<{ shown: number }>(SHOW, { elements })
    if (row?.shown !== elements.length) throw new StaleBase(place)
  })
  await moveForeign(query, place, hidden, ready)
}
