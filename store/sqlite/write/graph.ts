import type { Change } from '../../port.ts'
import type { Connection } from '../connection.ts'
import { putEdges, removeEdges } from './edges.ts'
import { putNodes, removeNodes } from './nodes.ts'

/** Rows go to SQLite as JSON, so many to a statement: one call for each row costs ten times as much. */
const CHUNK = 500

const inChunks = <Row>(rows: readonly Row[], write: (chunk: readonly Row[]) => void): void => {
  for (let at = 0; at < rows.length; at += CHUNK) write(rows.slice(at, at + CHUNK))
}

const DEGREE = `
  UPDATE nodes SET degree =
    (SELECT count(*) FROM edges WHERE from_node = nodes.pk) + (SELECT count(*) FROM edges WHERE to_node = nodes.pk)
  WHERE pk IN (SELECT node FROM temp.touched)`

/** Edges go before the nodes that they end in, and come after them; so no reference ever hangs in the air. */
export const writeGraph = (connection: Connection, place: number, { nodes, edges }: Change): void => {
  connection.run('CREATE TEMP TABLE IF NOT EXISTS touched (node INTEGER PRIMARY KEY)')
  connection.run('DELETE FROM temp.touched')
  inChunks(edges.remove, (chunk) => removeEdges(connection, chunk))
  inChunks(nodes.put, (chunk) => putNodes(connection, place, chunk))
  inChunks(edges.put, (chunk) => putEdges(connection, place, chunk))
  inChunks(nodes.remove, (chunk) => removeNodes(connection, chunk))
  connection.run(DEGREE)
}
