import { StaleBase } from '../../../port.ts'
import type { Connection, Query } from '../../connection.ts'
import { GONE, RUN, STAGED } from '../../schema.ts'
import { integer } from '../../values.ts'

/** One change on its way in; the server keeps a node for it that says how far it is, until all that it left is taken out. */
export type Run = { token: string; place: string }

type State = 'staging' | 'written' | 'given up'

const BEGIN = `MERGE (r:${RUN} {id: $token}) ON CREATE SET r.jurisdiction = $place, r.state = 'staging', r.step = 0`

// A property that is set takes the lock: who clears a run waits for its step, and no step is taken in one that is cleared.
const ENTER = `MATCH (r:${RUN} {id: $token}) SET r.locked = true RETURN r.state AS state, r.step AS step`
const STEP = `MATCH (r:${RUN} {id: $token}) SET r.step = $step`
const STATE = `MATCH (r:${RUN} {id: $token}) RETURN r.state AS state`
const WRITTEN = `MATCH (r:${RUN} {id: $token}) SET r.state = 'written'`

const GIVE_UP = `
  MATCH (r:${RUN} {jurisdiction: $place})
  SET r.state = CASE r.state WHEN 'staging' THEN 'given up' ELSE r.state END
  RETURN r.id AS token`

const GIVE_UP_ONE = `MATCH (r:${RUN} {id: $token}) WHERE r.state = 'staging' SET r.state = 'given up'`

export const begin = (query: Query, { token, place }: Run): Promise<unknown> => query(BEGIN, { token, place })

/**
 * Holds the run until the end of the transaction. False when the step was taken before, by a transaction whose success was not
 * heard of. Throws `StaleBase` when a commit of another process has ended the run.
 */
export const enter = async (query: Query, { token, place }: Run, step: number): Promise<boolean> => {
  const [run] = await query<{ state: State; step: number }>(ENTER, { token })
  if (run?.state !== 'staging') throw new StaleBase(place)
  if (run.step >= step) return false
  await query(STEP, { token, step: integer(step) })
  return true
}

export const isWritten = async (query: Query, { token }: Run): Promise<boolean> =>
  (await query<{ state: State }>(STATE, { token }))[0]?.state === 'written'

export const setWritten = (query: Query, { token }: Run): Promise<unknown> => query(WRITTEN, { token })

/** Ends the runs of a place, which a commit has overtaken. Returns all that are over and have left something. */
export const giveUp = async (query: Query, place: string): Promise<string[]> =>
  (await query<{ token: string }>(GIVE_UP, { place })).map(({ token }) => token)

/** So many go in one transaction: what is taken out weighs as much as what is written. */
const TAKEN_OUT = 10_000

// Edges first: a body that everybody names has thousands. What other people have tied to a node meanwhile keeps that node.
const LEFT = [
  `MATCH (n:${STAGED}) WHERE n.stagedBy IN $tokens MATCH (n)-[r]->() WITH r LIMIT $limit DELETE r RETURN count(*) AS count`,
  `MATCH (n:${STAGED}) WHERE n.stagedBy IN $tokens AND NOT (n)--() WITH n LIMIT $limit DELETE n RETURN count(*) AS count`,
  `MATCH (n:${GONE} {jurisdiction: $place})-[r]->() WHERE r.fingerprint IS NOT NULL WITH r LIMIT $limit DELETE r RETURN count(*) AS count`,
  `MATCH (n:${GONE} {jurisdiction: $place}) WHERE NOT (n)--() WITH n LIMIT $limit DELETE n RETURN count(*) AS count`,
]

const FORGET = `MATCH (r:${RUN}) WHERE r.id IN $tokens DELETE r`

/** Takes out what runs that are over have left. May be broken off at any point and done again. */
export const clear = async (connection: Connection, place: string, tokens: readonly string[]): Promise<void> => {
  const parameters = { place, tokens, limit: integer(TAKEN_OUT) }
  for (const statement of LEFT)
    for (let left = TAKEN_OUT; left === TAKEN_OUT; )
      left = (await connection.write((query) => query<{ count: number }>(statement, parameters)))[0]?.count ?? 0
  await connection.write((query) => query(FORGET, { tokens }))
}

/** For a run that has failed. */
export const withdraw = async (connection: Connection, { token, place }: Run): Promise<void> => {
  await connection.write((query) => query(GIVE_UP_ONE, { token }))
  await clear(connection, place, [token])
}
