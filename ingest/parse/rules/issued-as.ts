import type { Span } from '../../../model/record.ts'
import type { Mention } from '../bodies/mentions.ts'

const IN_NAME = /以(?<name>[^，。；：《》以]{2,24}?)(?:联合)?名义/u
const BY_ORDER = /以(?<name>[市县区州]政府)令/u

/** In whose name a document goes out: 以X名义, 由X印发, 以X令. */
export const issuedAs = (folded: string, { start, end }: Span, issuers: readonly Mention[]): Span | null => {
  const words = folded.slice(start, end)
  const named = IN_NAME.exec(words) ?? BY_ORDER.exec(words)
  const name = named?.groups?.name
  if (named && name) return { start: start + named.index + 1, end: start + named.index + 1 + name.length }
  const [first] = issuers
  const last = issuers.at(-1)
  return first && last ? { start: first.start, end: last.end } : null
}
