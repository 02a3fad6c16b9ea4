import { describe, expect, test } from 'vitest'
import { flatQuote, sentenceParts } from '../../../client/state/citation.ts'
import { cutDrawing } from '../../../client/state/drawing.ts'
import { excerpt, factsIn, factsOfNode, factsOfSentence, isRollFact } from '../../../client/state/facts.ts'
import {
  attended,
  considers,
  DOCUMENT,
  department,
  item,
  leads,
  meeting,
  mentions,
  person,
  policy,
  represented,
} from '../graph-builders.ts'

const one = item(1)
const justice = department('市司法局')
const plan = policy('停车办法')

describe('facts', () => {
  test('facts of a stretch are those whose evidence touches it, weightiest first', () => {
    const named = mentions({ from: one, to: justice, at: [[12, 16]] })
    const considered = considers({ from: one, to: plan, at: [[2, 6]] })
    const led = leads({ from: justice, to: one, at: [[10, 20]] })
    const far = mentions({ from: item(2), to: justice, at: [[40, 44]] })
    expect(factsIn([named, far, led, considered], DOCUMENT, [{ start: 0, end: 30 }])).toEqual([considered, led, named])
    expect(factsIn([far], DOCUMENT, [{ start: 44, end: 50 }])).toEqual([])
  })

  test('the sentence of a fact says all facts read in it', () => {
    const text = '原则同意。由市司法局牵头。市财政局另行研究。'
    const led = leads({ from: justice, to: one, at: [[5, 12]] })
    const named = mentions({ from: one, to: justice, at: [[6, 10]] })
    const other = mentions({ from: one, to: department('市财政局'), at: [[13, 17]] })
    expect(factsOfSentence([led, named, other], led, DOCUMENT, text)).toEqual([led, named])
  })

  test('facts of a node have it at either end', () => {
    const out = leads({ from: justice, to: one, at: [[0, 1]] })
    const into = mentions({ from: one, to: justice, at: [[0, 1]] })
    const neither = considers({ from: one, to: plan, at: [[0, 1]] })
    expect(factsOfNode([neither, into, out], justice.id)).toEqual([out, into])
  })

  test('who came is of the roll, what was decided is not', () => {
    expect(isRollFact(represented({ from: justice, to: meeting('m', null), at: [[0, 1]] }))).toBe(true)
    expect(isRollFact(leads({ from: justice, to: one, at: [[0, 1]] }))).toBe(false)
  })
})

describe('quotations', () => {
  test('a short quotation is whole, a long one says that it is cut', () => {
    expect(excerpt('由市司法局\n牵头', 20)).toBe('由市司法局牵头')
    expect(excerpt('一二三四五六七八九十', 6)).toBe('一二……九十')
  })

  test('a quotation has no line breaks', () => {
    expect(flatQuote('市资源规划\n局 黄戟')).toBe('市资源规划局黄戟')
  })

  test('the sentence is parted around the quoted words', () => {
    const text = '甲。由市司法局牵头。乙。'
    expect(sentenceParts(text, { start: 2, end: 10 }, { start: 3, end: 7 })).toEqual({
      before: '由',
      quote: '市司法局',
      after: '牵头。',
    })
  })

  test('a sentence that goes on for long is cut outside the quoted words only', () => {
    const text = `${'前'.repeat(300)}要点${'后'.repeat(300)}`
    const { before, quote, after } = sentenceParts(text, { start: 0, end: text.length }, { start: 300, end: 302 })
    expect(quote).toBe('要点')
    expect([before.startsWith('……'), after.endsWith('……')]).toEqual([true, true])
  })
})

describe('what is drawn', () => {
  test('below the limit everything is', () => {
    const edges = [leads({ from: justice, to: one, at: [[0, 1]] })]
    const drawn = cutDrawing({ nodes: [justice, one], edges }, 10)
    expect(drawn.nodes).toHaveLength(2)
    expect(drawn.edges).toEqual(edges)
  })

  test('of a roll, members come before observers, each in the order of the text, and every edge has both its ends', () => {
    const held = meeting('m', null)
    const people = ['甲', '乙', '丙', '丁'].map((name) => person(name, null))
    const edges = people.map((who, i) =>
      attended({ from: who, to: held, at: [[10 * i, 10 * i + 1]], role: i === 3 ? 'member' : 'observer', as: null }),
    )
    const drawn = cutDrawing({ nodes: [...people, held], edges }, 3)
    expect(drawn.nodes.map(({ label }) => label)).toEqual(['m', '丁', '甲'])
    const ids = new Set(drawn.nodes.map(({ id }) => id))
    expect(drawn.edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true)
    expect(drawn.edges).toHaveLength(2)
  })
})
