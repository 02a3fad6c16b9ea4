import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceAt } from '../../model/sentence.ts'

const TEXT = '一、审议《甲办法》\n（一）原则同意《甲办法》。由市司法局完善后印发。\n“要快！”各地要落实。'
const around = (words: string) => {
  const start = TEXT.indexOf(words)
  const { start: from, end } = sentenceAt(TEXT, { start, end: start + words.length })
  return TEXT.slice(from, end)
}

describe('the sentence around a span', () => {
  test.each([
    ['市司法局', '由市司法局完善后印发。'],
    ['甲办法》\n', '一、审议《甲办法》\n'],
    ['原则同意《甲办法》。', '（一）原则同意《甲办法》。'],
    ['同意《甲办法》。由市司法局', '（一）原则同意《甲办法》。由市司法局完善后印发。'],
    ['要快', '“要快！”'],
    ['各地', '各地要落实。'],
  ])('%s', (words, sentence) => expect(around(words)).toBe(sentence))

  test('holds the span, and stays inside the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('市', '。', '\n', '”', '，')), fc.nat(), fc.nat(), (signs, a, b) => {
        const text = signs.join('')
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
        const sentence = sentenceAt(text, { start, end })
        expect(sentence.start).toBeLessThanOrEqual(start)
        expect(sentence.end).toBeGreaterThanOrEqual(end)
        expect(sentence.start).toBeGreaterThanOrEqual(0)
        expect(sentence.end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
