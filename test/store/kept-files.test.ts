import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../store/sqlite/schema.ts'

test('of every former schema a file that the program wrote then is kept, to be upgraded by the tests', () => {
  const versions = Array.from({ length: MIGRATIONS.length - 1 }, (_, at) => at + 1)
  expect(versions.length).toBeGreaterThan(0)
  const kept = (version: number) =>
    fileURLToPath(new URL(`../fixtures/store/version-${version}.sqlite`, import.meta.url))
  expect(versions.filter((version) => !existsSync(kept(version)))).toEqual([])
})
