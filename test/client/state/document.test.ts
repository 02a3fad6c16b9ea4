import { describe, expect, test } from 'vitest'
import { countMarks, entityMarks, findForm } from '../../../client/state/document-marks.ts'
import { partAt, rollPieces, spansOfPart, withGaps } from '../../../client/state/document-parts.ts'
import type { Block } from '../../../model/record.ts'
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

const spanOf = (text: string, words: string): [number, number] => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`${words} is not in the text`)
  return [start, start + words.length]
}
const read = (text: string, marks: { start: number; end: number; kind: string }[]) =>
  marks.map(({ start, end, kind }) => [kind, text.slice(start, end).replace(/\s/g, '')])

describe('names in the text', () => {
  test('a title is marked with its brackets, wherever it stands', () => {
    const text = '审议《停车办法》。原则同意《停车办法》。'
    const plan = policy('停车办法')
    const fact = considers({ from: item(1), to: plan, at: [spanOf(text, '停车办法')] })
    expect(read(text, entityMarks({ id: DOCUMENT, text, facts: [fact], nodes: [item(1), plan] }))).toEqual([
      ['policy', '《停车办法》'],
      ['policy', '《停车办法》'],
    ])
  })

  test('a sentence that is evidence is not a name: only the body in it is', () => {
    const text = '由市司法局根据意见修改完善。'
    const justice = department('市司法局')
    const decision = item(1)
    const facts = [leads({ from: justice, to: decision, at: [[0, text.length]] })]
    expect(read(text, entityMarks({ id: DOCUMENT, text, facts, nodes: [justice, decision] }))).toEqual([
      ['department', '市司法局'],
    ])
  })

  test('a name broken over two lines of a roll is found', () => {
    const text = '市资源规划\n局黄 戟'
    expect(findForm(text, '市资源规划局', { start: 0, end: text.length })).toEqual({ start: 0, end: 7 })
    expect(findForm(text, '黄戟', { start: 0, end: text.length })).toEqual({ start: 7, end: 10 })
    expect(findForm(text, '黄', { start: 0, end: 5 })).toBeNull()
  })

  test('one entry of a roll marks its body and its person once each', () => {
    const text = '列席：市司法局\n王侃'
    const body = department('市司法局')
    const who = person('王侃', '市司法局')
    const held = meeting('m', null)
    const at: [number, number][] = [[3, text.length]]
    const facts = [
      attended({ from: who, to: held, at, role: 'observer', as: '市司法局' }),
      represented({ from: body, to: held, at }),
    ]
    const marks = entityMarks({ id: DOCUMENT, text, facts, nodes: [body, who, held] })
    expect(read(text, marks)).toEqual([
      ['department', '市司法局'],
      ['person', '王侃'],
    ])
    expect(countMarks(marks)).toEqual({ department: 1, policy: 0, person: 1, district: 0 })
  })

  test('evidence in another document marks nothing here', () => {
    const body = department('市司法局')
    const fact = mentions({ from: item(1), to: body, at: [[0, 4]], document: 'other' })
    expect(entityMarks({ id: DOCUMENT, text: '市司法局', facts: [fact], nodes: [body] })).toEqual([])
  })
})

describe('parts of a document', () => {
  const block = (kind: Block['kind'], start: number, end: number, seq: number | null = null): Block => ({
    kind,
    item: seq,
    span: { start, end },
  })

  test('text that no block covers is shown as unread, line breaks are not', () => {
    const text = '标题\n漏掉的话\n正文'
    const blocks = withGaps({ text, blocks: [block('heading', 0, 2, 1), block('paragraph', 8, 10, 1)] })
    expect(blocks.map(({ kind, span }) => [kind, text.slice(span.start, span.end).trim()])).toEqual([
      ['heading', '标题'],
      ['unread', '漏掉的话'],
      ['paragraph', '正文'],
    ])
  })

  test('a document without blocks is unread as a whole', () => {
    expect(withGaps({ text: '全文', blocks: [] })).toEqual([{ kind: 'unread', item: null, span: { start: 0, end: 2 } }])
  })

  test('an item is its heading and its paragraphs, a roll is the roll', () => {
    const blocks = [
      block('opening', 0, 5),
      block('heading', 6, 9, 1),
      block('paragraph', 10, 20, 1),
      block('roll', 21, 30),
    ]
    expect(spansOfPart(blocks, { is: 'item', seq: 1 })).toEqual([
      { start: 6, end: 9 },
      { start: 10, end: 20 },
    ])
    expect(partAt(blocks, 12)).toEqual({ is: 'item', seq: 1 })
    expect(partAt(blocks, 25)).toEqual({ is: 'roll' })
    expect(partAt(blocks, 2)).toEqual({ is: 'head' })
  })

  test('a roll is parted by its entries; its line breaks are gone, and no other character', () => {
    const text = '列席：市司法局\n王侃 市发改委凌鸣、夏文'
    const entries = [
      { start: 3, end: 10 },
      { start: 11, end: 17 },
      { start: 18, end: 20 },
    ]
    const pieces = rollPieces(text, { start: 0, end: text.length }, entries)
    const words = pieces.map(({ is, spans }) => [is, spans.map(({ start, end }) => text.slice(start, end)).join('')])
    expect(words).toEqual([
      ['label', '列席：'],
      ['entry', '市司法局王侃'],
      ['entry', '市发改委凌鸣'],
      ['text', '、'],
      ['entry', '夏文'],
    ])
    expect(words.map(([, piece]) => piece).join('')).toBe(text.replace(/\s/g, ''))
  })

  test('an entry that reaches out of its roll is left to its words', () => {
    const text = '出席：王翔'
    expect(rollPieces(text, { start: 0, end: 4 }, [{ start: 3, end: 5 }]).map(({ is }) => is)).toEqual([
      'label',
      'text',
    ])
  })
})
