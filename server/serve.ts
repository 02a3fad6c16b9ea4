import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Endpoint, Problem } from '../model/api/endpoint.ts'
import { AppError } from './errors.ts'
import { Export } from './exports/export-file.ts'
import type { Exported } from './exports/exported.ts'

type Part = 'params' | 'query' | 'body'
type Input<Contract extends Endpoint> = {
  params: z.output<Contract['params']>
  query: z.output<Contract['query']>
  body: z.output<Contract['body']>
}
/** As it came in, not yet looked at. */
export type RawInput = { params: unknown; query: unknown; body?: unknown }
/** Bytes as they arrive, and the type that they were sent as. */
export type Upload = { bytes: Readable; contentType: string; given: AbortSignal }

export type Answer =
  | { is: 'data'; handle: (input: RawInput) => Promise<unknown> }
  | { is: 'lines'; handle: (input: RawInput, upload: Upload) => Promise<AsyncIterable<unknown>> }
export type Route = { contract: Endpoint } & Answer

const issuesOf = (error: z.ZodError, where: Part): NonNullable<Problem['issues']> =>
  error.issues.map((issue) => ({ in: where, path: issue.path.join('.'), message: issue.message }))

const fail = (issues: NonNullable<Problem['issues']>): never => {
  throw new AppError('bad-input', issues.map((issue) => `${issue.path || issue.in}: ${issue.message}`).join('; '), {
    issues,
  })
}

// A NUL, or half of a surrogate pair: no printed text has them, and not every store can be asked with them.
const NO_TEXT = /[\0\p{Surrogate}]/u

/** Where in a value stands text that is none, as a path; `null` for nowhere. */
const brokenText = (value: unknown, path: string): string | null => {
  if (typeof value === 'string') return NO_TEXT.test(value) ? path : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const here = path ? `${path}.${key}` : key
    const found = NO_TEXT.test(key) ? path : brokenText(inner, here)
    if (found !== null) return found
  }
  return null
}

const parsePart = <Schema extends z.ZodType>(schema: Schema, value: unknown, where: Part): z.output<Schema> => {
  const result = schema.safeParse(value)
  if (!result.success) return fail(issuesOf(result.error, where))
  // Behind the schema, which bounds how deep it goes.
  const broken = brokenText(result.data, '')
  if (broken === null) return result.data
  return fail([{ in: where, path: broken, message: 'holds a NUL or half of a character: expected text' }])
}

const parseInput = <Contract extends Endpoint>(
  contract: Contract,
  { params, query, body }: RawInput,
): Input<Contract> =>
  // The cast is sound: each part was parsed by the contract's own schema; TypeScript does not follow that through the generic.
  ({
    params: parsePart(contract.params, params, 'params'),
    query: parsePart(contract.query, query, 'query'),
    body: parsePart(contract.body, body, 'body'),
  }) as Input<Contract>

/**
 * Binds a handler to its contract: it gets parsed input and returns data; it never sees a request or a response. `exported` says
 * what the reply is as a file, where the contract has `exports`.
 */
export const serve = <Contract extends Endpoint>(
  contract: Contract,
  handle: (input: Input<Contract>) => Promise<z.input<Contract['reply']>>,
  exported?: (reply: z.input<Contract['reply']>, input: Input<Contract>) => Exported,
) => ({
  contract,
  is: 'data' as const,
  handle: async (raw: RawInput): Promise<unknown> => {
    const input = parseInput(contract, raw)
    const reply = await handle(input)
    const format = contract.exports.find((one) => one === Reflect.get(input.query, 'format'))
    if (format === undefined || !exported) return reply
    return new Export(format, reply, exported(reply, input), input.query)
  },
})

/** The same for work that takes its time: the handler reads what is sent, and what it yields is sent line by line. */
export const serveLines = <Contract extends Endpoint>(
  contract: Contract,
  handle: (input: Input<Contract>, upload: Upload) => Promise<AsyncIterable<z.input<Contract['reply']>>>,
) => ({
  contract,
  is: 'lines' as const,
  handle: (input: RawInput, upload: Upload) => handle(parseInput(contract, input), upload),
})
