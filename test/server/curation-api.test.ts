import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  curate,
  getCorrectable,
  getCurationPlace,
  getMentions,
  getWarnings,
  previewCuration,
} from '../../model/api/curation.ts'
import { StaleBase, type Store, StoreUnavailable } from '../../store/port.ts'
import { CITY, documentOf, graphOf, openEmpty, put } from '../ingest/curation/small-city.ts'
import { smallMinutes } from '../ingest/small-minutes.ts'
import { access, getFrom, jsonOf, problemOf, sendTo, TOKEN } from './requests.ts'
import { type RunningApi, startApi } from './running-api.ts'

const KEY = '2022-07-19-常务会议-45'
const LATER = '2022-09-20-常务会议-46'
const first = documentOf('45.txt', smallMinutes({ roll: '市住建局凌舟 市财政局顾一鸣 ※※※※※※' }))
const second = documentOf(
  '46.txt',
  smallMinutes({ ordinal: 46, date: [2022, 9, 20], roll: '市住建局凌舟 市审计局顾一鸣' }),
)

let store: Store
let api: RunningApi
beforeEach(async () => {
  store = await openEmpty()
  await put(store, first, second)
  api = await startApi(store, { access })
})
afterEach(async () => {
  await api.stop()
  await store.close()
})

const send = (path: string, body: unknown, to = api, token: string | null = TOKEN) => sendTo(to, path, body, token)
const get = (path: string, query: Record<string, string>) => getFrom(api, path, query)

const body = (form: string) => ({ kind: 'body', form })
const person = (name: string, at: string | null, meeting = KEY) => ({ kind: 'person', meeting, name, body: at })
const rename = (name: string) => ({ do: 'rename', mention: body('市财政局'), name })
const by = { jurisdiction: CITY, by: '林', why: '看了原文' }
const act = async (action: unknown, given: object = {}) =>
  curate.reply.parse(await jsonOf(await send('/curation', { ...by, action, ...given })))
const show = async (action: unknown, given: object = {}) =>
  previewCuration.reply.parse(
    await jsonOf(await send('/curation/preview', { jurisdiction: CITY, action, ...given }, api, null)),
  )

describe('writing a correction', () => {
  test('tells the entry of the log, the new data version and the effect', async () => {
    const { entry, version, effect } = await act(rename('财政局（市）'))
    expect(entry).toMatchObject({ by: '林', why: '看了原文', state: 'holds', action: rename('财政局（市）') })
    expect((await store.jurisdiction(CITY))?.version).toEqual(version)
    expect(effect.after.map(({ label }) => label)).toEqual(['财政局（市）'])
    expect((await store.curation(CITY)).map(({ id }) => id)).toEqual([entry.id])
  })
  test('asks for the token, and is not to be had from a server that only reads', async () => {
    expect((await send('/curation', { ...by, action: rename('甲') }, api, null)).status).toBe(401)
    expect((await send('/curation/import', { lines: '' }, api, null)).status).toBe(401)
    const reading = await startApi(store)
    expect((await send('/curation', { ...by, action: rename('甲') }, reading)).status).toBe(403)
    expect(await store.curation(CITY)).toEqual([])
    await reading.stop()
  })
  test('said again by the same person is no second event', async () => {
    const { entry } = await act(rename('甲'))
    const problem = await problemOf(await send('/curation', { ...by, action: rename('甲') }))
    expect(problem).toMatchObject({ status: 409, code: 'conflict', events: [entry.id] })
    expect(problem.detail).toContain('林 has said so already')
    expect(problem.reason).toBe('said-already')
    expect(await store.curation(CITY)).toHaveLength(1)
  })
  test('of what is not there is refused in the words of the command line', async () => {
    const refusals = [
      [{ do: 'rename', mention: body('市园林局'), name: '甲' }, {}, 'printed nowhere so'],
      [{ do: 'rename', mention: person('凌舟', '市住建局', 'no-such-meeting'), name: '甲' }, {}, 'printed nowhere so'],
      [{ do: 'undo', event: '2024-01-01T00:00:00.000Z-0000-000000' }, {}, 'there is no event'],
      [{ do: 'rename', mention: body('__proto__'), name: 'constructor' }, {}, 'printed nowhere so'],
    ] as const
    for (const [action, given, words] of refusals)
      expect(await problemOf(await send('/curation', { ...by, action, ...given }))).toMatchObject({
        status: 422,
        code: 'refused',
        detail: expect.stringContaining(words),
      })
    const elsewhere = await send('/curation', { ...by, action: rename('甲'), jurisdiction: '无此市' })
    expect((await problemOf(elsewhere)).status).toBe(404)
    expect(await store.curation(CITY)).toEqual([])
  })
  test.each([
    ['an action that is none', { ...by, action: { do: '__proto__' } }, 400],
    ['nobody', { ...by, by: '  ', action: rename('甲') }, 400],
    ['a reason beyond all bounds', { ...by, why: '甲'.repeat(1001), action: rename('甲') }, 400],
    ['a reason of five megabytes', { ...by, why: 'a'.repeat(5 * 1024 * 1024), action: rename('甲') }, 413],
    ['a NUL', { ...by, why: 'a\0', action: rename('甲') }, 400],
    ['half of a character', { ...by, action: rename('\ud800') }, 400],
    ['a field that there is not', { ...by, action: rename('甲'), at: '2020-01-01' }, 400],
  ])('with %s is refused', async (_what, sent, status) => {
    expect((await problemOf(await send('/curation', sent))).status).toBe(status)
    expect(await store.curation(CITY)).toEqual([])
  })
  test('goes through twice at once, one after the other', async () => {
    const both = await Promise.all([act(rename('甲')), act(rename('乙'), { by: '苏' })])
    expect(new Set(both.map(({ entry }) => entry.id)).size).toBe(2)
    expect(await store.curation(CITY)).toHaveLength(2)
  })
  test('is refused where the data are no longer those that were seen', async () => {
    const { version } = await show(rename('甲'))
    await act(rename('乙'), { by: '苏' })
    const late = await send('/curation', { ...by, action: rename('甲'), expects: version.hash })
    expect(await problemOf(late)).toMatchObject({ status: 409, detail: expect.stringContaining('written since') })
  })
  test.each([
    ['always comes first', () => new StaleBase(CITY), 409],
    ['holds the file', () => new StoreUnavailable('the database is locked'), 503],
  ])('beside another process that %s says so', async (_what, error, status) => {
    const other = await startApi({ ...store, commit: () => Promise.reject(error()) }, { access })
    expect((await problemOf(await send('/curation', { ...by, action: rename('甲') }, other))).status).toBe(status)
    await other.stop()
  })
  test('beside an upload is refused until that one is read', async () => {
    let go: () => void = () => undefined
    let begun: () => void = () => undefined
    const held = new Promise<void>((resolve) => (go = resolve))
    const reading = new Promise<void>((resolve) => (begun = resolve))
    const slow: Store = {
      ...store,
      documentHeads: async () => {
        begun()
        await held
        return store.documentHeads()
      },
    }
    const other = await startApi(slow, { access })
    const form = new FormData()
    form.append('file', new Blob([smallMinutes({ ordinal: 47 })]), '47.txt')
    const headers = { authorization: `Bearer ${TOKEN}` }
    const upload = fetch(`${other.base}/documents`, { method: 'POST', headers, body: form })
    await reading
    const refused = await problemOf(await send('/curation', { ...by, action: rename('甲') }, other))
    expect(refused).toMatchObject({ status: 409, detail: expect.stringContaining('being read') })
    go()
    await (await upload).text()
    expect((await send('/curation', { ...by, action: rename('甲') }, other)).status).toBe(200)
    await other.stop()
  })
})

describe('a preview', () => {
  const same = { do: 'same', a: person('顾一鸣', '市财政局'), b: person('顾一鸣', '市审计局', LATER) }

  test('tells what would appear, vanish and change, needs no token, and writes nothing', async () => {
    const before = await graphOf(store)
    const { effect, cautions, version } = await show(same)
    expect(effect.nodes.vanish.rows).toContainEqual({
      kind: 'person',
      id: '澜州市/person/顾一鸣@市审计局',
      label: '顾一鸣',
    })
    const moved = effect.edges.vanish.rows.find(({ type }) => type === 'ATTENDED')
    expect(moved).toMatchObject({ from: { label: '顾一鸣' }, to: { kind: 'meeting' }, date: '2022-09-20' })
    expect([cautions, version]).toEqual([[], before.place?.version])
    expect([await graphOf(store), await store.curation(CITY)]).toEqual([before, []])
  })
  test('shows what is done', async () => {
    const { effect, version } = await show(same)
    expect((await act(same, { expects: version.hash })).effect).toEqual(effect)
  })
  test('warns of a conflict, whoever asks, and of what then holds no more', async () => {
    const { entry } = await act(rename('甲'))
    const { conflicts, cautions } = await show(rename('乙'))
    expect(conflicts.map(({ events }) => events.length)).toEqual([2])
    expect(cautions.map(({ code, events }) => [code, events])).toEqual([
      ['not-applied', [entry.id]],
      ['suspends', [entry.id]],
    ])
    expect((await show(rename('乙'), { by: '林' })).cautions).toEqual([])
  })
  test('warns of a correction that would find nothing any more, and of one that changes nothing', async () => {
    const { entry } = await act({ do: 'rename', mention: person('凌舟', '市住建局'), name: '凌洲' })
    const fact = { of: 'roll', meeting: KEY, person: '凌舟', body: '市住建局' }
    const { cautions } = await show({ do: 'correct-roll', fact, readings: [] })
    expect(cautions).toEqual([{ code: 'leaves-dangling', events: [entry.id] }])
    const asIs = { do: 'correct-name', fact: { of: 'title', meeting: KEY, heading: '审议《澜州市城市更新实施办法》' } }
    const title = { ...asIs, fact: { ...asIs.fact, title: '澜州市城市更新实施办法' }, right: '澜州市城市更新实施办法' }
    expect((await show(title)).cautions.map(({ code }) => code)).toEqual(['changes-nothing'])
  })
  test('is refused as the action would be', async () => {
    const sent = { jurisdiction: CITY, action: { do: 'undo', event: '2024-01-01T00:00:00.000Z-0000-000000' } }
    expect((await problemOf(await send('/curation/preview', sent))).status).toBe(422)
  })
})

describe('what an action is made of', () => {
  test('the mentions of a person and of a body, with where they are printed', async () => {
    const mentions = async (node: string) =>
      getMentions.reply.parse(await jsonOf(await get('/curation/mentions', { node })))
    const { mentions: ling } = await mentions('澜州市/person/凌舟@市住建局')
    expect(ling.map(({ mention, meeting, facts }) => [mention, meeting?.key, facts])).toEqual([
      [{ ...person('凌舟', '市住建局'), recorder: false }, KEY, 1],
      [{ ...person('凌舟', '市住建局', LATER), recorder: false }, LATER, 1],
    ])
    expect(ling[0]?.printed[0]).toMatchObject({ document: first.id, quote: '市住建局凌舟' })
    const { mentions: forms } = await mentions('澜州市/department/市住建局')
    expect(forms.map(({ mention, first: from, last }) => [mention, from, last])).toEqual([
      [body('市住建局'), '2022-07-19', '2022-09-20'],
    ])
    expect(forms[0]?.facts).toBeGreaterThan(2)
    expect((await get('/curation/mentions', { node: '澜州市/person/无此人' })).status).toBe(404)
    expect((await get('/curation/mentions', { node: '__proto__' })).status).toBe(404)
  })
  test('the fact behind an edge, as it is read and as it was corrected', async () => {
    const edges = await store.documentFacts(first.id)
    const fact = async (edge: string) =>
      getCorrectable.reply.parse(await jsonOf(await get('/curation/fact', { edge }))).facts
    for (const type of ['ATTENDED', 'CHAIRED', 'RECORDED', 'LEADS', 'CONSIDERS', 'MENTIONS'] as const) {
      const edge = edges.find((one) => one.type === type)
      const [found] = await fact(edge?.id ?? '')
      expect(found?.places[0]?.document, type).toBe(first.id)
      expect(found?.corrected, type).toBeNull()
      // What is filled in says what stands there: taken as it is, it changes nothing.
      const { cautions } = await show(found?.draft)
      expect(
        cautions.map(({ code }) => code),
        type,
      ).toEqual(['changes-nothing'])
    }
    const roll = { of: 'roll', meeting: KEY, person: '凌舟', body: '市住建局' }
    const readings = [{ person: '凌洲', role: 'observer', body: '市住建局' }]
    const { entry, effect } = await act({ do: 'correct-roll', fact: roll, readings })
    const attended = effect.edges.appear.rows.find(({ type }) => type === 'ATTENDED')
    const [corrected] = await fact(attended?.id ?? '')
    expect(corrected).toMatchObject({ fact: roll, corrected: entry.id, draft: { do: 'correct-roll', readings } })
  })
  test('the warnings of a document, and what can be said of some of its words', async () => {
    const { warnings } = getWarnings.reply.parse(await jsonOf(await get('/curation/warnings', { document: first.id })))
    const [unread] = warnings
    expect(unread).toMatchObject({ settled: null, draft: { do: 'settle-warning', meeting: KEY } })
    const { entry } = await act(unread?.draft)
    const settled = getWarnings.reply.parse(await jsonOf(await get('/curation/warnings', { document: first.id })))
    expect(settled.warnings[0]?.settled).toBe(entry.id)
    const at = (words: string) => {
      const start = first.text.indexOf(words)
      return { document: first.id, start: String(start), end: String(start + words.length) }
    }
    const place = async (words: string) =>
      getCurationPlace.reply.parse(await jsonOf(await get('/curation/place', at(words))))
    const roll = await place('凌舟')
    expect(roll.facts.map(({ fact }) => fact)).toEqual([{ of: 'roll', meeting: KEY, person: '凌舟', body: '市住建局' }])
    expect([roll.item, roll.additions.map((action) => action.do)]).toEqual([null, ['add-roll']])
    const item = await place('各部门')
    expect(item.item).toMatchObject({ seq: 1, nth: 1, words: { quote: '各部门', nth: 1 } })
    expect(item.additions.map((action) => action.do)).toEqual(['add-name', 'add-name'])
    expect((await get('/curation/place', { document: first.id, start: '9', end: '3' })).status).toBe(404)
  })
})
