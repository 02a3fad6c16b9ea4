import { randomUUID } from 'node:crypto'
import { type Change, StaleBase } from '../../../port.ts'
import type { Connection, Query } from '../../connection.ts'
import { checkBase, lockPlace, settle } from '../commit.ts'
import { putEvents } from '../curation.ts'
import { checkEvidence, checkRemoval } from '../documents.ts'
import { formerOf, type Plan, planOf } from './plan.ts'
import { begin, enter, giveUp, isWritten, type Run, setWritten } from './run.ts'
import { type Ready, stage } from './stage.ts'
import { swap } from './swap.ts'

type Start = { stored: string | null; plan: Plan; former: number }

const HOLD = 'MATCH (j:Jiyao&Jurisdiction {id: $id}) SET j.hash = j.hash'
const HASH = 'MATCH (j:Jiyao&Jurisdiction {id: $id}) RETURN j.hash AS hash'

/** Reads what is stored, behind the lock that a commit holds. Refuses what can be refused before anything is written. */
const start = async (query: Query, run: Run, change: Change): Promise<Start> => {
  const { place: id } = run
  await query(HOLD, { id })
  const [place] = await query<{ hash: string }>(HASH, { id })
  const stored = place?.hash ?? null
  checkBase(change, stored)
  const former = await formerOf(query, id)
  const plan = planOf(change, former)
  const leaving = new Set([...change.edges.remove, ...change.edges.put.map(({ value }) => value.id)])
  if (change.version) await checkRemoval(query, change.documents.remove, leaving, change.edges.put)
  await begin(query, run)
  return { stored, plan, former: former.nodes.length }
}

/** The last transaction, the only one that anybody sees. */
const show = async (
  query: Query,
  run: Run,
  change: Change,
  { stored, former, ready }: { stored: string | null; former: number; ready: Ready },
): Promise<string[]> => {
  // It was taken before, and its success was not heard of.
  if (await isWritten(query, run)) return giveUp(query, run.place)
  if ((await lockPlace(query, change)) !== stored) throw new StaleBase(run.place)
  await enter(query, run, Number.MAX_SAFE_INTEGER)
  await putEvents(query, run.place, change.curation.put)
  await swap(query, change, former, ready)
  await checkEvidence(query, change.edges.put)
  await setWritten(query, run)
  return settle(query, change)
}

/**
 * Writes the whole new version of the place in several transactions, where nothing looks for it, and shows it in a last one that
 * is small beside the change: a label for each node. Returns the runs that are over, for `clear`.
 */
export const commitStaged = async (
  connection: Connection,
  run: Run,
  change: Change,
  limit: number,
): Promise<string[]> => {
  const { stored, plan, former } = await connection.write((query) => start(query, run, change))
  const ready = await stage(connection, run, plan, limit)
  return connection.write((query) => show(query, run, change, { stored, former, ready }))
}

export const newRun = (place: string): Run => ({ token: randomUUID(), place })
