import { expect, test } from 'vitest'
import type { Memory } from '../../../client/state/preferences.ts'
import { keptToken, takeToken } from '../../../client/state/write-token.ts'

const memory = (): Memory => {
  const kept = new Map<string, string>()
  return { get: (key) => kept.get(key) ?? null, set: (key, value) => void kept.set(key, value) }
}

test('the token is taken out of the address, the rest of which stays', () => {
  const kept = memory()
  const addresses: string[] = []
  takeToken({ hash: '#token=a-b_c', pathname: '/meetings', search: '?in=x' }, kept, (to) => addresses.push(to))
  expect(keptToken(kept)).toBe('a-b_c')
  expect(addresses).toEqual(['/meetings?in=x'])
})

test('an address without a token is left as it is, and the token that is kept too', () => {
  const kept = memory()
  kept.set('jiyao-write-token', 'before')
  takeToken({ hash: '#part', pathname: '/', search: '' }, kept, () => expect.unreachable())
  expect(keptToken(kept)).toBe('before')
})
