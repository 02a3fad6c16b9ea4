import type { Memory } from './preferences.ts'

const KEY = 'jiyao-write-token'

/** What the server printed behind the address of the page when it started; `null` when this tab was opened without. */
export const keptToken = (memory: Memory): string | null => memory.get(KEY)

/** Takes the token out of the address, where it would be seen and copied, and keeps it for as long as the tab is open. */
export const takeToken = (
  { hash, pathname, search }: Pick<Location, 'hash' | 'pathname' | 'search'>,
  memory: Memory,
  replace: (address: string) => void,
): void => {
  const token = new URLSearchParams(hash.slice(1)).get('token')
  if (token === null) return
  if (token) memory.set(KEY, token)
  replace(pathname + search)
}
