import { expect, test } from 'vitest'
import { groupHits, splitMatch, targetOf, targetOfHit } from '../../../client/state/search-results.ts'
import { department, item, meeting, policy } from '../graph-builders.ts'

const hit = (node: ReturnType<typeof department | typeof policy | typeof item>) => ({
  node,
  form: node.label,
  matched: null,
  match: 'name' as const,
  where: null,
})

test('hits stand by kind, kinds by their best hit', () => {
  const hits = [hit(policy('甲')), hit(department('乙')), hit(policy('丙'))]
  expect(groupHits(hits).map(({ kind, hits: group }) => [kind, group.map(({ form }) => form).join('')])).toEqual([
    ['policy', '甲丙'],
    ['department', '乙'],
  ])
})

test('what is read opens in the reader, what acts has a page', () => {
  expect(targetOf(meeting('m', null)).path).toMatch(/^\/meetings\//)
  expect(targetOf(item(3))).toMatchObject({ path: expect.stringMatching(/^\/meetings\//), changes: { item: 3 } })
  expect(targetOf(department('市司法局')).path).toMatch(/^\/nodes\//)
})

test('the matching part is parted from what is around it', () => {
  expect(splitMatch('市司法局', { start: 1, end: 3 })).toEqual(['市', '司法', '局'])
  expect(splitMatch('市司法局', null)).toEqual(['市司法局', '', ''])
})

test('words in the minutes stand apart from names, and open where they are read', () => {
  const where = { document: 'd', start: 5, end: 7, item: 3 }
  const words = { node: meeting('m', null), form: '会议指出', matched: null, match: 'text' as const, where }
  expect(groupHits([hit(policy('甲')), words]).map(({ kind }) => kind)).toEqual(['policy', 'text'])
  expect(targetOfHit(words)).toMatchObject({ changes: { document: 'd', item: 3 } })
  expect(targetOfHit(hit(policy('甲'))).changes).toEqual({})
})
