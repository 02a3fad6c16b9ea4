import { accessSync, constants, existsSync } from 'node:fs'
import { type Change, type Store, StoreUnavailable } from '../port.ts'
import { type Connection, connect } from './connection.ts'
import { checkFile, migrate } from './migrate.ts'
import { ReaderPool } from './reader-pool.ts'
import { type ReadMethod, type Reads, readsOf } from './reads.ts'
import { guarded } from './unavailable.ts'
import { commit } from './write/commit.ts'

export type SqliteOptions = {
  /** A path, or `:memory:` for a database that lives as long as the store. */
  file: string
  /** Threads that read beside this one, 2 if not said; 0 reads in this thread, as `:memory:` always does. */
  readers?: number
  /** How long to wait for another process that is writing, in milliseconds. */
  busyTimeout?: number
}

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'

/** A new file cannot be switched while another process is doing the same, and SQLite does not wait there by itself. */
const switchToWal = (connection: Connection, until: number): void => {
  for (;;)
    try {
      connection.exec('PRAGMA journal_mode = WAL')
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
}

/** SQLite opens what it may not write for reading, and would tell only when the first change comes. */
const checkAccess = (file: string): void => {
  if (!existsSync(file)) return
  try {
    accessSync(file, constants.R_OK | constants.W_OK)
  } catch (error) {
    throw new StoreUnavailable(
      `the database ${file} cannot be written: give this user the right to read and write it, or set DATA_DIR to another folder`,
      { cause: error },
    )
  }
}

const openFile = (file: string, busyTimeout: number): Connection => {
  checkAccess(file)
  const connection = connect(file, { readOnly: false, busyTimeout })
  try {
    connection.exec('PRAGMA foreign_keys = ON')
    // 64 MB at most, in kB below zero: a city's indexes are larger than the 2 MB of the default, and a change goes all over them.
    connection.exec('PRAGMA cache_size = -65536')
    // Before WAL, so that a file of another program is refused as it is, without a change to its header.
    checkFile(connection, file)
    switchToWal(connection, performance.now() + busyTimeout)
    migrate(connection, file)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Readers answer from the last committed state while a commit runs, in this process or in another one. */
export const openSqlite = async ({ file, readers = 2, busyTimeout = 15_000 }: SqliteOptions): Promise<Store> => {
  const connection = guarded(file, () => openFile(file, busyTimeout))
  const own = readsOf(connection)
  const pool = readers > 0 && file !== ':memory:' ? new ReaderPool({ file, busyTimeout }, readers) : null
  let open = true
  const here = <Result>(work: () => Result): Result => {
    if (!open) throw new StoreUnavailable(`the database ${file} has been closed`)
    return guarded(file, work)
  }
  const ask =
    <Method extends ReadMethod>(method: Method) =>
    async (...args: Parameters<Reads[Method]>): Promise<ReturnType<Reads[Method]>> => {
      if (pool) return pool.ask(method, args)
      // TypeScript does not see that the method and its arguments belong together once `Method` is a parameter.
      const read = own[method] as (...args: Parameters<Reads[Method]>) => ReturnType<Reads[Method]>
      return here(() => read(...args))
    }
  return {
    check: ask('check'),
    jurisdictions: ask('jurisdictions'),
    jurisdiction: ask('jurisdiction'),
    meetings: ask('meetings'),
    node: ask('node'),
    nodes: ask('nodes'),
    meetingGraph: ask('meetingGraph'),
    edge: ask('edge'),
    search: ask('search'),
    incidence: ask('incidence'),
    neighbours: ask('neighbours'),
    among: ask('among'),
    path: ask('path'),
    policyEvents: ask('policyEvents'),
    document: ask('document'),
    documentFacts: ask('documentFacts'),
    curation: ask('curation'),
    documentHeads: ask('documentHeads'),
    documents: ask('documents'),
    records: ask('records'),
    fingerprints: ask('fingerprints'),
    meetingPrints: ask('meetingPrints'),
    partPrints: ask('partPrints'),
    commit: async (change: Change) => here(() => commit(connection, change)),
    close: async () => {
      if (!open) return
      open = false
      await pool?.close()
      connection.close()
    },
  }
}
