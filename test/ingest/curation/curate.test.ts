import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { curate, preview } from '../../../ingest/curate.ts'
import { projectStored, rewriteJurisdiction } from '../../../ingest/write-jurisdiction.ts'
import { CurationAction } from '../../../model/curation.ts'
import type { Store } from '../../../store/port.ts'
import { smallMinutes } from '../small-minutes.ts'
import { act, CITY, curator, documentOf, graphOf, openEmpty, put } from './small-city.ts'

const KEY = '2022-07-19-常务会议-45'
const LATER = '2022-09-20-常务会议-46'
const first = documentOf('45.txt', smallMinutes())
const second = documentOf(
  '46.txt',
  smallMinutes({ ordinal: 46, date: [2022, 9, 20], roll: '市住建局凌舟 市审计局顾一鸣' }),
)

let store: Store
beforeEach(async () => {
  store = await openEmpty()
  await put(store, first, second)
})
afterEach(() => store.close())

const person = (name: string, body: string | null, meeting = KEY) => ({ kind: 'person', meeting, name, body })
const body = (form: string) => ({ kind: 'body', form })
const fact = (name: string | null, at: string | null) => ({ of: 'roll', meeting: KEY, person: name, body: at })
const labels = async (kind: string) => {
  const { graph } = projectStored(CITY, await store.documents(CITY), await store.curation(CITY))
  return graph.nodes.filter((node) => node.kind === kind).map(({ label }) => label)
}
const ids = async () => [...(await store.fingerprints(CITY)).nodes.keys()]
const people = async () => (await ids()).filter((id) => id.includes('/person/顾一鸣'))

describe('what a person decides', () => {
  test('is written with the graph that follows, and who, when, why, before and after', async () => {
    expect(await people()).toHaveLength(2)
    const same = { do: 'same', a: person('顾一鸣', '市财政局'), b: person('顾一鸣', '市审计局', LATER) }
    const { event, effect } = await act(store, same)
    expect(await people()).toHaveLength(1)
    expect(await store.curation(CITY)).toEqual([event])
    expect([event.by, event.at, event.why]).toEqual(['林', '2024-05-06T07:08:09.000Z', '看了原文'])
    expect(event.before.map(({ kind }) => kind)).toEqual(['person', 'person'])
    expect(event.after.map(({ label }) => label)).toEqual(['顾一鸣'])
    expect(effect.nodes.vanish.total).toBeGreaterThan(0)
  })
  test('undone, leaves graph and data version byte for byte as they were', async () => {
    const before = await graphOf(store)
    const { event } = await act(store, { do: 'rename', mention: body('市财政局'), name: '市财政局（旧）' })
    const between = await graphOf(store)
    expect(between.place?.version.hash).not.toBe(before.place?.version.hash)
    const { event: undone } = await act(store, { do: 'undo', event: event.id })
    expect(await graphOf(store)).toEqual(before)
    await act(store, { do: 'undo', event: undone.id })
    expect(await graphOf(store)).toEqual(between)
    expect((await store.curation(CITY)).map(({ action }) => action.do)).toEqual(['rename', 'undo', 'undo'])
  })
  test('different takes two apart whom signals hold for one', async () => {
    const known = (await ids()).filter((id) => id.includes('/person/凌舟'))
    await act(store, { do: 'different', a: person('凌舟', '市住建局'), b: person('凌舟', '市住建局', LATER) })
    expect((await ids()).filter((id) => id.includes('/person/凌舟'))).toHaveLength(known.length + 1)
  })
  test('split does the same for all that belong to each side', async () => {
    await act(store, { do: 'split', apart: [person('凌舟', '市住建局')], from: [person('凌舟', '市住建局', LATER)] })
    expect((await ids()).filter((id) => id.includes('/person/凌舟'))).toHaveLength(2)
  })
  test('rename gives the name that is drawn', async () => {
    await act(store, { do: 'rename', mention: body('市财政局'), name: '财政局（市）' })
    expect(await labels('department')).toContain('财政局（市）')
  })
  test('correct-roll puts another person in the place of the one that was read', async () => {
    await act(store, {
      do: 'correct-roll',
      fact: fact('凌舟', '市住建局'),
      readings: [{ person: '凌洲', role: 'observer', body: '市住建局' }],
    })
    expect(await labels('person')).toContain('凌洲')
    const edge = (await store.documentFacts(first.id)).find(({ from }) => from.includes('凌洲'))
    const place = edge?.evidence[0]
    expect(first.text.slice(place?.start, place?.end)).toBe('市住建局凌舟')
  })
  test('correct-name gives another body the lead, and rejects a title', async () => {
    const { items } = first.record
    const heading = items[0]?.heading ?? ''
    const inItem = { meeting: KEY, heading }
    await act(store, {
      do: 'correct-name',
      fact: { of: 'body', ...inItem, part: 'lead', body: '市住建局' },
      right: '市城管局',
    })
    const leads = (await store.documentFacts(first.id)).filter(({ type }) => type === 'LEADS')
    expect(leads.map(({ from }) => from)).toEqual(['澜州市/department/市城管局'])
    await act(store, {
      do: 'correct-name',
      fact: { of: 'title', ...inItem, title: '澜州市城市更新实施办法' },
      right: null,
    })
    expect((await store.documentFacts(first.id)).filter(({ type }) => type === 'CONSIDERS')).toEqual([])
  })
  test('holds when its document is read again with other text, in another order, among others', async () => {
    await act(store, { do: 'same', a: person('顾一鸣', '市财政局'), b: person('顾一鸣', '市审计局', LATER) })
    await act(store, { do: 'rename', mention: body('市财政局'), name: '财政局（市）' })
    const changed = documentOf('45.txt', smallMinutes({ more: '会议强调，要加强监督检查。' }))
    const third = documentOf('44.txt', smallMinutes({ ordinal: 44, date: [2022, 5, 20] }))
    await put(store, third)
    await put(store, changed)
    expect(await people()).toHaveLength(1)
    expect(await labels('department')).toContain('财政局（市）')
    const other = await openEmpty()
    await put(other, changed)
    const events = await store.curation(CITY)
    await rewriteJurisdiction(other, CITY, ({ documents }) => ({ documents, newEvents: events }))
    await put(other, second, third)
    expect(await graphOf(other)).toEqual(await graphOf(store))
    await other.close()
  })
  test('events taken into an empty store wait for their documents', async () => {
    const { event } = await act(store, { do: 'rename', mention: body('市财政局'), name: '财政局（市）' })
    const empty = await openEmpty()
    await rewriteJurisdiction(empty, CITY, ({ documents }) => ({ documents, newEvents: [event] }))
    expect([await empty.jurisdictions(), await empty.curation(CITY)]).toEqual([[], [event]])
    await put(empty, second, first)
    expect(await graphOf(empty)).toEqual(await graphOf(store))
    await empty.close()
  })
})

describe('what is shown and not applied', () => {
  const correct = (name: string) => ({
    do: 'correct-roll',
    fact: fact('凌舟', '市住建局'),
    readings: [{ person: name, role: 'observer', body: '市住建局' }],
  })
  const project = async () => projectStored(CITY, await store.documents(CITY), await store.curation(CITY))

  test('a correction of what is printed no longer so hangs, touches nothing, and finds it again', async () => {
    const { event } = await act(store, correct('凌洲'))
    const other = documentOf('45.txt', smallMinutes({ roll: '市住建局程越 市财政局顾一鸣' }))
    await put(store, other)
    const { dangling, graph } = await project()
    expect(dangling).toEqual([event])
    expect(graph.nodes.filter(({ label }) => label === '凌洲')).toEqual([])
    await put(store, first)
    expect((await project()).dangling).toEqual([])
    expect(await labels('person')).toContain('凌洲')
  })
  test('a decision about somebody who is printed no longer hangs as well', async () => {
    const { event } = await act(store, {
      do: 'same',
      a: person('顾一鸣', '市财政局'),
      b: person('顾一鸣', '市审计局', LATER),
    })
    await writeWithout(second.id)
    expect((await project()).dangling).toEqual([event])
  })
  const writeWithout = (id: string) =>
    rewriteJurisdiction(store, CITY, ({ documents }) => ({
      documents: documents.filter((document) => document.id !== id),
      newEvents: [],
    }))
  test('two corrections of one fact by two people stand in conflict until one is undone', async () => {
    const before = await graphOf(store)
    const { event: mine } = await act(store, correct('凌洲'))
    const { event: theirs, conflicts } = await act(store, correct('凌州'), '苏')
    expect(conflicts).toEqual([{ events: [mine, theirs] }])
    expect((await graphOf(store)).prints.nodes).toEqual(before.prints.nodes)
    await act(store, { do: 'undo', event: mine.id })
    expect(await labels('person')).toContain('凌州')
    expect((await project()).conflicts).toEqual([])
  })
  test('a chain of same across a different is a conflict of all its events', async () => {
    const [a, b, c] = ['市财政局', '市审计局', '市住建局'].map(body)
    const { event: one } = await act(store, { do: 'same', a, b })
    const { event: two } = await act(store, { do: 'same', a: b, b: c })
    const { event: three, conflicts } = await act(store, { do: 'different', a, b: c }, '苏')
    expect(conflicts).toEqual([{ events: [one, two, three] }])
    expect(await ids()).toContain('澜州市/department/市财政局')
  })
  test('two names for one body by two people are a conflict, by one person the later is drawn', async () => {
    const { event: one } = await act(store, { do: 'rename', mention: body('市财政局'), name: '甲' })
    const { event: two } = await act(store, { do: 'rename', mention: body('市财政局'), name: '乙' })
    expect(await labels('department')).toContain('乙')
    expect((await project()).standing.replacedBy.get(one.id)).toEqual(two)
    const { conflicts } = await act(store, { do: 'rename', mention: body('市财政局'), name: '丙' }, '苏')
    expect(conflicts.map(({ events }) => events.map(({ by }) => by))).toEqual([['林', '苏']])
    expect(await labels('department')).toContain('市财政局')
  })
})

describe('what is refused, with nothing written', () => {
  const refused = async (action: unknown, message: RegExp, by?: string) => {
    const before = [await graphOf(store), await store.curation(CITY)]
    await expect(act(store, action, by)).rejects.toThrow(message)
    expect([await graphOf(store), await store.curation(CITY)]).toEqual(before)
  }
  test.each([
    ['a person who is not on the roll', { do: 'rename', mention: person('王岩', '市财政局'), name: '甲' }],
    ['a body that nobody prints', { do: 'same', a: body('市财政局'), b: body('市园林局') }],
    [
      'a title that no item has',
      { do: 'rename', mention: { kind: 'policy', meeting: KEY, title: '无此办法' }, name: '甲' },
    ],
    ['an entry that the roll does not have', { do: 'correct-roll', fact: fact('凌', '市住建局'), readings: [] }],
    ['a warning that is none', { do: 'settle-warning', meeting: KEY, code: 'no-date', quote: '', readings: [] }],
  ])('%s', async (_what, action) => refused(action, /printed nowhere so/))
  test('two of two kinds', () =>
    refused({ do: 'same', a: body('市财政局'), b: person('凌舟', '市住建局') }, /a body and a person are never one/))
  test('one and the same', async () => {
    await refused({ do: 'different', a: body('市财政局'), b: body('市财政局') }, /name two/)
    await refused({ do: 'split', apart: [body('市财政局')], from: [body('市财政局')] }, /name two/)
  })
  test('an undo of nothing, and a second undo', async () => {
    await refused({ do: 'undo', event: '2024-01-01T00:00:00.000Z-0000-000000' }, /there is no event/)
    const { event } = await act(store, { do: 'rename', mention: body('市财政局'), name: '甲' })
    await act(store, { do: 'undo', event: event.id })
    await refused({ do: 'undo', event: event.id }, /is undone already, by 林/)
  })
  test('what its author has said already, and not what another person says as well', async () => {
    const rename = { do: 'rename', mention: body('市财政局'), name: '甲' }
    await act(store, rename)
    await refused(rename, /林 has said so already/)
    expect((await act(store, rename, '苏')).conflicts).toEqual([])
  })
  test('an entry of the work list that is none', () =>
    refused({ do: 'accept', entry: 'x' }, /is no entry of the work list/))
  test('a place of which nothing is stored', async () => {
    const empty = await openEmpty()
    await expect(act(empty, { do: 'accept', entry: 'x' })).rejects.toThrow('nothing is stored of 澜州市')
    await empty.close()
  })
})

describe('a preview', () => {
  test('tells the effect and writes nothing', async () => {
    const before = await graphOf(store)
    const action = CurationAction.parse({
      do: 'same',
      a: person('顾一鸣', '市财政局'),
      b: person('顾一鸣', '市审计局', LATER),
    })
    const { effect, event } = await preview(store, CITY, action, curator())
    expect([await graphOf(store), await store.curation(CITY)]).toEqual([before, []])
    expect((await act(store, action)).event).toEqual(event)
    expect(effect.edges.change.total + effect.edges.appear.total).toBeGreaterThan(0)
  })
})

describe('the id of an event', () => {
  test('counts on where the clock stands still or goes back', async () => {
    const at = async (name: string, moment: string) => {
      const action = CurationAction.parse({ do: 'rename', mention: body('市财政局'), name })
      return (await curate(store, CITY, action, curator('林', moment))).event.id.slice(0, 29)
    }
    expect(await at('甲', '2024-05-06T07:08:09.000Z')).toBe('2024-05-06T07:08:09.000Z-0000')
    expect(await at('乙', '2024-05-06T07:08:09.000Z')).toBe('2024-05-06T07:08:09.000Z-0001')
    expect(await at('丙', '2024-05-06T07:08:08.000Z')).toBe('2024-05-06T07:08:09.000Z-0002')
  })
})
