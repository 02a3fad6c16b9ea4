import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Desk, lines } from './command-line.ts'
import { NEWS, smallMinutes } from './small-minutes.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => desk.clear())

const ORPHAN = smallMinutes().replaceAll('澜州市人民政府', '').replaceAll('市政府', '')
const YUN = '云汀区人民政府'

describe('ingest', () => {
  const report = async (...args: string[]) => {
    const { status, stdout } = await desk.run(['ingest', '--json', ...args])
    return { status, ...JSON.parse(stdout) }
  }

  test('stores what it reads and reports the rest by name', async () => {
    desk.put('minutes/a.txt', smallMinutes())
    desk.put('minutes/b.md', smallMinutes({ issuer: YUN, ordinal: 3 }))
    desk.put('minutes/news.txt', NEWS)
    desk.put('minutes/orphan.txt', ORPHAN)
    const result = await report('minutes', 'none.txt')
    expect(result).toMatchObject({
      status: 1,
      files: 4,
      read: 2,
      added: 2,
      replaced: 0,
      unchanged: 0,
      interrupted: false,
    })
    expect(result.jurisdictions).toEqual([
      { id: '云汀区', documents: 1, meetings: 1 },
      { id: '澜州市', documents: 1, meetings: 1 },
    ])
    expect(result.refused).toEqual([
      { file: 'minutes/news.txt', fault: 'news', reason: expect.stringContaining('news report') },
      {
        file: 'minutes/orphan.txt',
        fault: 'no-government',
        reason: expect.stringMatching(/no government is named at its head.*masthead/),
      },
      { file: 'none.txt', fault: 'missing', reason: 'no such file' },
    ])
  })
  test('makes a graph that answers who leads what, and where it says so', async () => {
    desk.put('a.txt', smallMinutes({ lead: '市城管局' }))
    expect((await desk.run(['ingest', 'a.txt'])).status).toBe(0)
    const id = 'LEADS|澜州市/department/市城管局|澜州市/decision/2022-07-19-常务会议-45/1.1'
    const { sentence, counts } = await desk.withStore(async (store) => {
      const [evidence] = (await store.edge(id))?.edge.evidence ?? []
      const document = evidence && (await store.document(evidence.document))
      const counts = (await store.jurisdiction('澜州市'))?.counts
      return { sentence: document?.text.slice(evidence?.start, evidence?.end), counts }
    })
    expect(sentence).toBe(
      '原则同意《澜州市城市更新实施办法》。由市城管局根据本次会议讨论意见修改完善后按程序发文实施。',
    )
    expect(counts).toMatchObject({ meeting: 1, item: 1, decision: 1, policy: 1, person: 5 })
  })
  test('tells a person what it did, on stdout, and how far it is, on stderr', async () => {
    desk.put('a.txt', smallMinutes())
    const { stdout, stderr } = await desk.run(['ingest', 'a.txt', 'none.txt'])
    expect(lines(stdout)).toEqual([
      '1 file: 1 read (1 new, 0 replaced), 0 unchanged, 1 refused',
      'stored:',
      '  澜州市: 1 document, 1 meeting',
      'refused:',
      '  none.txt: no such file',
    ])
    expect(lines(stderr)).toEqual(['writing 澜州市: 1 document'])
  })
  test('counts the warnings of what it read by their code', async () => {
    desk.put('a.txt', smallMinutes().replace('2022年7月19日上午', '日前'))
    const { warnings } = await report('a.txt')
    const stored = await desk.withStore((store) => store.documents('澜州市'))
    const codes = stored.flatMap(({ record }) => record.warnings.map(({ code }) => code))
    expect(codes.length).toBeGreaterThan(0)
    expect(warnings).toEqual(
      Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length])),
    )
  })
  test('reads no file twice that has not changed, wherever it lies, and changes nothing', async () => {
    desk.put('a.txt', smallMinutes())
    await report('a.txt')
    const before = await desk.contents()
    desk.put('copy/a.txt', smallMinutes())
    expect(await report('a.txt', 'copy')).toMatchObject({
      status: 0,
      files: 2,
      read: 0,
      unchanged: 2,
      jurisdictions: [],
    })
    expect(await desk.contents()).toEqual(before)
  })
  test('puts a changed file in the place of its former self', async () => {
    desk.put('a.txt', smallMinutes({ lead: '市住建局' }))
    await report('a.txt')
    desk.put('a.txt', smallMinutes({ lead: '市城管局' }))
    expect(await report('a.txt')).toMatchObject({ read: 1, added: 0, replaced: 1, unchanged: 0 })
    const fresh = await desk.run(['ingest', 'a.txt'], { DATA_DIR: 'fresh' })
    expect(fresh.status).toBe(0)
    expect(await desk.contents()).toEqual(await desk.contents('fresh'))
  })
  test('takes a changed file out of the jurisdiction that it no longer belongs to', async () => {
    desk.put('a.txt', smallMinutes())
    await report('a.txt')
    desk.put('a.txt', smallMinutes({ issuer: YUN }))
    expect(await report('a.txt')).toMatchObject({ replaced: 1 })
    expect((await desk.contents()).places.map(({ id }) => id)).toEqual(['云汀区'])
  })
  test('leaves a document where it is when its file is no longer minutes', async () => {
    desk.put('a.txt', smallMinutes())
    await report('a.txt')
    const before = await desk.contents()
    desk.put('a.txt', NEWS)
    expect(await report('a.txt')).toMatchObject({ status: 1, read: 0, refused: [{ file: 'a.txt' }] })
    expect(await desk.contents()).toEqual(before)
  })
  test('keeps what another file still says when its twin has changed', async () => {
    desk.put('one/a.txt', smallMinutes())
    desk.put('two/a.txt', smallMinutes())
    await report('one')
    desk.put('one/a.txt', smallMinutes({ ordinal: 46 }))
    expect(await report('one', 'two')).toMatchObject({ replaced: 1, unchanged: 1 })
    const both = await desk.contents()
    expect(both.documents).toHaveLength(2)
    expect(await report('one', 'two')).toMatchObject({ read: 0, unchanged: 2 })
    expect(await desk.contents()).toEqual(both)
  })
  test('gives the same graph in every order, at once or one after the other', async () => {
    desk.put('a.txt', smallMinutes())
    desk.put('web/b.txt', smallMinutes({ more: '市司法局要加强指导。' }))
    desk.put('c.txt', smallMinutes({ ordinal: 46, date: [2022, 8, 9], roll: '市住建局凌舟 市司法局凌舟' }))
    desk.put('d.txt', smallMinutes({ ordinal: 47, date: [2022, 9, 6], title: '城市更新实施办法（草案）' }))
    await desk.run(['ingest', 'a.txt', 'web', 'c.txt', 'd.txt'], { DATA_DIR: 'at-once' })
    for (const path of ['d.txt', 'web/b.txt', 'c.txt', 'a.txt'])
      await desk.run(['ingest', path], { DATA_DIR: 'one-by-one' })
    const expected = await desk.contents('at-once')
    expect(expected.places).toMatchObject([{ documents: 4, counts: { meeting: 3, policy: 1 } }])
    expect(await desk.contents('one-by-one')).toEqual(expected)
  })
  test('of two processes at once loses nothing', async () => {
    const names = ['a', 'b', 'c', 'd']
    names.forEach((name, at) => desk.put(`${name}.txt`, smallMinutes({ ordinal: 45 + at })))
    const runs = await Promise.all(names.map((name) => desk.run(['ingest', `${name}.txt`])))
    expect(runs.map(({ status, stderr }) => [status, stderr])).toEqual(
      names.map(() => [0, expect.stringContaining('writing')]),
    )
    expect((await desk.contents()).places).toMatchObject([{ documents: 4, counts: { meeting: 4 } }])
  })
})
