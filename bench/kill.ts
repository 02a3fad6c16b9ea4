/** `npm run bench:kill`: kills `ingest` while it writes, on both stores, and counts what it leaves. Writes bench/kill.md. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startNeo4j } from '../scripts/neo4j/start.ts'
import { Desk } from '../test/ingest/command-line.ts'
import { killIngest, type Tally } from '../test/ingest/kill-ingest.ts'
import { machineLines } from './machine.ts'
import { tableOf } from './table.ts'

const REPORT = fileURLToPath(new URL('kill.md', import.meta.url))
const CACHE = fileURLToPath(new URL('../.cache/neo4j', import.meta.url))
const KILLS = 20

const inSqlite = async (): Promise<Tally> => {
  const desk = new Desk()
  try {
    return await killIngest(desk, {}, KILLS)
  } finally {
    desk.clear()
  }
}

const inNeo4j = async (): Promise<Tally> => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-bench-kill-'))
  const desk = new Desk()
  const server = await startNeo4j({ folder, cache: CACHE, password: 'bench-bench' })
  try {
    return await killIngest(desk, { NEO4J_URI: server.uri, NEO4J_PASSWORD: server.password }, KILLS)
  } finally {
    await server.stop()
    desk.clear()
    rmSync(folder, { recursive: true })
  }
}

const row = (name: string, { kills, before, after, acknowledged, missing, torn }: Tally): string[] =>
  [name, kills, before, after, acknowledged, missing, torn].map(String)

const main = async (): Promise<void> => {
  const machine = machineLines('npm run bench:kill', new Date())
  const rows = [row('SQLite', await inSqlite()), row('Neo4j', await inNeo4j())]
  const report = [
    '# `ingest`, killed in mid-write',
    '',
    ...machine,
    '',
    'The program itself is ended by `kill -9` while it writes three places one after the other, later and later within the time that one takes. Then the',
    'store is opened again, and every place compared with what an undisturbed run leaves: nodes, edges, documents. A place counts as acknowledged when',
    '`ingest` has said that it writes the next one. The place that was under way must be found as it was before or as it should become.',
    '',
    ...tableOf(['', 'kills', 'as before', 'as it should become', 'acknowledged', 'of these missing', 'neither'], rows),
    '',
  ].join('\n')
  writeFileSync(REPORT, report)
  console.log(report)
}

await main()
