import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { Desk, lines } from './command-line.ts'
import { smallMinutes } from './small-minutes.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => desk.clear())

const YUN = '云汀区人民政府'

describe('remove', () => {
  const ids = async () => (await desk.contents()).documents.map(({ id }) => id)
  beforeEach(async () => {
    desk.put('a.txt', smallMinutes())
    desk.put('b.txt', smallMinutes({ ordinal: 46, lead: '市城管局' }))
    desk.put('yun/a.txt', smallMinutes({ issuer: YUN }))
    expect((await desk.run(['ingest', 'a.txt', 'b.txt', 'yun'])).status).toBe(0)
  })

  test('takes out a document by its file name, with all that only it says', async () => {
    const { status, stdout } = await desk.run(['remove', 'b.txt'])
    expect([status, stdout]).toEqual([0, '澜州市: 1 document removed, 1 document left\n'])
    await desk.run(['ingest', 'a.txt', 'yun'], { DATA_DIR: 'without' })
    expect(await desk.contents()).toEqual(await desk.contents('without'))
  })
  test('takes out a document by its id, and by its name without the ending', async () => {
    const [yun] = await ids()
    expect((await desk.run(['remove', yun ?? '', 'b'])).status).toBe(0)
    expect(await ids()).toEqual([expect.stringMatching(/^澜州市\/document\/a~/)])
  })
  test('takes out a jurisdiction with all its documents', async () => {
    const { stdout } = await desk.run(['remove', '澜州市'])
    expect(stdout).toBe('澜州市: 2 documents removed, nothing is left of it\n')
    expect((await desk.contents()).places.map(({ id }) => id)).toEqual(['云汀区'])
  })
  test('asks which of two documents of one name is meant, and removes nothing', async () => {
    const before = await ids()
    const { status, stdout, stderr } = await desk.run(['remove', 'b.txt', 'a.txt'])
    expect([status, stdout]).toEqual([1, ''])
    const meant = before.filter((id) => id.includes('/a~')).map((id) => `  ${id}`)
    expect(lines(stderr)).toEqual(['a.txt: means 2 documents; name one by its id:', ...meant, 'nothing was removed'])
    expect(await ids()).toEqual(before)
  })
  test('of an unknown name removes nothing', async () => {
    const before = await ids()
    const { status, stderr } = await desk.run(['remove', 'a', '青桐县'])
    expect(status).toBe(1)
    expect(stderr).toContain('青桐县: no such document or jurisdiction is stored')
    expect(await ids()).toEqual(before)
  })
})

describe('reparse', () => {
  test('of what today’s parser has read changes nothing', async () => {
    desk.put('a.txt', smallMinutes())
    await desk.run(['ingest', 'a.txt'])
    const before = await desk.contents()
    const { status, stdout } = await desk.run(['reparse'])
    expect([status, stdout]).toEqual([0, '澜州市: nothing came out differently\n'])
    expect(await desk.contents()).toEqual(before)
  })
  test('reads again what another parser has read, from the stored text, and so does ingest', async () => {
    const path = desk.put('a.txt', smallMinutes())
    await desk.run(['ingest', 'a.txt'])
    const now = await desk.contents()
    const age = async () => {
      const store = await openSqlite({ file: desk.path('data/jiyao.sqlite'), readers: 0 })
      const [document] = await store.documents('澜州市')
      const [place] = await store.jurisdictions()
      if (!document || !place) throw new Error('a document was stored above')
      const former = { ...document, parser: 'former', record: { ...document.record, parser: 'former', items: [] } }
      await store.commit({
        jurisdiction: { id: place.id, issuer: place.issuer },
        base: place.version.hash,
        version: { hash: 'f'.repeat(64), day: null },
        documents: { put: [former], remove: [] },
        nodes: { put: [], remove: [] },
        edges: { put: [], remove: [] },
        curation: { put: [] },
      })
      await store.close()
    }
    await age()
    writeFileSync(path, 'the file itself is not needed')
    const { stdout } = await desk.run(['reparse'])
    expect(stdout).toBe('澜州市: 1 document came out differently\n')
    expect(await desk.contents()).toEqual(now)
    await age()
    writeFileSync(path, smallMinutes())
    expect((await desk.run(['ingest', 'a.txt'])).stdout).toContain('1 read (0 new, 1 replaced), 0 unchanged')
    expect(await desk.contents()).toEqual(now)
  })
  test('of an empty store says so', async () => {
    expect(await desk.run(['reparse'])).toMatchObject({ status: 0, stdout: 'nothing is stored\n' })
  })
})
