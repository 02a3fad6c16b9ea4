import { describe, expect, test } from 'vitest'
import type { GoldItem } from '../../scripts/samples/gold.ts'
import { goldOf, stems, stories } from './corpus.ts'

const golds = new Map(stems.map((stem) => [stem, goldOf(stem)]))
const itemAt = (doc: string, seq: number): GoldItem => {
  const item = golds.get(doc)?.items[seq - 1]
  if (!item) throw new Error(`no item ${seq} in ${doc}`)
  return item
}
const titles = (doc: string, seq: number) => itemAt(doc, seq).policies.map(({ title }) => title)

describe('the planted stories of the sample corpus', () => {
  test('policies come back: put off first, agreed to in the end', () => {
    expect(stories.returns.length).toBeGreaterThanOrEqual(5)
    for (const { steps } of stories.returns) {
      for (const { doc, item, title, outcome } of steps) {
        expect(titles(doc, item)).toContain(title)
        expect(itemAt(doc, item).decisions[0]?.outcome).toBe(outcome)
      }
      expect(steps[0]?.outcome).toBe('deferred')
      expect(steps.at(-1)?.outcome).toMatch(/^approved/u)
    }
  })

  test('the renewal measures are cited with the number they were issued under, and revised', () => {
    const renewal = stories.returns.find(({ policy }) => policy === 'urban-renewal-measures')
    expect(renewal?.steps.at(-1)?.stage).toBe('修订草案')
    expect(renewal?.cited.length).toBeGreaterThanOrEqual(3)
    for (const [doc, item] of renewal?.cited ?? [])
      expect(itemAt(doc, item).cites).toContainEqual({
        title: '澜州市城市更新实施办法',
        docNumber: '澜府规〔2023〕2号',
      })
  })

  test('some matters are put off and never heard of again', () => {
    expect(stories.vanished.length).toBeGreaterThanOrEqual(3)
    for (const { policy, steps } of stories.vanished) {
      const last = steps.at(-1)
      expect(itemAt(last?.doc ?? '', last?.item ?? 0).decisions[0]?.outcome).toBe('deferred')
      expect(stories.identity.policies.filter(([, , , id]) => id === policy)).toHaveLength(steps.length)
    }
  })

  test('yearly editions carry their year in the title', () => {
    expect(stories.yearly.length).toBeGreaterThanOrEqual(20)
    expect(stories.yearly.filter(({ editions }) => editions.length === 3).length).toBeGreaterThanOrEqual(20)
    for (const { editions } of stories.yearly)
      for (const { doc, item, title, edition } of editions) {
        expect(titles(doc, item)).toContain(title)
        expect(title).toContain(String(edition))
      }
  })

  test('duties have their day; some are reported on in time, some never', () => {
    const { kept, silent } = stories.duties
    expect(kept).toHaveLength(4)
    expect(silent).toHaveLength(4)
    for (const { doc, item, body, what, deadline } of [...kept, ...silent])
      expect(
        itemAt(doc, item).tasks.some(
          (task) => task.lead.includes(body) && task.deadline === deadline && task.quote.includes(what),
        ),
      ).toBe(true)
    for (const { reported, body } of kept)
      expect(itemAt(reported?.[0] ?? '', reported?.[1] ?? 0).bodies).toContain(body)
  })

  test('some pairs act together far more than chance, some never do though both are busy', () => {
    const ids = new Map(
      Object.entries(stories.identity.bodies).flatMap(([id, forms]) => forms.map((form) => [form, id] as const)),
    )
    const acting = [...golds.values()].flatMap(({ items }) =>
      items.map(
        ({ decisions, tasks }) =>
          new Set(
            [...decisions, ...tasks].flatMap((one) =>
              [...one.lead, ...one.joint, ...one.cooperating].map((form) => ids.get(form)),
            ),
          ),
      ),
    )
    const count = (a: string, b: string) => acting.filter((set) => set.has(a) && set.has(b)).length
    for (const { a, b, together, expected } of stories.pairs.together) {
      expect(count(a, b)).toBe(together)
      expect(together).toBeGreaterThan(2 * expected)
    }
    for (const { a, b, expected } of stories.pairs.never) {
      expect(count(a, b)).toBe(0)
      expect(expected).toBeGreaterThan(1.5)
    }
  })

  test('meetings are missing, and nothing else', () => {
    const ordinals = [...golds.values()].map(({ meeting }) => meeting.ordinal)
    expect([...ordinals, ...stories.missingOrdinals].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, at) => 38 + at),
    )
  })

  test('a reformed body is printed under its new name and no longer under the old one', () => {
    for (const { names } of stories.reforms)
      for (const { form, inRollsOf } of names) {
        const seen = stems.filter((stem) => golds.get(stem)?.attendance.some(({ body }) => body === form))
        expect(seen.sort()).toEqual([...inRollsOf].sort())
        expect(inRollsOf.length).toBeGreaterThan(0)
      }
  })
})

describe('the truth about people', () => {
  const mentions = Object.entries(stories.identity.mentions)

  test('has a person for every mention, under the name that is printed', () => {
    expect(mentions.map(([doc]) => doc).sort()).toEqual([...stems].sort())
    for (const [doc, { chair, attendance }] of mentions) {
      const gold = golds.get(doc)
      expect(attendance.split(' ').map((id) => stories.identity.people[id])).toEqual(
        gold?.attendance.map(({ person }) => person),
      )
      expect(stories.identity.people[chair]).toBe(gold?.meeting.chair.name)
    }
  })

  test('knows namesakes who sat in one room, and namesakes who never met', () => {
    for (const { people } of stories.namesakes) expect(people.length).toBeGreaterThan(1)
    expect(stories.namesakes.some(({ together }) => together.length > 1)).toBe(true)
    expect(stories.namesakes.some(({ together }) => together.length === 0)).toBe(true)
  })

  test('knows who moved, with both seats changing hands', () => {
    const seen = stories.moves.filter(({ lastSeen, firstSeen }) => lastSeen && firstSeen)
    expect(seen.length).toBeGreaterThanOrEqual(8)
    for (const { lastSeen, firstSeen, predecessor, successor } of seen) {
      expect((lastSeen ?? '') < (firstSeen ?? '')).toBe(true)
      expect(predecessor).not.toBeNull()
      expect(successor).not.toBeNull()
    }
  })

  test('has a mayor who is 代市长 first, and a deputy who chairs for the mayor', () => {
    expect(stories.chairs.filter(({ acting }) => acting).length).toBeGreaterThan(1)
    expect(stories.chairs.filter(({ onBehalfOf }) => onBehalfOf)).toHaveLength(3)
  })
})
