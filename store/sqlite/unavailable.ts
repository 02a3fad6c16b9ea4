import { StoreUnavailable } from '../port.ts'

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string' && error.code) return error.code
  // A file that cannot be opened at all comes without a code, with SQLite's number at the end of the message.
  return /Unable to open connection to local database .*: 14"?\)?$/su.test(error.message) ? 'SQLITE_CANTOPEN' : ''
}

const MESSAGES: readonly (readonly [prefix: string, what: string])[] = [
  ['SQLITE_NOTADB', 'is not a SQLite database: move it away, or set DATA_DIR to another folder'],
  ['SQLITE_CORRUPT', 'is damaged: move it away and ingest the minutes again'],
  [
    'SQLITE_READONLY',
    'cannot be written: give this user the right to write the file and its folder, or set DATA_DIR to another folder',
  ],
  ['SQLITE_PERM', 'cannot be read or written: give this user the right to, or set DATA_DIR to another folder'],
  ['SQLITE_BUSY', 'is locked: another process is writing it; wait until it has finished and try again'],
  ['SQLITE_LOCKED', 'is locked: another process is writing it; wait until it has finished and try again'],
  ['SQLITE_FULL', 'cannot grow, the disk is full: make room and try again; what was stored before is still there'],
  [
    'SQLITE_CANTOPEN',
    'cannot be opened: its folder is missing, or this user may not read and write there; create the folder or set DATA_DIR to another one',
  ],
  [
    'SQLITE_IOERR',
    'cannot be read or written, the disk reports an error: check the disk; what was stored before is still there',
  ],
]

/** SQLite's troubles with the file as words for a person; any other error is a fault of ours and comes back as it is. */
export const toUnavailable = (error: unknown, file: string): unknown => {
  const code = codeOf(error)
  const known = MESSAGES.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))
  return known ? new StoreUnavailable(`the database ${file} ${known[1]} (${code})`, { cause: error }) : error
}

/** Runs `work` on the file and tells its troubles in words. */
export const guarded = <Result>(file: string, work: () => Result): Result => {
  try {
    return work()
  } catch (error) {
    throw toUnavailable(error, file)
  }
}
