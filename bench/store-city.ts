/** Cities of the sample generator as changes to an empty store, and what a plain loop over a driver makes of the same rows. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import neo4j from 'neo4j-driver'
import { ingest } from '../ingest/pipeline.ts'
import { emptyReport } from '../ingest/report.ts'
import type { RunningNeo4j } from '../scripts/neo4j/start.ts'
import { writeCity } from '../scripts/samples/main.ts'
import { commit } from '../store/neo4j/write/commit.ts'
import type { Change } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'

/** All of the `n`th city, as it is written into a store with nothing in it. */
export const changeOfCity = async (n: number, meetings: number): Promise<Change> => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-bench-city-'))
  const empty = await openSqlite({ file: ':memory:', readers: 0 })
  const caught: Change[] = []
  try {
    writeCity('bench', n, meetings, folder)
    const catching = { ...empty, commit: async (change: Change) => void caught.push(change) }
    const watcher = { file: () => undefined, writing: () => undefined, stop: new AbortController().signal }
    await ingest(catching, [join(folder, 'minutes')], emptyReport(), watcher)
  } finally {
    await empty.close()
    rmSync(folder, { recursive: true })
  }
  const [change] = caught
  if (!change || caught.length > 1) throw new Error(`expected the minutes of one place, found ${caught.length}`)
  return change
}

const BARE_SQLITE = `
  CREATE TABLE IF NOT EXISTS documents (id TEXT PRIMARY KEY, json TEXT);
  CREATE TABLE IF NOT EXISTS nodes (id TEXT PRIMARY KEY, kind TEXT, json TEXT);
  CREATE TABLE IF NOT EXISTS edges (id TEXT PRIMARY KEY, type TEXT, source TEXT, target TEXT, json TEXT);
  CREATE INDEX IF NOT EXISTS edges_source ON edges (source);
  CREATE INDEX IF NOT EXISTS edges_target ON edges (target);
  CREATE TABLE IF NOT EXISTS evidence (edge TEXT, document TEXT, start INTEGER, "end" INTEGER);
  CREATE INDEX IF NOT EXISTS evidence_document ON evidence (document);`

/** Prepared inserts in one transaction, an edge and a piece of evidence a row. */
export const bareSqlite = (file: string, { documents, nodes, edges }: Change): void => {
  const database = new Database(file)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec(BARE_SQLITE)
  const document = database.prepare('INSERT INTO documents VALUES (?, ?)')
  const node = database.prepare('INSERT INTO nodes VALUES (?, ?, ?)')
  const edge = database.prepare('INSERT INTO edges VALUES (?, ?, ?, ?, ?)')
  const piece = database.prepare('INSERT INTO evidence VALUES (?, ?, ?, ?)')
  database.exec('BEGIN')
  for (const one of documents.put) document.run([one.id, JSON.stringify(one)])
  for (const { value } of nodes.put) node.run([value.id, value.kind, JSON.stringify(value)])
  for (const { value } of edges.put) {
    edge.run([value.id, value.type, value.from, value.to, JSON.stringify(value.props)])
    for (const { document: of, start, end } of value.evidence) piece.run([value.id, of, start, end])
  }
  database.exec('COMMIT')
  database.close()
}

type Rows = readonly Record<string, unknown>[]

/** The very batches of rows that the store sends for a change, in their order. */
const rowsOf = async (change: Change): Promise<Rows[]> => {
  const sent: Rows[] = []
  const note = async (cypher: string, parameters: Record<string, unknown> = {}) => {
    // The store's own parameters: lists of rows and of ids.
    const { rows, ids } = parameters as { rows?: Rows; ids?: string[] }
    if (rows) sent.push(rows)
    if (cypher.includes('AS created')) return [{ created: rows?.length }]
    return cypher.includes("d.kind = 'document'") ? (ids ?? []).map((id) => ({ id })) : []
  }
  // It answers what an empty store would, in rows of no declared type as the server does.
  await commit(note as Parameters<typeof commit>[0], change)
  return sent
}

const BARE = {
  documents: 'UNWIND $rows AS row CREATE (n:Bare) SET n = row',
  nodes: 'UNWIND $rows AS row CREATE (n:Bare) SET n = row.properties',
  edges: `UNWIND $rows AS row MATCH (a:Bare {id: row.source}) MATCH (b:Bare {id: row.target})
    CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties`,
}

const bareStatement = (rows: Rows): string | null => {
  const [row = {}] = rows
  if ('source' in row) return BARE.edges
  if ('properties' in row) return BARE.nodes
  return 'sourceText' in row ? BARE.documents : null
}

/** The same rows in the same batches, each in a transaction of its own, and no index but the one on ids. Returns how long it took, in milliseconds. */
export const bareNeo4j = async ({ uri, user, password }: RunningNeo4j, change: Change): Promise<number> => {
  const batches = await rowsOf(change)
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  await driver.executeQuery('CREATE CONSTRAINT bare_id IF NOT EXISTS FOR (n:Bare) REQUIRE n.id IS UNIQUE')
  await driver.executeQuery('CALL db.awaitIndexes(60)')
  const start = performance.now()
  for (const rows of batches) {
    const statement = bareStatement(rows)
    if (statement) await driver.executeQuery(statement, { rows })
  }
  const took = performance.now() - start
  await driver.close()
  return took
}
