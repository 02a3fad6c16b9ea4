import { setTimeout as pause } from 'node:timers/promises'
import type { Driver } from 'neo4j-driver'
import type { Change, Store } from '../port.ts'
import { type Connection, type ConnectionOptions, connect, makeDriver } from './connection.ts'
import { checkSchema, checkServer, prepareIndexes } from './prepare.ts'
import { readsOf } from './reads.ts'
import { mayPass, toUnavailable } from './unavailable.ts'
import { commit } from './write/commit.ts'

export type Neo4jOptions = {
  /** `neo4j://` is routed to the members of a cluster, `bolt://` speaks to one server; with `+s` encrypted. */
  uri: string
  user: string
  password: string
  /** The user's home database if `null` or not said. */
  database?: string | null
  /** How long to wait at the start for a server that does not answer, in milliseconds; 30 seconds if not said. */
  patience?: number
  /** How long one question and one change may take, in milliseconds; 30 seconds and 10 minutes if not said. */
  readTimeout?: number
  writeTimeout?: number
  /** Told, at most once for each attempt, why the server cannot be reached yet. */
  tell?: (message: string) => void
}

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 5_000

const prepare = async (driver: Driver, connection: Connection, options: ConnectionOptions): Promise<void> => {
  try {
    await checkServer(driver, options)
  } catch (error) {
    throw toUnavailable(error, options)
  }
  await prepareIndexes(connection)
  await checkSchema(connection, options)
}

/** Again and again with longer pauses while the trouble may pass; any other ends it at once. */
const patiently = async (patience: number, tell: (message: string) => void, work: () => Promise<void>) => {
  const until = Date.now() + patience
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS))
    try {
      return await work()
    } catch (error) {
      if (!mayPass(error) || Date.now() + wait > until) throw error
      tell(`${error instanceof Error ? error.message : String(error)}; asking again …`)
      await pause(wait)
    }
}

/**
 * Makes the constraint and the indexes that are missing. Throws `StoreUnavailable` when the server cannot be used; later on
 * each question does, and the next one is answered when the server is back.
 */
export const openNeo4j = async (options: Neo4jOptions): Promise<Store> => {
  const { database = null, readTimeout = 30_000, writeTimeout = 600_000, patience = 30_000 } = options
  const { uri, user, password, tell = () => undefined } = options
  const settings = { uri, user, password, database, readTimeout, writeTimeout }
  const driver = makeDriver(settings)
  const connection = connect(driver, settings)
  try {
    await patiently(patience, tell, () => prepare(driver, connection, settings))
  } catch (error) {
    await connection.close()
    throw error
  }
  return {
    ...readsOf(connection),
    commit: (change: Change) => connection.write((query) => commit(query, change)),
    close: () => connection.close(),
  }
}
