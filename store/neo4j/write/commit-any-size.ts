import type { Change } from '../../port.ts'
import type { Connection } from '../connection.ts'
import { isLost } from '../unavailable.ts'
import { commit } from './commit.ts'
import { commitStaged, newRun } from './staged/commit-staged.ts'
import { clear, type Run, withdraw } from './staged/run.ts'
import { EDGES_IN_A_DOCUMENT } from './staged/stage.ts'

/**
 * What one transaction is given to bear, in edges. So many took 250 MB at most in a city of 500 meetings: a third of what a server
 * with a heap of 1 GB has for all its transactions together, so that another program may write meanwhile.
 */
export const EDGES_AT_ONCE = 30_000

export type CommitOptions = {
  /** Above so many edges, or what weighs as much, a change is written in several transactions of this size. */
  limit: number
  /** Told what could not be taken out after a change. */
  tell: (message: string) => void
}

/** In edges. One that is written anew weighs twice: the former one goes. */
const weightOf = ({ base, documents, nodes, edges }: Change): number =>
  (nodes.put.length + edges.put.length) * (base === null ? 1 : 2) +
  nodes.remove.length +
  edges.remove.length +
  (documents.put.length + documents.remove.length) * EDGES_IN_A_DOCUMENT

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What is left is seen by nobody and taken out after the next commit of the place, so a failure here is told and is none of the commit. */
const takeOut = async (place: string, tell: CommitOptions['tell'], work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    tell(
      `what a change of ${place} has left hidden in Neo4j could not be taken out; its next change does that (${reasonOf(error)})`,
    )
  }
}

const commitLarge = async (connection: Connection, run: Run, change: Change, { limit, tell }: CommitOptions) => {
  try {
    return await commitStaged(connection, run, change, limit)
  } catch (error) {
    if (!isLost(error)) await takeOut(run.place, tell, () => withdraw(connection, run))
    throw error
  }
}

/** All of the change or nothing of it is ever visible, however large it is. */
export const commitAnySize = async (connection: Connection, change: Change, options: CommitOptions): Promise<void> => {
  const { id } = change.jurisdiction
  const over =
    weightOf(change) > options.limit
      ? await commitLarge(connection, newRun(id), change, options)
      : await connection.write((query) => commit(query, change))
  if (over.length) await takeOut(id, options.tell, () => clear(connection, id, over))
}
