import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RULE_FILES } from '../../ingest/explain/rule-files.ts'

test('every file that an explanation names is there', () => {
  expect(RULE_FILES.filter(([, file]) => !existsSync(`ingest/${file}`))).toEqual([])
})

test('every rule is named, but for those that only serve others', () => {
  const named = new Set(RULE_FILES.map(([, file]) => file))
  const unnamed = readdirSync('ingest/parse/rules').filter((file) => !named.has(`parse/rules/${file}`))
  expect(unnamed.sort()).toEqual(['body-groups.ts', 'title-key.ts', 'unverbed-heading.ts'])
})
