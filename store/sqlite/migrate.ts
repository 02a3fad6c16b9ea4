import { StoreUnavailable } from '../port.ts'
import type { Connection } from './connection.ts'
import { APPLICATION_ID, MIGRATIONS } from './schema.ts'

const pragma = (connection: Connection, name: string): number => {
  const row = connection.first<Record<string, number>>(`PRAGMA ${name}`)
  return Object.values(row ?? {})[0] ?? 0
}

const isEmpty = (connection: Connection): boolean =>
  connection.first<{ found: number }>('SELECT count(*) AS found FROM sqlite_schema')?.found === 0

const versionOf = (connection: Connection, file: string): number => {
  const version = pragma(connection, 'user_version')
  const owner = pragma(connection, 'application_id')
  if (owner !== APPLICATION_ID && !(owner === 0 && version === 0 && isEmpty(connection)))
    throw new StoreUnavailable(
      `the database ${file} belongs to another program: move it away, or set DATA_DIR to another folder`,
    )
  if (version > MIGRATIONS.length)
    throw new StoreUnavailable(
      `the database ${file} was written by a newer version of Jiyao (schema ${version}, this one knows ${MIGRATIONS.length}): ` +
        'upgrade Jiyao, or set DATA_DIR to another folder',
    )
  return version
}

/** The version of the schema in the file, 0 for a new one; refuses a file that is not ours or too new. */
export const checkFile = (connection: Connection, file: string): number =>
  // At once: a file that another process fills between two of these looks would seem to be another program's.
  connection.transaction('DEFERRED', () => versionOf(connection, file))

/** Refuses a file that has become another under an open connection: replaced, or brought to the schema of a newer version. */
export const checkCurrent = (connection: Connection): void => {
  const open = connection.first<{ file: string }>("SELECT file FROM pragma_database_list WHERE name = 'main'")
  checkFile(connection, open?.file ?? '')
}

/** Brings the file to the newest schema, in one transaction; several processes may try at the same time. */
export const migrate = (connection: Connection, file: string): void => {
  if (checkFile(connection, file) === MIGRATIONS.length) return
  connection.transaction('IMMEDIATE', () => {
    // Read again: another process may have migrated while this one waited for the lock.
    const version = versionOf(connection, file)
    for (const migration of MIGRATIONS.slice(version)) connection.exec(migration)
    connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    connection.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
  })
}
