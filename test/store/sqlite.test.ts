import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setImmediate as turn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { type Store, StoreUnavailable } from '../../store/port.ts'
import { EDGE_BUDGET } from '../../store/shortest-path.ts'
import { connect } from '../../store/sqlite/connection.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { ReaderPool } from '../../store/sqlite/reader-pool.ts'
import { APPLICATION_ID, MIGRATIONS } from '../../store/sqlite/schema.ts'
import { guarded } from '../../store/sqlite/unavailable.ts'
import { aMeeting, changeOf, departmentOf, hashOf, LAN, meetingOf } from './builders.ts'
import { storeContract } from './contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiyao-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const freshFile = () => join(folder, `${++files}.sqlite`)

storeContract('SQLite in memory', () => openSqlite({ file: ':memory:' }))
storeContract('SQLite in a file', () => openSqlite({ file: freshFile(), readers: 0 }))

const raw = (file: string) => connect(file, { readOnly: false, busyTimeout: 1000 })

const COMMIT_MUCH = new URL('./processes/commit-much.ts', import.meta.url)
const TRY_TO_OPEN = new URL('./processes/try-to-open.ts', import.meta.url)
const DYING_READER = new URL('./processes/dying-reader.ts', import.meta.url)

const start = (script: URL, args: string[], owner: { uid?: number; gid?: number } = {}): ChildProcess => {
  return spawn(process.execPath, ['--import', 'tsx', fileURLToPath(script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...owner,
  })
}

const output = async (child: ChildProcess): Promise<string> => (child.stdout ? (await text(child.stdout)).trim() : '')

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    (child.exitCode ?? child.signalCode) === null ? child.once('exit', () => resolve()) : resolve(),
  )

const refusal = async (file: string, busyTimeout = 50): Promise<string> => {
  const error = await openSqlite({ file, readers: 0, busyTimeout }).then(
    async (store) => {
      await store.close()
      return null
    },
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(StoreUnavailable)
  return error instanceof Error ? error.message : ''
}

test('a path is given up when more edges would have to be looked at than the budget allows', async () => {
  const file = freshFile()
  const store = await openSqlite({ file, readers: 0 })
  const { housing, water, ...sample } = aMeeting()
  await store.commit(changeOf(LAN, null, 'one', sample))
  const ask = () => store.path({ from: housing.id, to: water.id, types: null, longest: 6 })
  expect(await ask()).toMatchObject({ found: true })
  // As bodies have it that everybody names: that is known before their edges are read.
  const database = raw(file)
  database.run('UPDATE nodes SET degree = ?', EDGE_BUDGET + 1)
  database.close()
  expect(await ask()).toEqual({ found: false, why: 'budget' })
  await store.close()
})

describe('a file that cannot be used is refused with what to do:', () => {
  test('a newer schema', async () => {
    const file = freshFile()
    const connection = raw(file)
    connection.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length + 1}`)
    connection.close()
    expect(await refusal(file)).toMatch(/newer version.*upgrade/s)
  })
  test('the database of another program, which is left as it was', async () => {
    const file = freshFile()
    const connection = raw(file)
    connection.exec('CREATE TABLE theirs (x)')
    connection.close()
    const before = readFileSync(file)
    expect(await refusal(file)).toMatch(/another program.*DATA_DIR/s)
    expect(readFileSync(file).equals(before)).toBe(true)
  })
  test('a file that is no database', async () => {
    const file = freshFile()
    writeFileSync(file, '会议议定以下意见：'.repeat(500))
    expect(await refusal(file)).toMatch(/not a SQLite database.*move it away/s)
  })
  test('a folder that is missing, and a folder in place of the file', async () => {
    expect(await refusal(join(folder, 'no', 'such', 'x.sqlite'))).toMatch(/cannot be opened.*create the folder/s)
    mkdirSync(join(folder, 'folder.sqlite'))
    expect(await refusal(join(folder, 'folder.sqlite'))).toMatch(/cannot be opened/)
  })
  test.skipIf(process.platform === 'win32')('one that this user may not write', async () => {
    const mine = mkdtempSync(join(tmpdir(), 'jiyao-read-only-'))
    const file = join(mine, 'x.sqlite')
    await (await openSqlite({ file, readers: 0 })).close()
    chmodSync(file, 0o444)
    chmodSync(mine, 0o555)
    // The superuser may write anything, so another user tries.
    const owner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    expect(await output(start(TRY_TO_OPEN, [file], owner))).toMatch(/^StoreUnavailable: .*cannot be written.*right/s)
    chmodSync(mine, 0o755)
    rmSync(mine, { recursive: true })
  })
  test('one that another process is writing, after the time to wait', async () => {
    const file = freshFile()
    const store = await openSqlite({ file, readers: 0, busyTimeout: 50 })
    const other = raw(file)
    other.exec('BEGIN IMMEDIATE')
    await expect(store.commit(changeOf(LAN, null, 'one', aMeeting()))).rejects.toThrow(/locked.*try again/s)
    other.exec('ROLLBACK')
    other.close()
    await store.commit(changeOf(LAN, null, 'one', aMeeting()))
    await store.close()
  })
  test('one on a full disk, which stays usable', () => {
    const file = freshFile()
    const connection = raw(file)
    connection.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1); PRAGMA max_page_count = 2')
    const fill = () =>
      connection.transaction('IMMEDIATE', () => connection.run('INSERT INTO t VALUES (?)', 'x'.repeat(100_000)))
    expect(() => guarded(file, fill)).toThrow(/disk is full.*make room/s)
    expect(connection.all('SELECT x FROM t')).toEqual([{ x: 1 }])
    connection.close()
  })
  test('an error that is ours is not dressed up as one of the file', () => {
    const connection = raw(freshFile())
    expect(() => guarded('x', () => connection.all('SELECT nonsense'))).toThrow(/no such column/)
    expect(() => guarded('x', () => connection.all('SELECT nonsense'))).not.toThrow(StoreUnavailable)
    connection.close()
  })
})

describe('one file and several processes', () => {
  test('a reader sees what another connection has committed, at once and as a whole', async () => {
    const file = freshFile()
    const writer = await openSqlite({ file, readers: 0 })
    const reader = await openSqlite({ file, readers: 2 })
    expect(await reader.jurisdictions()).toEqual([])
    await writer.commit(changeOf(LAN, null, 'one', aMeeting()))
    expect((await reader.jurisdiction(LAN.id))?.version.hash).toBe(hashOf('one'))
    expect((await reader.search(LAN.id, '住建', 5)).total).toBe(1)
    await Promise.all([writer.close(), reader.close()])
  })
  test('a reader goes on reading the former state while somebody writes', async () => {
    const file = freshFile()
    const store = await openSqlite({ file, readers: 1 })
    await store.commit(changeOf(LAN, null, 'one', aMeeting()))
    const other = raw(file)
    other.exec("BEGIN IMMEDIATE; UPDATE jurisdictions SET issuer = 'x'")
    expect((await store.jurisdiction(LAN.id))?.issuer).toBe(LAN.issuer)
    other.exec('COMMIT')
    expect((await store.jurisdiction(LAN.id))?.issuer).toBe('x')
    other.close()
    await store.close()
  })
  test('several processes may create the same file and write it at the same time', async () => {
    const file = freshFile()
    const places = ['甲市', '乙市', '丙市', '丁市']
    const said = await Promise.all(places.map((place) => output(start(COMMIT_MUCH, [file, place, '200']))))
    expect(said).toEqual(places.map(() => 'opened\ncommitted'))
    const store = await openSqlite({ file, readers: 0 })
    const counts = new Map((await store.jurisdictions()).map(({ id, counts }) => [id, counts.department]))
    expect(counts).toEqual(new Map(places.map((place) => [place, 200])))
    await store.close()
  })
  test('a writer that is killed in the middle of a commit leaves the former state', async () => {
    const file = freshFile()
    const store = await openSqlite({ file, readers: 0 })
    await store.commit(changeOf(LAN, null, 'one', aMeeting()))
    const summary = await store.jurisdiction(LAN.id)
    await store.close()
    const child = start(COMMIT_MUCH, [file, LAN.id, '60000'])
    const said = output(child)
    // Pages that do not fit into memory go to the log before the commit: a long log means that the write is under way.
    const log = `${file}-wal`
    while (child.exitCode === null && !(existsSync(log) && statSync(log).size > 3_000_000)) await turn()
    child.kill('SIGKILL')
    await ended(child)
    expect(await said).toBe('opened')
    const after = await openSqlite({ file, readers: 0 })
    expect(await after.jurisdiction(LAN.id)).toEqual(summary)
    expect((await after.search(LAN.id, '市第', 5)).total).toBe(0)
    await after.commit(changeOf(LAN, 'one', 'two', { nodes: [departmentOf(LAN, '市审计局')] }))
    expect((await after.jurisdiction(LAN.id))?.counts.department).toBe(4)
    await after.close()
  })
})

describe('reading threads', () => {
  const filled = async (readers: number): Promise<Store> => {
    const store = await openSqlite({ file: freshFile(), readers })
    const nodes = Array.from({ length: 400 }, (_, at) => meetingOf(LAN, at, '2024-01-01'))
    await store.commit(changeOf(LAN, null, 'one', { nodes }))
    return store
  }
  test('a thread answers every question as the store itself does', async () => {
    const file = freshFile()
    const [here, there] = await Promise.all([openSqlite({ file, readers: 0 }), openSqlite({ file, readers: 1 })])
    const { meeting, first, housing, pdf, edges, ...sample } = aMeeting()
    await here.commit(changeOf(LAN, null, 'one', { ...sample, edges }))
    const answers = (store: Store) =>
      Promise.all([
        store.jurisdictions(),
        store.jurisdiction(LAN.id),
        store.meetings({ jurisdiction: LAN.id, from: null, to: null, limit: 5, offset: 0 }),
        store.node(housing.id),
        store.node('nobody'),
        store.nodes([first.id, meeting.id]),
        store.meetingGraph(meeting.id, { of: 'agenda' }, 6),
        store.edge(edges[0]?.id ?? ''),
        store.search(LAN.id, '市', 3),
        store.document(pdf.id),
        store.documentFacts(pdf.id),
        store.documentHeads(),
        store.documents(LAN.id),
        store.fingerprints(LAN.id),
      ])
    expect(await answers(there)).toEqual(await answers(here))
    await Promise.all([here.close(), there.close()])
  })
  test('many questions at once are all answered, each with its own answer', async () => {
    const store = await filled(2)
    const offsets = Array.from({ length: 50 }, (_, at) => at)
    const pages = await Promise.all(
      offsets.map((offset) => store.meetings({ jurisdiction: LAN.id, from: null, to: null, limit: 1, offset })),
    )
    expect(pages.map(({ rows }) => rows[0]?.ordinal)).toEqual(offsets.map((offset) => 399 - offset))
    await store.close()
  })
  test('the event loop runs on while a thread reads', async () => {
    const store = await filled(1)
    const twoTurns = turn().then(() => turn('turned'))
    const answer = store.meetings({ jurisdiction: LAN.id, from: null, to: null, limit: 400, offset: 0 })
    expect(await Promise.race([twoTurns, answer])).toBe('turned')
    expect((await answer).total).toBe(400)
    await store.close()
  })
  test('a file whose name has spaces, signs and Chinese in it can be read', async () => {
    const file = join(folder, '纪要 100% #1?.sqlite')
    const store = await openSqlite({ file, readers: 1 })
    await store.commit(changeOf(LAN, null, 'one', aMeeting()))
    expect((await store.jurisdictions()).length).toBe(1)
    await store.close()
  })
  test('a thread that cannot open its file says why', async () => {
    const pool = new ReaderPool({ file: join(folder, 'none.sqlite'), busyTimeout: 10 }, 1)
    await expect(pool.ask('jurisdictions', [])).rejects.toThrow(StoreUnavailable)
    await pool.close()
  })
  test('a thread cannot write', () => {
    const file = freshFile()
    raw(file).exec('PRAGMA journal_mode = WAL; CREATE TABLE t (x)')
    const reader = connect(file, { readOnly: true, busyTimeout: 10 })
    expect(() => reader.run('INSERT INTO t VALUES (1)')).toThrow(/readonly/)
    reader.close()
  })
  test('a thread that dies fails only the question it was at, and another takes its place', async () => {
    const pool = new ReaderPool({ file: 'any', busyTimeout: 10 }, 1, { script: DYING_READER })
    const asked = [pool.ask('nodes', [[]]), pool.ask('node', ['x']), pool.ask('nodes', [[]]), pool.ask('node', ['y'])]
    const results = await Promise.allSettled(asked)
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
    await expect(pool.ask('node', ['z'])).rejects.toThrow(/stopped: exit code 7; try again/)
    expect(await pool.ask('nodes', [[]])).toEqual([])
    await pool.close()
  })
  test('closing fails what is still waiting, and what comes after', async () => {
    const pool = new ReaderPool({ file: 'any', busyTimeout: 10 }, 1, { script: DYING_READER })
    const results = Promise.allSettled([pool.ask('jurisdictions', []), pool.ask('nodes', [[]])])
    await pool.close()
    expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(pool.ask('nodes', [[]])).rejects.toThrow(/closed/)
  })
  test('a closed store answers no more and may be closed twice', async () => {
    for (const readers of [0, 1]) {
      const store = await openSqlite({ file: freshFile(), readers })
      await store.close()
      await store.close()
      await expect(store.jurisdictions()).rejects.toThrow(StoreUnavailable)
      await expect(store.commit(changeOf(LAN, null, 'one', aMeeting()))).rejects.toThrow(StoreUnavailable)
    }
  })
})
