import type { Driver } from 'neo4j-driver'
import { type Change, type Store, StoreUnavailable } from '../port.ts'
import { checked } from './checked.ts'
import { type Connection, type ConnectionOptions, connect, makeDriver } from './connection.ts'
import { patiently } from './patience.ts'
import { checkSchema, checkServer, prepareIndexes } from './prepare.ts'
import { readsOf } from './reads.ts'
import { toUnavailable } from './unavailable.ts'
import { commitAnySize, EDGES_AT_ONCE } from './write/commit-any-size.ts'

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
  /** How many edges one transaction is given to write; a change that weighs more goes in several. For a server with more memory, or less. */
  edgesAtOnce?: number
  /** Told why the server cannot be reached yet, and when it can: each trouble when it is new and once a minute. */
  tell?: (message: string) => void
}

const prepare = async (driver: Driver, connection: Connection, options: ConnectionOptions): Promise<void> => {
  try {
    await checkServer(driver, options)
  } catch (error) {
    throw toUnavailable(error, options)
  }
  await prepareIndexes(connection)
  await checkSchema(connection, options)
}

/** `ready` resolves when the server has been found fit, and rejects with `StoreUnavailable` when that will not come by waiting. */
export type Attached = { store: Store; ready: Promise<void> }

/**
 * At once, whether the server answers or not: each question that it cannot answer is a `StoreUnavailable`, and the next one is
 * answered when the server is there. Makes the constraint and the indexes that are missing.
 */
export const attachNeo4j = (options: Neo4jOptions): Attached => {
  const { database = null, readTimeout = 30_000, writeTimeout = 600_000, patience = 30_000 } = options
  const { uri, user, password, edgesAtOnce: limit = EDGES_AT_ONCE, tell = () => undefined } = options
  const settings = { uri, user, password, database, readTimeout, writeTimeout }
  const driver = makeDriver(settings)
  const bare = connect(driver, settings)
  const connection = checked(bare, () => prepare(driver, bare, settings))
  const closing = new AbortController()
  return {
    store: {
      ...readsOf(connection, settings),
      commit: (change: Change) => commitAnySize(connection, change, { limit, tell }),
      close: () => {
        closing.abort()
        return connection.close()
      },
    },
    ready: patiently(() => connection.check(), `Neo4j at ${uri} answers`, { patience, tell, stop: closing.signal }),
  }
}

/** Rejects when `stop` is asked for. */
const brokenOff = (uri: string, stop: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const tell = () => reject(new StoreUnavailable(`the wait for Neo4j at ${uri} was broken off`))
    if (stop.aborted) tell()
    stop.addEventListener('abort', tell, { once: true })
  })

/** Waits for the server, until `stop` is asked for. Throws `StoreUnavailable` when it cannot be used. */
export const openNeo4j = async (
  options: Neo4jOptions,
  stop: AbortSignal = new AbortController().signal,
): Promise<Store> => {
  const { store, ready } = attachNeo4j(options)
  try {
    await Promise.race([ready, brokenOff(options.uri, stop)])
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
