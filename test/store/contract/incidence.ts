import { describe, expect, test } from 'vitest'
import { INCIDENCE_ROLES, type IncidenceQuery } from '../../../store/port.ts'
import { aCity } from '../a-city.ts'
import { at, changeOf, edgeOf, LAN, personOf, YUN } from '../builders.ts'
import { entriesByEdge, entriesOf } from '../incidence-reference.ts'
import { byCodeUnits, type Given, ids, sortedIds } from './given.ts'

export const incidenceContract = (given: Given): void => {
  describe('incidence', () => {
    /** Entries in words: `who what role`. */
    const entries = async (query: Omit<IncidenceQuery, 'jurisdiction'>) => {
      const { who, what, rows, columns, roles } = await given.store.incidence({ jurisdiction: LAN.id, ...query })
      return [...rows].map((row, place) => [
        who[row]?.id,
        what[columns[place] ?? -1]?.id,
        INCIDENCE_ROLES[roles[place] ?? -1],
      ])
    }
    test('by the decision: who leads, joins or assists', async () => {
      const { housing, decision } = await given.stored()
      expect(await entries({ who: 'department', level: 'decision' })).toEqual([[housing.id, decision.id, 'lead']])
    })
    test('by the item: who is named or tasked in it, and who has a part in its decisions', async () => {
      const { housing, water, district, first, second } = await given.stored()
      expect(await entries({ who: 'department', level: 'item' })).toEqual(
        [
          [housing.id, first.id, 'lead'],
          [water.id, second.id, 'tasked'],
        ].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
      )
      expect(await entries({ who: 'district', level: 'item' })).toEqual([[district.id, second.id, 'mentioned']])
    })
    test('bodies are departments and districts together', async () => {
      const { housing, water, office, district } = await given.stored()
      const { who } = await given.store.incidence({ jurisdiction: LAN.id, who: 'body', level: 'item' })
      expect(ids(who)).toEqual(sortedIds([housing, water, office, district]))
      expect(who.find(({ id }) => id === district.id)).toEqual({
        id: district.id,
        kind: 'district',
        label: district.label,
        bodyKind: 'district',
      })
    })
    test('by the meeting: bodies that were represented, people in each of their roles', async () => {
      const { housing, chair, delegate, meeting } = await given.stored()
      expect(await entries({ who: 'body', level: 'meeting' })).toEqual([[housing.id, meeting.id, 'represented']])
      expect(await entries({ who: 'person', level: 'meeting' })).toEqual(
        [
          [chair.id, meeting.id, 'chair'],
          [chair.id, meeting.id, 'observer'],
          [delegate.id, meeting.id, 'observer'],
        ].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : (a[0] ?? '') > (b[0] ?? '') ? 1 : 0)),
      )
    })
    test('only the delegate without a name, the absent and the recorder are told apart', async () => {
      const { meeting, water, pdf } = await given.stored()
      const [ill, clerk] = [personOf(LAN, '祁远', null), personOf(LAN, '栗涛', null)]
      const edges = [
        edgeOf('REPRESENTED', water, meeting, [at(pdf, 0, 1)], { props: { named: false, role: 'observer' } }),
        edgeOf('ABSENT_FROM', ill, meeting, [at(pdf, 0, 1)]),
        edgeOf('RECORDED', clerk, meeting, [at(pdf, 0, 1)]),
      ]
      await given.store.commit(changeOf(LAN, 'one', 'two', { nodes: [ill, clerk], edges }))
      expect(await entries({ who: 'department', level: 'meeting' })).toContainEqual([water.id, meeting.id, 'unnamed'])
      const people = await entries({ who: 'person', level: 'meeting' })
      expect(people).toContainEqual([ill.id, meeting.id, 'absent'])
      expect(people).toContainEqual([clerk.id, meeting.id, 'recorder'])
    })
    test('people by the meeting come with the body and the post beside the name, and where it is printed; nothing else does', async () => {
      const { chair, delegate, meeting, housing, pdf } = await given.stored()
      const guest = personOf(LAN, '祁远', '市住建局')
      const edges = [
        edgeOf('ATTENDED', guest, meeting, [at(pdf, 4, 6), at(pdf, 0, 1)], {
          props: { role: 'guest', as: housing.label, post: '副局长', onBehalfOf: null, confidence: 1 },
        }),
      ]
      await given.store.commit(changeOf(LAN, 'one', 'two', { nodes: [guest], edges }))
      const { who, rows, roles, printed } = await given.store.incidence({
        jurisdiction: LAN.id,
        who: 'person',
        level: 'meeting',
      })
      if (!printed) throw new Error('nothing beside the entries')
      const told = [...rows].map((row, place) => [
        who[row]?.id,
        INCIDENCE_ROLES[roles[place] ?? -1],
        printed.words[printed.seats[place] ?? -1] ?? null,
        printed.words[printed.posts[place] ?? -1] ?? null,
        printed.starts[place],
      ])
      expect(told).toHaveLength(4)
      expect(told).toContainEqual([guest.id, 'guest', housing.label, '副局长', 4])
      expect(told).toContainEqual([chair.id, 'chair', null, null, 0])
      expect(told).toContainEqual([delegate.id, 'observer', null, null, 1])
      for (const query of [
        { who: 'person', level: 'item' },
        { who: 'body', level: 'meeting' },
      ] as const)
        expect((await given.store.incidence({ jurisdiction: LAN.id, ...query })).printed).toBeNull()
    })
    test('policies by the items that consider them', async () => {
      const { policy, first } = await given.stored()
      expect(await entries({ who: 'policy', level: 'item' })).toEqual([[policy.id, first.id, 'considered']])
    })
    test('what nobody stands in is there too, with its meeting and its day', async () => {
      const { first, second, meeting } = await given.stored()
      const { what } = await given.store.incidence({ jurisdiction: LAN.id, who: 'district', level: 'item' })
      expect(what).toEqual([first, second].map(({ id }) => ({ id, meeting: meeting.id, date: meeting.date })))
    })
    test.each(['decision', 'item', 'meeting'] as const)(
      'by the %s: of everybody is what the edges of a whole city say, each entry once, in order',
      async (level) => {
        const city = aCity(3)
        await given.store.commit(changeOf(LAN, null, 'one', city))
        let entries = 0
        for (const who of ['department', 'district', 'body', 'person', 'policy'] as const) {
          const found = await given.store.incidence({ jurisdiction: LAN.id, who, level })
          expect(entriesOf(found)).toEqual(entriesByEdge(city, { who, level }))
          entries += found.rows.length
        }
        expect(entries).toBeGreaterThan(20)
      },
    )
    test('lists all of who and of what, sorted, also those without an entry or a day', async () => {
      const { nodes } = aCity(3)
      await given.store.commit(changeOf(LAN, null, 'one', { nodes }))
      const { who, what, rows } = await given.store.incidence({ jurisdiction: LAN.id, who: 'body', level: 'meeting' })
      const sorted = (...kinds: string[]) =>
        nodes.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => byCodeUnits(a.id, b.id))
      expect(who.map(({ id, label, kind }) => [id, label, kind])).toEqual(
        sorted('department', 'district').map(({ id, label, kind }) => [id, label, kind]),
      )
      expect(what).toEqual(
        sorted('meeting').map((node) => ({ id: node.id, meeting: node.id, date: 'date' in node ? node.date : null })),
      )
      expect(what.filter(({ date }) => date === null)).toHaveLength(1)
      expect([...rows]).toEqual([])
    })
    test('of one jurisdiction does not mix with another', async () => {
      await given.store.commit(changeOf(LAN, null, 'one', aCity(3)))
      const { housing, meeting } = await given.stored(YUN)
      const found = await given.store.incidence({ jurisdiction: YUN.id, who: 'body', level: 'meeting' })
      expect(entriesOf(found)).toEqual([`${housing.id} represented ${meeting.id}`])
      expect([...found.who, ...found.what].every(({ id }) => id.startsWith(YUN.id))).toBe(true)
    })
    test('an unknown jurisdiction has nothing', async () => {
      await given.stored()
      const { who, what, rows } = await given.store.incidence({
        jurisdiction: '无此地',
        who: 'person',
        level: 'meeting',
      })
      expect([who, what, [...rows]]).toEqual([[], [], []])
    })
  })
}
