import { connect } from './connection.ts'
import { checkFile } from './migrate.ts'
import { guarded } from './unavailable.ts'

/**
 * Writes the last committed state of `file` to `target`, which must not be there, while others go on reading and writing.
 * Throws `StoreUnavailable`.
 */
export const backupSqlite = (file: string, target: string, busyTimeout = 15_000): void =>
  guarded(file, () => {
    const connection = connect(file, { readOnly: true, busyTimeout })
    try {
      checkFile(connection, file)
      connection.run('VACUUM INTO ?', target)
    } finally {
      connection.close()
    }
  })
