import type { Driver } from 'neo4j-driver'
import { StoreUnavailable } from '../port.ts'
import type { Connection } from './connection.ts'
import { INDEXES, SCHEMA_VERSION, STORE_ID } from './schema.ts'
import { orSilence } from './silence.ts'
import type { Address } from './unavailable.ts'
import { integer } from './values.ts'

const FLOOR = [5, 26] as const
const ANSWER_WITHIN_MS = 10_000

const agentOf = async (driver: Driver): Promise<string> =>
  (await orSilence(driver.getServerInfo(), ANSWER_WITHIN_MS)).agent ?? ''

/** Refuses a server that is older than the floor; the newest line counts by years and is above it. */
export const checkServer = async (driver: Driver, { uri }: Address): Promise<void> => {
  const agent = await agentOf(driver)
  const [, major, minor] = /^Neo4j\/(\d+)\.(\d+)/u.exec(agent) ?? []
  const version = [Number(major ?? 0), Number(minor ?? 0)] as const
  if (version[0] > FLOOR[0] || (version[0] === FLOOR[0] && version[1] >= FLOOR[1])) return
  throw new StoreUnavailable(
    `the server at ${uri} is ${agent || 'of an unknown kind'}: Jiyao needs Neo4j ${FLOOR.join('.')} or later`,
  )
}

/** Makes constraints and indexes that are missing, and waits until they are filled; several processes may do so at once. */
export const prepareIndexes = async (connection: Connection): Promise<void> => {
  const indexes = await connection.read((query) => query<{ name: string }>('SHOW INDEXES YIELD name RETURN name'))
  const known = new Set(indexes.map(({ name }) => name))
  const missing = [...INDEXES].filter(([name]) => !known.has(name))
  if (missing.length === 0) return
  // The server takes several of them in one transaction, but none together with a change of data.
  await connection.write(async (query) => {
    for (const [, statement] of missing) await query(statement)
  })
  await connection.read((query) => query('CALL db.awaitIndexes(300)'))
}

/** Notes how the graph is written, and refuses one that a newer version has written. */
export const checkSchema = async (connection: Connection, { uri }: Address): Promise<void> => {
  const [stored] = await connection.read((query) =>
    query<{ schema: number | null }>('MATCH (s:Jiyao {id: $id}) RETURN s.schema AS schema', { id: STORE_ID }),
  )
  if ((stored?.schema ?? 0) > SCHEMA_VERSION)
    throw new StoreUnavailable(
      `the graph in Neo4j at ${uri} was written by a newer version of Jiyao (schema ${stored?.schema}, this one knows ${SCHEMA_VERSION}): ` +
        'upgrade Jiyao, or set NEO4J_DATABASE to another database',
    )
  if (stored) return
  await connection.write((query) =>
    query('MERGE (s:Jiyao {id: $id}) ON CREATE SET s:Store, s.schema = $schema, s.writes = 0', {
      id: STORE_ID,
      schema: integer(SCHEMA_VERSION),
    }),
  )
}
