import type { Memory } from './preferences.ts'

const KEY = 'jiyao-write-token'

/** What the server printed behind the address of the page when it started; `null` when this tab was opened without. */
export const keptToken = (memory: Memory): string | null => memory.get(KEY) || null

/** Keeps it for as long as the tab is open; an empty one is forgotten. */
export const keepToken = (token: string, memory: Memory): void => memory.set(KEY, token.trim())

/** The token in what somebody pastes: the bare token, or the whole address that the server printed. `null` for neither. */
export const tokenIn = (text: string): string | null => {
  const given = text.trim()
  const token = /#(?:.*&)?token=([^&\s]+)/.exec(given)?.[1] ?? given
  return /^\S{8,200}$/.test(token) && !token.includes('://') ? token : null
}

/** Takes the token out of the address, where it would be seen and copied, and keeps it for as long as the tab is open. */
export const takeToken = (
  { hash, pathname, search }: Pick<Location, 'hash' | 'pathname' | 'search'>,
  memory: Memory,
  replace: (address: string) => void,
): void => {
  const token = new URLSearchParams(hash.slice(1)).get('token')
  if (token === null) return
  if (token) keepToken(token, memory)
  replace(pathname + search)
}
