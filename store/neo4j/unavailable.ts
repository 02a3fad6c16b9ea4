import neo4j from 'neo4j-driver'
import { StoreUnavailable } from '../port.ts'

export type Address = { uri: string; user: string; database: string | null }

const TOO_LONG = 'took too long to answer, or is stopping: try again when it has less to do'

const WORDS: readonly (readonly [code: string, words: (address: Address) => string])[] = [
  [
    'Neo.ClientError.Security.Unauthorized',
    ({ user }) => `refuses the user ${user} with this password: check NEO4J_USER and NEO4J_PASSWORD`,
  ],
  [
    'Neo.ClientError.Security.AuthenticationRateLimit',
    ({ user }) => `has been given too many wrong passwords for ${user}: wait some seconds, check NEO4J_PASSWORD`,
  ],
  [
    'Neo.ClientError.Security.CredentialsExpired',
    ({ user }) => `wants the password of ${user} changed first: change it, then set NEO4J_PASSWORD`,
  ],
  [
    'Neo.ClientError.Security',
    ({ user }) => `does not allow this to the user ${user}: give it the right to read and write`,
  ],
  [
    'Neo.ClientError.Database.DatabaseNotFound',
    ({ database }) =>
      `has no database ${database ?? 'for this user'}: create it, or set NEO4J_DATABASE to one that is there`,
  ],
  [
    'Neo.ClientError.Schema.ConstraintCreationFailed',
    () => 'holds several nodes labelled Jiyao with the same id, which are not ours: remove that label from them',
  ],
  [
    'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
    () =>
      'has too little memory for this change: read the minutes in parts, such as a folder a year, or raise server.memory.heap.max_size; nothing of it was written',
  ],
  [
    'Neo.TransientError.General.OutOfMemoryError',
    () => 'has too little memory for this: raise server.memory.heap.max_size; nothing of it was written',
  ],
  ['Neo.ClientError.Transaction.TransactionTimedOut', () => TOO_LONG],
  // A transaction that is ended by its time limit while it waits for another one, and one that a server ends because it stops.
  ['Neo.ClientError.Transaction.LockClientStopped', () => TOO_LONG],
  ['Neo.ClientError.Transaction.Terminated', () => TOO_LONG],
  ['Neo.ClientError.Cluster.NotALeader', () => 'is choosing another leader: try again in some seconds'],
  ['Neo.TransientError', () => 'is busy or starting: try again in some seconds'],
  [
    'Neo.DatabaseError.General.UnknownError',
    () => 'reports an error of its own: look into its log; what was stored before is still there',
  ],
  ['Neo.DatabaseError', () => 'reports an error of its own: look into its log and at its disk'],
  ['ServiceUnavailable', () => 'does not answer: start it, or check NEO4J_URI'],
  ['SessionExpired', () => 'has closed the connection: try again'],
]

const unavailable = (address: Address, words: string, code: string, cause: unknown): StoreUnavailable =>
  new StoreUnavailable(`Neo4j at ${address.uri} ${words} (${code})`, { cause })

const isExhausted = (error: unknown): boolean =>
  error instanceof neo4j.Neo4jError && error.message.startsWith('Connection acquisition timed out')

/** Something took the connection and then said nothing. */
export class NoAnswer extends Error {
  constructor(seconds: number) {
    super(`no answer within ${seconds} s`)
    this.name = 'NoAnswer'
  }
}

/** So many questions were before this one that its turn did not come. */
export class TooMany extends Error {
  constructor() {
    super('busy')
    this.name = 'TooMany'
  }
}

/** The server's troubles as words for a person; any other error is a fault of ours and comes back as it is. */
export const toUnavailable = (error: unknown, address: Address): unknown => {
  if (error instanceof NoAnswer)
    return unavailable(address, 'does not answer: start it, or check NEO4J_URI', error.message, error)
  if (error instanceof TooMany || isExhausted(error))
    return unavailable(address, 'has too many questions to answer at once: try again in some seconds', 'busy', error)
  if (!(error instanceof neo4j.Neo4jError)) return error
  const { code, message } = error
  if (/pool is closed|driver.*closed/iu.test(message))
    return new StoreUnavailable(`the connection to Neo4j at ${address.uri} has been closed`, { cause: error })
  if (message.startsWith('Server responded HTTP'))
    return unavailable(address, 'speaks HTTP there: name the port of Bolt in NEO4J_URI, 7687 by default', 'HTTP', error)
  const known = WORDS.find(([prefix]) => code.startsWith(prefix))
  return known ? unavailable(address, known[1](address), code, error) : error
}

const causeOf = (error: unknown): unknown => (error instanceof StoreUnavailable ? error.cause : error)

/** Passing troubles, after which it is worth to ask again. */
export const mayPass = (error: unknown): boolean => {
  const cause = causeOf(error)
  if (cause instanceof NoAnswer || cause instanceof TooMany || isExhausted(cause)) return true
  return cause instanceof neo4j.Neo4jError && cause.retriable
}

/** The way to the server is cut: what is found at its end next time may be another one. */
export const isLost = (error: unknown): boolean => {
  const cause = causeOf(error)
  return cause instanceof neo4j.Neo4jError && (cause.code === 'ServiceUnavailable' || cause.code === 'SessionExpired')
}
