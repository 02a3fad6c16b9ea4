import { setTimeout as pause } from 'node:timers/promises'
import neo4j, {
  type BookmarkManager,
  type Driver,
  type ManagedTransaction,
  type Session,
  type Transaction,
} from 'neo4j-driver'
import { forEverybody, GivenUp, whenGivenUp, whoAsks } from '../asking.ts'
import { orSilence } from './silence.ts'
import { turnsOf } from './turns.ts'
import { NoAnswer, toUnavailable } from './unavailable.ts'
import type { Parameters } from './values.ts'

/** Runs one statement. Rows are what the Cypher at hand returns, so the caller names their type. */
export type Query = <Row>(cypher: string, parameters?: Parameters) => Promise<Row[]>

/** One database on a server or a cluster. Troubles that a person can do something about come as `StoreUnavailable`. */
export interface Connection {
  /**
   * In one transaction for reading, on any member that has seen what was written through this connection; `work` is run again after
   * a passing trouble. Statements that are sent without waiting for each other go on one way to the server and are answered in their order, each whole.
   */
  read<Answer>(work: (query: Query) => Promise<Answer>): Promise<Answer>
  /** All of `work` or nothing of it, on the leader; `work` is run again after a passing trouble. */
  write<Answer>(work: (query: Query) => Promise<Answer>): Promise<Answer>
  close(): Promise<void>
}

export type ConnectionOptions = {
  uri: string
  user: string
  password: string
  /** `null` for the user's home database. */
  database: string | null
  /** How long a transaction may take, in milliseconds. */
  readTimeout: number
  writeTimeout: number
}

const CONNECT_WITHIN_MS = 5_000
/** Questions beyond these wait for their turn; who has waited for a minute is refused. */
const AT_ONCE = 50
const WAIT_FOR_TURN_MS = 60_000
/** One for each, and some to ask a cluster who its members are, and for those that are still being closed. */
const CONNECTIONS = AT_ONCE + 10
/** A reader is answered or refused soon; what is too short for a large change is made up for by `WRITES`. */
const RETRY_WITHIN_MS = 3_000
const FIRST_PAUSE_MS = 250
const WRITES = 3
/** A server ends what takes longer than it may; one that says nothing so much later is not there, though its connection stays open. */
const SILENT_MS = 5_000

const queryOf =
  (transaction: ManagedTransaction | Transaction): Query =>
  async <Row>(cypher: string, parameters: Parameters = {}): Promise<Row[]> => {
    const { records } = await transaction.run(cypher, parameters)
    // The columns of a row are those of the Cypher beside the call; the server itself knows no type to check them by.
    return records.map((record) => record.toObject() as Row)
  }

export const makeDriver = ({ uri, user, password }: ConnectionOptions): Driver =>
  neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    connectionTimeout: CONNECT_WITHIN_MS,
    maxConnectionPoolSize: CONNECTIONS,
    connectionAcquisitionTimeout: WAIT_FOR_TURN_MS,
    maxTransactionRetryTime: RETRY_WITHIN_MS,
    userAgent: 'jiyao',
  })

/** Shown by the server in its query log and by SHOW TRANSACTIONS, so that a request can be followed to there. */
const metadata = (): { program: string; request?: string } => {
  const who = whoAsks()
  return { program: 'jiyao', ...(who ? { request: who.id } : {}) }
}

/** What had too little memory the first time has it the next time too. */
const worthRepeating = (error: unknown): boolean =>
  error instanceof neo4j.Neo4jError && error.retriable && !error.code.includes('OutOfMemory')

const inSession = async <Answer>(
  driver: Driver,
  { database }: ConnectionOptions,
  { bookmarkManager, reading }: { bookmarkManager: BookmarkManager; reading: boolean },
  work: (session: Session) => Promise<Answer>,
): Promise<Answer> => {
  // All rows of a statement at once: the next one, sent already, must not run before they are read.
  const reads = reading ? { defaultAccessMode: neo4j.session.READ, fetchSize: -1 } : {}
  const session = driver.session({ ...(database === null ? {} : { database }), ...reads, bookmarkManager })
  let givenUp = false
  let silent = false
  const giveUp = () => {
    givenUp = true
    // Resets the connection, by which the server ends what it runs on it. What fails by that is told below.
    session.close().catch(() => undefined)
  }
  const done = whenGivenUp(giveUp)
  try {
    return await work(session)
  } catch (error) {
    silent = error instanceof NoAnswer
    throw givenUp ? new GivenUp() : error
  } finally {
    done()
    const closed = session.close()
    // It says good-bye, to which nobody answers there.
    if (silent) closed.catch(() => undefined)
    else await closed
  }
}

/** Not `executeRead`, which waits until the transaction has begun before it sends anything in it: a way there and back for nothing. */
const readIn = async <Answer>(
  session: Session,
  { readTimeout }: ConnectionOptions,
  work: (query: Query) => Promise<Answer>,
): Promise<Answer> => {
  const until = performance.now() + RETRY_WITHIN_MS
  for (let wait = FIRST_PAUSE_MS; ; wait *= 2) {
    const transaction = session.beginTransaction({ timeout: readTimeout, metadata: metadata() })
    const answered = async (): Promise<Answer> => {
      const answer = await work(queryOf(transaction))
      await transaction.commit()
      return answer
    }
    try {
      return await orSilence(answered(), readTimeout + SILENT_MS)
    } catch (error) {
      if (error instanceof NoAnswer) throw error
      // What went wrong first tells more than what goes wrong while it is given up.
      await transaction.close().catch(() => undefined)
      if (!worthRepeating(error) || performance.now() + wait > until) throw error
    }
    await pause(wait)
  }
}

const writeIn = async <Answer>(
  session: Session,
  { writeTimeout }: ConnectionOptions,
  work: (query: Query) => Promise<Answer>,
): Promise<Answer> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await session.executeWrite((transaction) => work(queryOf(transaction)), {
        timeout: writeTimeout,
        metadata: metadata(),
      })
    } catch (error) {
      // The driver stops retrying when the first attempt alone has taken longer than its limit, as a large change does.
      if (attempt === WRITES || !worthRepeating(error)) throw error
    }
}

export const connect = (driver: Driver, options: ConnectionOptions): Connection => {
  const bookmarkManager = neo4j.bookmarkManager()
  const turn = turnsOf({ size: AT_ONCE, patience: WAIT_FOR_TURN_MS })
  const ask = async <Answer>(reading: boolean, work: (session: Session) => Promise<Answer>): Promise<Answer> => {
    try {
      // The driver's pool would let a question wait as well, but then nobody knows whether it is the server that is silent.
      return await turn(() => inSession(driver, options, { bookmarkManager, reading }, work))
    } catch (error) {
      throw toUnavailable(error, options)
    }
  }
  return {
    read: (work) => ask(true, (session) => readIn(session, options, work)),
    // What was asked to be written is written, though nobody waits to hear of it.
    write: (work) => forEverybody(() => ask(false, (session) => writeIn(session, options, work))),
    close: () => driver.close(),
  }
}
