import { createHash } from 'node:crypto'
import type { RawInput } from './serve.ts'

const textIn = (value: unknown, name: string): string | null => {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof found === 'string' && found !== '' ? found : null
}

/** An id begins with its jurisdiction, that of an edge behind its type; `null` for what is no id. */
export const jurisdictionIn = (id: string): string | null => {
  const node = /^[A-Z_]+\|/.test(id) ? id.slice(id.indexOf('|') + 1) : id
  const end = node.indexOf('/')
  return end > 0 ? node.slice(0, end) : null
}

/** The jurisdictions that are asked: the one that is named, or those in which the ids lie. None where the question is of all of them. */
export const jurisdictionsAsked = ({ params, query, body }: RawInput): string[] => {
  const named = textIn(query, 'jurisdiction') ?? textIn(body, 'jurisdiction')
  if (named !== null) return [named]
  const ids = [textIn(params, 'id'), ...['from', 'to', 'node', 'edge'].map((name) => textIn(query, name))]
  return [...new Set(ids.flatMap((id) => (id === null ? [] : (jurisdictionIn(id) ?? []))))]
}

/**
 * Names an answer by all that it depends on: the data version, the program, and what was asked. Weak, since the bytes depend
 * on compression. Begins with the six digits of the data version that people are shown.
 */
export const entityTag = (version: string, program: string, asked: string): string => {
  const rest = createHash('sha256').update(`${version}\n${program}\n${asked}`).digest('base64url').slice(0, 16)
  return `W/"${version.slice(0, 6)}-${rest}"`
}
