import { type Asked, answered, type EdgeLine, type Step, type StepAnswer } from '../../questions/steps.ts'
import type { Connection } from '../connection.ts'
import { nodes } from './nodes.ts'
import { EDGE_COLUMNS, EDGE_JOINS, type EdgeRow, toEdges } from './rows.ts'

const AT = (end: 'from_node' | 'to_node') => `
  SELECT e.id, e.type, f.id AS "from", t.id AS "to", e.date
    FROM json_each(?1) wanted
    CROSS JOIN nodes n ON n.id = wanted.value
    CROSS JOIN edges e ON e.${end} = n.pk AND (?2 IS NULL OR e.type IN (SELECT value FROM json_each(?2)))
    CROSS JOIN nodes f ON f.pk = e.from_node
    CROSS JOIN nodes t ON t.pk = e.to_node`

const TOUCHING = `${AT('from_node')} UNION ${AT('to_node')}`

const EDGES = `SELECT ${EDGE_COLUMNS} FROM json_each(?) wanted CROSS JOIN edges e ON e.id = wanted.value ${EDGE_JOINS}`

const answer =
  (connection: Connection) =>
  (step: Step): StepAnswer => {
    switch (step.ask) {
      case 'touching': {
        const types = step.types === null ? null : JSON.stringify(step.types)
        return connection.all<EdgeLine>(TOUCHING, JSON.stringify([...new Set(step.nodes)]), types)
      }
      case 'nodes':
        return nodes(connection, step.ids)
      case 'edges': {
        const ids = JSON.stringify([...new Set(step.lines.map(({ id }) => id))])
        return toEdges(connection, connection.all<EdgeRow>(EDGES, ids), null)
      }
    }
  }

/** A question in steps, answered from this file. */
export const inSteps =
  <Args extends unknown[], Answer>(question: (...args: Args) => Asked<Answer>) =>
  (connection: Connection, ...args: Args): Answer =>
    answered(question(...args), answer(connection))
