import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addDocuments, removeDocument } from '../../model/api/documents.ts'
import { FailedLine, Problem } from '../../model/api/endpoint.ts'
import { serveLines } from '../../server/serve.ts'
import { uploader } from '../../server/uploads/upload.ts'
import { WriteTurns } from '../../server/write-turns.ts'
import { type Store, StoreUnavailable } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { smallMinutes } from '../ingest/small-minutes.ts'
import { type RunningApi, startApi } from './running-api.ts'

const TOKEN = 'sixteen-or-more-signs'
const access = { token: TOKEN, hosts: null }
const headers = { authorization: `Bearer ${TOKEN}` }
const PLACE = '澜州市'

type Given = readonly (readonly [name: string, text: string | Uint8Array<ArrayBuffer>])[]

const formOf = (files: Given): FormData => {
  const form = new FormData()
  for (const [name, content] of files) form.append('file', new Blob([content]), name)
  return form
}

const Line = z.union([addDocuments.reply, FailedLine])

describe('an upload', () => {
  let store: Store
  let api: RunningApi
  beforeEach(async () => {
    store = await openSqlite({ file: ':memory:' })
    api = await startApi(store, { access })
  })
  afterEach(async () => {
    await api.stop()
    await store.close()
  })
  const send = (files: Given, { base } = api) =>
    fetch(`${base}/documents`, { method: 'POST', headers, body: formOf(files) })
  const linesOf = async (response: Response) => {
    expect(response.status, await response.clone().text()).toBe(200)
    return (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => Line.parse(JSON.parse(line)))
  }
  const reportOf = async (response: Response) => {
    const last = (await linesOf(response)).at(-1)
    if (last?.is !== 'report') throw new Error(`no report: ${JSON.stringify(last)}`)
    return last.report
  }
  const problemOf = async (response: Response) => {
    const problem = Problem.parse(await response.json())
    expect(problem.status).toBe(response.status)
    return problem
  }
  const names = async () => (await store.documentHeads()).map(({ name }) => name)

  test('is read as the command line reads files, and tells how it goes', async () => {
    const lines = await linesOf(
      await send([
        ['第一次.txt', smallMinutes({ ordinal: 1 })],
        ['news.txt', '今天天气很好，记者从有关部门获悉。'],
        ['picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
        ['empty.txt', ''],
      ]),
    )
    expect(lines.map(({ is }) => is)).toEqual(['file', 'file', 'file', 'file', 'writing', 'kept', 'report'])
    expect(lines[1]).toEqual({ is: 'file', done: 2, total: 4 })
    expect(lines.at(-1)).toMatchObject({
      report: {
        files: 4,
        read: 1,
        added: 1,
        refused: [
          { file: 'news.txt', fault: 'news', reason: expect.stringContaining('not minutes') },
          { file: 'picture.txt', fault: 'picture', reason: 'is a picture, not text' },
          { file: 'empty.txt', fault: 'empty', reason: 'the file is empty' },
        ],
        jurisdictions: [{ id: PLACE, documents: 1, meetings: 1 }],
        interrupted: false,
      },
    })
    expect(await names()).toEqual(['第一次.txt'])
  })

  test('of the same file changes nothing, of a changed one replaces it', async () => {
    await reportOf(await send([['a.txt', smallMinutes({ ordinal: 1 })]]))
    expect(await reportOf(await send([['a.txt', smallMinutes({ ordinal: 1 })]]))).toMatchObject({
      read: 0,
      unchanged: 1,
    })
    expect(await reportOf(await send([['a.txt', smallMinutes({ ordinal: 2 })]]))).toMatchObject({
      replaced: 1,
      added: 0,
    })
    expect(await names()).toEqual(['a.txt'])
  })

  test.each(['../../etc/passwd.txt', 'C:\\Windows\\passwd.txt', '/etc/passwd.txt'])(
    'of %s keeps the mere name of the file',
    async (name) => {
      await reportOf(await send([[name, smallMinutes({ ordinal: 1 })]]))
      const [head] = await store.documentHeads()
      expect(head).toMatchObject({ name: 'passwd.txt', origin: 'upload:passwd.txt' })
    },
  )

  const raw = (body: string, contentType = 'multipart/form-data; boundary=b') =>
    fetch(`${api.base}/documents`, { method: 'POST', headers: { ...headers, 'content-type': contentType }, body })
  const part = (name: string) =>
    `--b\r\nContent-Disposition: form-data; name="f"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\nx\r\n`

  test.each([
    ['a name that is none', `${part('..')}--b--\r\n`],
    ['a name with a NUL', `${part('a\u0000.txt')}--b--\r\n`],
    ['a name beyond all bounds', `${part('a'.repeat(300))}--b--\r\n`],
    ['no files', '--b--\r\n'],
    ['fields that are no files', '--b\r\nContent-Disposition: form-data; name="f"\r\n\r\nx\r\n--b--\r\n'],
    ['an end in the middle', part('a.txt')],
    ['what is no upload', 'nothing'],
  ])('of %s is refused', async (_name, body) => {
    expect(await problemOf(await raw(body))).toMatchObject({ status: 400, code: 'bad-input' })
    expect(await names()).toEqual([])
  })

  test('without a boundary, or of another type, is refused', async () => {
    expect(await problemOf(await raw('x', 'multipart/form-data'))).toMatchObject({ status: 400 })
    expect(await problemOf(await raw('x', 'text/plain'))).toMatchObject({ status: 415 })
  })

  test('without the token is refused', async () => {
    const response = await fetch(`${api.base}/documents`, { method: 'POST', body: formOf([['a.txt', 'x']]) })
    expect(await problemOf(response)).toMatchObject({ status: 401 })
  })

  test.each([
    ['too many files', { files: 1, file: 100, all: 100 }, ['a', 'b']],
    ['a file that is too large', { files: 2, file: 3, all: 100 }, ['abcd']],
    ['files that are too large together', { files: 3, file: 3, all: 5 }, ['abc', 'abc']],
  ])('of %s is refused with what is allowed, and the next one is read', async (_name, limits, texts) => {
    const upload = uploader(store, { turns: new WriteTurns(), limits })
    const small = await startApi(store, { access }, [serveLines(addDocuments, (_input, sent) => upload(sent))])
    const files = texts.map((text, at) => [`${at}.txt`, text] as const)
    expect(await problemOf(await send(files, small))).toMatchObject({ status: 413, code: 'too-large' })
    expect((await send([['a.txt', 'x']], small)).status).toBe(200)
    await small.stop()
  })

  test('beside another one is refused until that one is done', async () => {
    let go: () => void = () => undefined
    const held = new Promise<void>((resolve) => (go = resolve))
    const slow: Store = {
      ...store,
      documentHeads: async () => {
        await held
        return store.documentHeads()
      },
    }
    const other = await startApi(slow, { access })
    // Whichever comes first is held and not answered yet.
    const both = [1, 2].map((ordinal) => send([[`${ordinal}.txt`, smallMinutes({ ordinal })]], other))
    expect(await problemOf(await Promise.race(both))).toMatchObject({ status: 409, code: 'conflict' })
    go()
    expect((await Promise.all(both)).map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    expect(await reportOf(await send([['c.txt', smallMinutes({ ordinal: 3 })]], other))).toMatchObject({ added: 1 })
    await other.stop()
  })

  test('that the store fails says so in its last line, and the next one is read', async () => {
    let fails = 1
    const failing: Store = {
      ...store,
      commit: (change) =>
        fails-- > 0 ? Promise.reject(new StoreUnavailable('The disk is full.')) : store.commit(change),
    }
    const other = await startApi(failing, { access })
    const lines = await linesOf(await send([['a.txt', smallMinutes({ ordinal: 1 })]], other))
    expect(lines.at(-1)).toMatchObject({ is: 'failed', problem: { code: 'store-down', detail: 'The disk is full.' } })
    expect(await reportOf(await send([['a.txt', smallMinutes({ ordinal: 1 })]], other))).toMatchObject({ added: 1 })
    await other.stop()
  })

  test('can be taken out again, document by document', async () => {
    await reportOf(
      await send([
        ['a.txt', smallMinutes({ ordinal: 1 })],
        ['b.txt', smallMinutes({ ordinal: 2 })],
      ]),
    )
    const [head] = await store.documentHeads()
    const remove = (options: RequestInit) =>
      fetch(`${api.base}/documents/${encodeURIComponent(head?.id ?? '')}`, { method: 'DELETE', ...options })
    expect((await remove({})).status).toBe(401)
    expect(removeDocument.reply.parse(await (await remove({ headers })).json())).toEqual({ removed: 1, left: 1 })
    expect((await remove({ headers })).status).toBe(404)
    expect(await names()).toEqual(['b.txt'])
  })
})
