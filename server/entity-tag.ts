import { createHash } from 'node:crypto'
import type { RawInput } from './serve.ts'

const textIn = (value: unknown, name: string): string | null => {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof found === 'string' && found !== '' ? found : null
}

/** The jurisdiction that is asked: named in the query, or by the id, which begins with it (that of an edge behind its type). */
export const jurisdictionAsked = ({ params, query }: RawInput): string | null => {
  const named = textIn(query, 'jurisdiction')
  if (named !== null) return named
  const id = textIn(params, 'id')
  if (id === null) return null
  const node = /^[A-Z_]+\|/.test(id) ? id.slice(id.indexOf('|') + 1) : id
  const end = node.indexOf('/')
  return end > 0 ? node.slice(0, end) : null
}

/**
 * Names an answer by all that it depends on: the data version, the program, and what was asked. Weak, since the bytes depend
 * on compression. Begins with the six digits of the data version that people are shown.
 */
export const entityTag = (version: string, program: string, url: string): string => {
  const rest = createHash('sha256').update(`${version}\n${program}\n${url}`).digest('base64url').slice(0, 16)
  return `W/"${version.slice(0, 6)}-${rest}"`
}
