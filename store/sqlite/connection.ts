import Database from 'libsql'

type Value = string | number | null | Buffer

/** One open file, with its statements prepared once. Rows are what the SQL at hand selects, so the caller names their type. */
export interface Connection {
  all<Row>(sql: string, ...values: Value[]): Row[]
  /** The same one after the other, for rows that are large; nothing may be asked in between. */
  each<Row>(sql: string, ...values: Value[]): Iterable<Row>
  first<Row>(sql: string, ...values: Value[]): Row | undefined
  run(sql: string, ...values: Value[]): void
  exec(sql: string): void
  /** All of `work` or nothing of it. */
  transaction<Result>(mode: 'DEFERRED' | 'IMMEDIATE', work: () => Result): Result
  close(): void
}

const MEMORY = ':memory:'

/** As a URI, because libsql passes no flags on: the parameter `mode=ro` is the way to open a file for reading only. */
const target = (file: string, readOnly: boolean): string =>
  readOnly && file !== MEMORY ? `file:${file.split('/').map(encodeURIComponent).join('/')}?mode=ro` : file

export const connect = (file: string, options: { readOnly: boolean; busyTimeout: number }): Connection => {
  const database = new Database(target(file, options.readOnly), { timeout: options.busyTimeout })
  const prepared = new Map<string, Database.Statement>()
  const statement = (sql: string): Database.Statement => {
    const known = prepared.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  // Not `get`: libsql adds a field of its own to the row that it returns. Values as one array: a lone null is no list of names.
  const all = <Row>(sql: string, ...values: Value[]): Row[] =>
    // The columns of a row are those of the SQL beside the call; SQLite itself knows no type to check them by.
    statement(sql).all(values) as Row[]
  const transaction = <Result>(mode: 'DEFERRED' | 'IMMEDIATE', work: () => Result): Result => {
    database.exec(`BEGIN ${mode}`)
    try {
      const result = work()
      database.exec('COMMIT')
      return result
    } catch (error) {
      // SQLite has rolled back by itself after some errors (a full disk); a second ROLLBACK would hide the first error.
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
  return {
    all,
    each: <Row>(sql: string, ...values: Value[]) => statement(sql).iterate(values) as Iterable<Row>,
    first: <Row>(sql: string, ...values: Value[]) => all<Row>(sql, ...values)[0],
    run: (sql, ...values) => void statement(sql).run(values),
    exec: (sql) => void database.exec(sql),
    transaction,
    close: () => {
      prepared.clear()
      database.close()
    },
  }
}
