import { isDeepStrictEqual } from 'node:util'
import type { Endpoint } from '../model/api/endpoint.ts'

const asSent = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

/**
 * Throws where a reply breaks its contract, or holds what the contract does not name: what is sent is the same whether this is asked
 * or not. It can take as long as all the rest of the answer, so that it is left out where people wait.
 */
export const checkReply = ({ name, reply: schema }: Endpoint, reply: unknown): void => {
  const sent = asSent(reply)
  const named = asSent(schema.parse(reply))
  if (isDeepStrictEqual(sent, named)) return
  throw new Error(`the reply of ${name} holds what its contract does not name: ${difference(sent, named, '')}`)
}

const difference = (sent: unknown, named: unknown, path: string): string => {
  if (typeof sent !== 'object' || typeof named !== 'object' || sent === null || named === null) return path || 'all'
  for (const [key, value] of Object.entries(sent)) {
    const other: unknown = Reflect.get(named, key)
    if (!isDeepStrictEqual(value, other)) return difference(value, other, path ? `${path}.${key}` : key)
  }
  return path || 'all'
}
