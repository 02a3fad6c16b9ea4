import { describe, expect, test } from 'vitest'
import { bigrams, foldForSearch, matchedSpan } from '../../store/fold.ts'

test('bigrams are the pairs of neighbours and the last character', () => {
  expect(bigrams('市政府')).toBe('市政 政府 府')
  expect(bigrams('市')).toBe('市')
  expect(bigrams('𬭼伟')).toBe('𬭼伟 伟')
})

test('folding leaves width, case, white space and the shape of quotes out of account', () => {
  expect(foldForSearch('ＧＤＰ “３３１”　专班（甲）')).toBe('gdp"331"专班(甲)')
  expect(foldForSearch('阿不都•艾力')).toBe(foldForSearch('阿不都·艾力'))
})

describe('the span that matched', () => {
  const words = (form: string, query: string) => {
    const span = matchedSpan(form, query)
    return span && form.slice(span.start, span.end)
  }
  test.each([
    ['市政府办公室', '政府', '政府'],
    ['市“331”专班', '"331"专', '“331”专'],
    ['行动 2020 方案', '动2020', '动 2020'],
    ['𬭼伟业', '伟', '伟'],
    ['姓𬭼', '𬭼', '𬭼'],
    ['㎏数', 'kg', '㎏'],
  ])('in %s for %s is %s', (form, query, expected) => expect(words(form, query)).toBe(expected))
  test('is null when there is none', () => {
    expect(words('市政府', '市府')).toBeNull()
    expect(words('市政府', ' ')).toBeNull()
  })
})
