import { describe, expect, test } from 'vitest'
import { changeOf, LAN, meetingOf } from '../builders.ts'
import { type Given, PAGE } from './given.ts'

export const meetingsContract = (given: Given): void => {
  describe('meetings', () => {
    test('come newest first, then by ordinal, then by id; those without a day last', async () => {
      const order = [
        meetingOf(LAN, 9, '2024-02-01'),
        meetingOf(LAN, 8, '2024-02-01'),
        meetingOf(LAN, 8, '2024-02-01', { id: `${LAN.id}/meeting/later` }),
        meetingOf(LAN, null, '2024-02-01'),
        meetingOf(LAN, 7, '2023-12-31'),
        meetingOf(LAN, 40, null),
        meetingOf(LAN, 5, null),
      ]
      const nodes = [3, 6, 1, 5, 0, 2, 4].flatMap((place) => order[place] ?? [])
      await given.store.commit(changeOf(LAN, null, 'one', { nodes }))
      expect(await given.store.meetings(PAGE)).toEqual({ total: 7, rows: order })
    })
    test('ids are compared as code units, also beyond the basic plane', async () => {
      // U+20BB7 is above U+FF21 as a character, and below it as code units.
      const [astral, wide] = ['𠮷', 'Ａ'].map((key) =>
        meetingOf(LAN, 1, '2024-01-01', { id: `${LAN.id}/meeting/${key}` }),
      )
      if (!astral || !wide) throw new Error('two meetings were made above')
      await given.store.commit(changeOf(LAN, null, 'one', { nodes: [wide, astral] }))
      expect((await given.store.meetings(PAGE)).rows).toEqual([astral, wide])
    })
    test('a page tells how many there are in all', async () => {
      const all = Array.from({ length: 25 }, (_, at) =>
        meetingOf(LAN, at, `2024-01-${String(at + 1).padStart(2, '0')}`),
      )
      await given.store.commit(changeOf(LAN, null, 'one', { nodes: all }))
      const newest = all.toReversed()
      expect(await given.store.meetings({ ...PAGE, limit: 10 })).toEqual({ total: 25, rows: newest.slice(0, 10) })
      expect(await given.store.meetings({ ...PAGE, limit: 10, offset: 20 })).toEqual({
        total: 25,
        rows: newest.slice(20),
      })
      expect(await given.store.meetings({ ...PAGE, limit: 10, offset: 30 })).toEqual({ total: 25, rows: [] })
    })
    test('a period includes its first and its last day', async () => {
      const days = ['2023-03-01', '2023-03-02', '2023-03-03', '2023-03-04']
      await given.store.commit(changeOf(LAN, null, 'one', { nodes: days.map((day, at) => meetingOf(LAN, at, day)) }))
      const inside = async (from: string | null, to: string | null) =>
        (await given.store.meetings({ ...PAGE, from, to })).rows.map(({ date }) => date)
      expect(await inside('2023-03-02', '2023-03-03')).toEqual(['2023-03-03', '2023-03-02'])
      expect(await inside('2023-03-04', null)).toEqual(['2023-03-04'])
      expect(await inside(null, '2023-03-01')).toEqual(['2023-03-01'])
      expect(await inside('2023-03-05', null)).toEqual([])
    })
    test('a meeting without a day lies in no period', async () => {
      await given.store.commit(changeOf(LAN, null, 'one', { nodes: [meetingOf(LAN, 1, null)] }))
      expect(await given.store.meetings({ ...PAGE, from: '1990-01-01' })).toEqual({ total: 0, rows: [] })
      expect(await given.store.meetings({ ...PAGE, to: '2990-01-01' })).toEqual({ total: 0, rows: [] })
      expect((await given.store.meetings(PAGE)).total).toBe(1)
    })
    test('an unknown jurisdiction has none', async () => {
      await given.stored()
      expect(await given.store.meetings({ ...PAGE, jurisdiction: '青桐县' })).toEqual({ total: 0, rows: [] })
    })
  })
}
