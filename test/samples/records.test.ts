import { describe, expect, test } from 'vitest'
import { goldOf, plain, stems, textOf } from './corpus.ts'

describe.each(stems)('the gold record of %s', (stem) => {
  const gold = goldOf(stem)
  const text = plain(textOf(stem))

  test('has every quote in the text, and every lead in its quote', () => {
    for (const { decisions, tasks } of gold.items)
      for (const { quote, lead } of [...decisions, ...tasks]) {
        expect(text).toContain(plain(quote))
        for (const body of lead) expect(quote).toContain(body)
      }
  })

  test('has every heading, policy, citation and body in the text', () => {
    for (const { heading, policies, cites, bodies } of gold.items)
      for (const words of [heading, ...[...policies, ...cites].map(({ title }) => `《${title}`), ...bodies])
        expect(text).toContain(plain(words))
  })

  test('has every attendee and every body of the roll in the text', () => {
    for (const { person, body } of gold.attendance) {
      expect(text).toContain(person)
      if (body) expect(text).toContain(body)
    }
    for (const { body } of gold.representatives) expect(text).toContain(body)
    expect(gold.attendance.length).toBeGreaterThan(50)
  })

  test('counts its items from 1 and gives each at least one decision', () => {
    expect(gold.items.map(({ seq }) => seq)).toEqual(gold.items.map((_, at) => at + 1))
    for (const item of gold.items) expect(item.decisions.length).toBeGreaterThan(0)
  })

  test('names in its items every body that it gives something to do', () => {
    for (const { bodies, decisions, tasks } of gold.items)
      for (const { lead, joint, cooperating } of [...decisions, ...tasks])
        expect(bodies).toEqual(expect.arrayContaining([...lead, ...joint, ...cooperating]))
  })
})

test('no sentence of prose stands twice in one document', () => {
  for (const stem of stems) {
    const sentences = plain(textOf(stem))
      .split('。')
      .filter((sentence) => sentence.length > 25)
    expect(new Set(sentences).size, stem).toBe(sentences.length)
  }
})
