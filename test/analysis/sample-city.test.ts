import { expect, test } from 'vitest'
import { backboneOf, coOccurrence } from '../../analysis/co-occurrence.ts'
import { bodiesBy } from '../../bench/city-incidence.ts'
import { readText, sampleCity } from '../../bench/documents.ts'
import { resolve } from '../../ingest/resolve/resolve.ts'
import { CIRCLES } from '../../scripts/samples/tables/pairs.ts'

test('of the bodies of the sample city those stand out that were made to act together, and to keep apart', () => {
  const sources = sampleCity().map((text, at) => ({ document: String(at).padStart(3, '0'), record: readText(text) }))
  const city = resolve({ id: '澜州市', issuer: '澜州市人民政府' }, sources)
  const { more, fewer } = backboneOf(coOccurrence(bodiesBy(city, 'item')), 0.1)
  const names = (pairs: typeof more) => pairs.map(({ a, b }) => [a, b].map((id) => id.split('/').at(-1)).join(' '))
  expect(names(more)).toEqual(
    expect.arrayContaining(['市水务局 市生态环境局', '市住建局 市资源规划局', '市民政局 市财政局']),
  )
  expect(names(fewer)).toContain('市公安局 市财政局')
  // Almost all that stands out are bodies of one field of work; chance alone adds one in ten at most.
  const made = names(more).filter((pair) =>
    CIRCLES.some((circle) => pair.split(' ').every((one) => circle.includes(one))),
  )
  expect(made.length).toBeGreaterThan(25)
  expect(more.length - made.length).toBeLessThan(8)
})
