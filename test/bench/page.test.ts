import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { currentPage, pageOf } from '../../bench/page.ts'
import { REPORTS } from '../../bench/reports.ts'

const file = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

test('the page of all figures is made of the reports as they stand (npm run bench:page)', () => {
  expect(file('bench/README.md')).toBe(currentPage())
})

test('every report has its command', () => {
  for (const { name } of REPORTS) expect(file('package.json')).toContain(`"bench:${name}":`)
})

test('titles move down one level, other marks at the start of a line do not', () => {
  const list = [{ name: 'one', measures: 'm', against: 'a' }]
  const page = pageOf(list, new Map([['one', '# One\n\n## Part\n\n#5 is no title']]), 'Aims.')
  expect(page).toContain('## One\n\n### Part\n\n#5 is no title')
})

test('a report that was never run is named', () => {
  const list = [{ name: 'two', measures: 'm', against: 'a' }]
  expect(pageOf(list, new Map(), '')).toContain('## two\n\nNot run yet.')
})
