import { describe, expect, test } from 'vitest'
import { countRows, ended, isRunning, partsOf, shareDone, startUpload, told } from '../../../client/state/upload.ts'
import { type IngestReport, type KeptFile, UPLOAD_LIMITS } from '../../../model/api/documents.ts'

const file = (name: string, size = 10) => ({ name, size })
const kept = (name: string, more: Partial<KeptFile> = {}): KeptFile => ({
  is: 'kept',
  file: name,
  as: 'added',
  document: `澜州市/document/${name}`,
  meeting: null,
  warnings: 0,
  ...more,
})
const report = (more: Partial<IngestReport> = {}): IngestReport => ({
  files: 1,
  read: 1,
  added: 1,
  replaced: 0,
  unchanged: 0,
  refused: [],
  warnings: {},
  jurisdictions: [],
  interrupted: false,
  ...more,
})

describe('an upload on the page', () => {
  test('of a file that is too large sends the others and says so of that one', () => {
    const files = [file('a.txt'), file('big.pdf', UPLOAD_LIMITS.file + 1)]
    expect(partsOf(files)).toEqual([[files[0]]])
    expect(startUpload(files).rows.map(({ state }) => state.is)).toEqual(['waiting', 'too-large'])
  })

  test('of nothing that can be sent is done at once', () => {
    const upload = startUpload([file('big.pdf', UPLOAD_LIMITS.file + 1)])
    expect(isRunning(upload)).toBe(false)
    expect(countRows(upload.rows).refused).toBe(1)
  })

  test('of more than the server takes at once goes in parts', () => {
    const files = Array.from({ length: 9 }, (_, at) => file(`${at}.pdf`, UPLOAD_LIMITS.file))
    const parts = partsOf(files)
    expect(parts.map((part) => part.length)).toEqual([4, 4, 1])
    expect(parts.flat()).toEqual(files)
  })

  test('tells what became of each file', () => {
    let upload = startUpload([file('a.txt'), file('b.txt'), file('c.txt')])
    upload = told(upload, kept('a.txt', { warnings: 2 }))
    upload = told(upload, kept('b.txt', { as: 'unchanged' }))
    upload = told(upload, {
      is: 'report',
      report: report({ refused: [{ file: 'c.txt', fault: 'empty', reason: 'the file is empty' }] }),
    })
    upload = ended(upload, { is: 'done' })
    expect(countRows(upload.rows)).toEqual({ kept: 1, unchanged: 1, refused: 1, unknown: 0, warnings: 2 })
  })

  test('two files of one name are told one after the other', () => {
    const upload = told(startUpload([file('a.txt'), file('a.txt')]), kept('a.txt'))
    expect(upload.rows.map(({ state }) => state.is)).toEqual(['kept', 'waiting'])
  })

  test('that is broken off leaves unknown what nobody told of, and keeps what was told', () => {
    const upload = ended(told(startUpload([file('a.txt'), file('b.txt')]), kept('a.txt')), {
      is: 'broken',
      problem: null,
    })
    expect(upload.rows.map(({ state }) => state.is)).toEqual(['kept', 'unknown'])
    expect(isRunning(upload)).toBe(false)
  })

  test('adds up the reports of its parts, with the last figures of each place', () => {
    const place = (documents: number) => ({ id: '澜州市', documents, meetings: documents })
    let upload = startUpload([file('a.txt'), file('b.txt')])
    upload = told(upload, { is: 'report', report: report({ warnings: { x: 1 }, jurisdictions: [place(1)] }) })
    upload = told(upload, { is: 'report', report: report({ warnings: { x: 2 }, jurisdictions: [place(2)] }) })
    expect(upload.report).toMatchObject({ files: 2, added: 2, warnings: { x: 3 }, jurisdictions: [place(2)] })
  })

  test('never goes back on its way', () => {
    let upload = startUpload([file('a.txt', 100)])
    const shares = [{ is: 'sent', sent: 50, bytes: 100 } as const, { is: 'file', done: 1, total: 1 } as const].map(
      (event) => {
        upload = told(upload, event)
        return shareDone(upload)
      },
    )
    shares.push(shareDone(told(upload, { is: 'writing', jurisdiction: '澜州市', documents: 1 })))
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
  })

  test('of an empty file alone still waits for what the server says of it', () => {
    expect(isRunning(startUpload([file('empty.txt', 0)]))).toBe(true)
  })

  test('turned away as a whole is not stored; broken off, nobody knows', () => {
    const sent = startUpload([file('a.txt')])
    const isOf = (end: Parameters<typeof ended>[1]) => ended(sent, end).rows.map(({ state }) => state.is)
    expect(isOf({ is: 'turned-away', problem: 'x' })).toEqual(['not-stored'])
    expect(isOf({ is: 'broken', problem: null })).toEqual(['unknown'])
  })
})
