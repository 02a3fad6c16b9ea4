import { describe, expect, test } from 'vitest'
import { fromLines, newEvents, toLines } from '../../../ingest/curation/event-lines.ts'
import { body, event } from './event-builder.ts'

const rename = (name: string) => event({ do: 'rename', mention: body('市财政局'), name })

describe('events as lines', () => {
  test('come back as they were, sorted', () => {
    const [a, b] = [rename('甲'), rename('乙')]
    expect(fromLines(toLines([b, a])).map((one) => one.event)).toEqual([a, b])
  })
  test('empty lines count, and a line that is no JSON is named by its number', () => {
    expect(() => fromLines(`${toLines([rename('甲')])}\n{`)).toThrow(/^line 3: no JSON/)
  })
  test('a line that is no event says where it is wrong', () => {
    const wrong = JSON.stringify({ ...rename('甲'), by: '' })
    expect(() => fromLines(`\uFEFF${toLines([rename('甲')])}${wrong}`)).toThrow(/^line 2: no event of curation: by:/)
  })
  test('of a known id are left out, and refused where they say something else', () => {
    const [a, b] = [rename('甲'), rename('乙')]
    expect(newEvents(fromLines(toLines([a, b])), [a])).toEqual([b])
    expect(newEvents(fromLines(toLines([a]) + toLines([a])), [])).toEqual([a])
    const other = { ...a, by: '苏' }
    expect(() => newEvents(fromLines(toLines([b, other])), [a])).toThrow(
      `event ${a.id} is known and says something else`,
    )
  })
})
