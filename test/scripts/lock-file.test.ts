import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { missingEntries, readLock } from '../../scripts/lock-file.ts'

const wants = (path: string, name: string) => ({
  [path]: { version: '1.0.0', optionalDependencies: { [name]: '1.0.0' } },
})

test('an optional package without an entry is missing', () => {
  expect(missingEntries({ packages: wants('node_modules/a', 'a-darwin-arm64') })).toMatchObject([
    { place: 'node_modules/a-darwin-arm64', version: '1.0.0' },
  ])
})

test('an entry beside the package that wants it, or above it, is found', () => {
  const nested = { 'node_modules/a/node_modules/a-linux-x64': { version: '1.0.0' } }
  expect(missingEntries({ packages: { ...wants('node_modules/a', 'a-linux-x64'), ...nested } })).toEqual([])
  const above = { 'node_modules/b-linux-x64': { version: '1.0.0' } }
  expect(missingEntries({ packages: { ...wants('node_modules/a/node_modules/b', 'b-linux-x64'), ...above } })).toEqual(
    [],
  )
})

test('the lock file of this project is complete, so that npm ci takes it', () => {
  expect(missingEntries(readLock(fileURLToPath(new URL('../../package-lock.json', import.meta.url))))).toEqual([])
})
