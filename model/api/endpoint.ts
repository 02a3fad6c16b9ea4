/** One contract per endpoint, from which server and client both derive. */
import { z } from 'zod'
import type { ExportFormat } from './exports.ts'

/**
 * On what a reply rests: the graph of a jurisdiction or of all of them (`data`), that and what people decided (`curation`), or how the
 * server is at the moment (`now`), so that it is never kept.
 */
export type RestsOn = 'data' | 'curation' | 'now'

export type Method = 'get' | 'post' | 'put' | 'delete'

export type Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Reply extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> = {
  name: string
  method: Method
  /** Below `/api`, parameters as `:name`. */
  path: `/${string}`
  summary: string
  params: Params
  query: Query
  /** Of one line where the reply comes as `lines`. */
  reply: Reply
  /** Sent as JSON; `z.undefined()` for none. */
  body: Body
  /** It changes what is stored: it asks for the token, and refuses what another site sends. */
  write: boolean
  /** What may be sent as JSON, in bytes. */
  largest: number
  /** The reply is NDJSON, told as the work goes on. */
  lines: boolean
  /** What is sent is no JSON but files (`multipart/form-data`, in a field of any name). */
  files: boolean
  /** Files that `format` gives in place of the plain reply. */
  exports: readonly ExportFormat[]
  restsOn: RestsOn
}

const MEGABYTE = 1024 * 1024

/** Unknown query parameters are refused: a misspelt filter must not be answered as if it were not there. */
export const endpoint = <
  Params extends z.ZodRawShape,
  Query extends z.ZodRawShape,
  Reply extends z.ZodType,
  Body extends z.ZodType = z.ZodUndefined,
>(contract: {
  name: string
  method: Method
  path: `/${string}`
  summary: string
  params: Params
  query: Query
  reply: Reply
  body?: Body
  write?: boolean
  largest?: number
  lines?: boolean
  files?: boolean
  exports?: readonly ExportFormat[]
  restsOn?: RestsOn
}) => ({
  ...contract,
  params: z.strictObject(contract.params),
  query: z.strictObject(contract.query),
  // Where no body is given, `Body` is the type of `z.undefined()`; TypeScript does not follow a default that far.
  body: contract.body ?? (z.undefined() as unknown as Body),
  write: contract.write ?? false,
  largest: contract.largest ?? MEGABYTE,
  lines: contract.lines ?? false,
  files: contract.files ?? false,
  exports: contract.exports ?? [],
  restsOn: contract.restsOn ?? 'data',
})

export const Limit = (max: number, fallback: number) => z.coerce.number().int().min(1).max(max).default(fallback)

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Several of these words, parted by commas. */
export const Several = <const Word extends string>(words: readonly Word[]) => {
  const one = `(?:${words.map(literal).join('|')})`
  return z
    .string()
    .regex(new RegExp(`^${one}(?:,${one})*$`), `expected some of ${words.join(', ')}, parted by commas`)
    .transform((text) => words.filter((word) => text.split(',').includes(word)))
}

/** A list that may be cut off: it says how many there are and how many it shows. */
export const paged = <Row extends z.ZodType>(row: Row) =>
  z.object({
    total: z.int(),
    shown: z.int(),
    /** Give it back as `cursor` for what follows; `null` at the end. */
    next: z.string().nullable(),
    rows: z.array(row),
  })

export const ErrorCode = z.enum([
  'bad-input',
  'no-token',
  'forbidden',
  'not-found',
  'wrong-method',
  'not-acceptable',
  'conflict',
  'too-large',
  'refused',
  'wrong-type',
  'too-many',
  'store-down',
  'too-slow',
  'internal',
])
export type ErrorCode = z.infer<typeof ErrorCode>

/** Problem details, RFC 9457, with our code and, for bad input, what was wrong where. */
/** Why a correction is refused, as far as it can be said without the words of the one who asked. */
export const RefusalReason = z.enum([
  'kinds-differ',
  'same-mention',
  'unknown-event',
  'undone-already',
  'nobody-there',
  'name-nowhere',
  'said-already',
  'no-decision',
  'not-printed',
  'unknown-entry',
  'not-acceptable-entry',
  'written-since',
  'nothing-stored',
])
export type RefusalReason = z.infer<typeof RefusalReason>

export const Problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: ErrorCode,
  detail: z.string(),
  /** The id of the request, to be found in the log. */
  instance: z.string().optional(),
  issues: z
    .array(z.object({ in: z.enum(['params', 'query', 'body']), path: z.string(), message: z.string() }))
    .optional(),
  /** Events of curation that stand against it. */
  events: z.array(z.string()).optional(),
  /** Of a correction that is refused, where `detail` says nothing more. */
  reason: RefusalReason.optional(),
})
export type Problem = z.infer<typeof Problem>

/** The last line of a reply in lines that could not be told to its end; what was told before it holds. */
export const FailedLine = z.object({ is: z.literal('failed'), problem: Problem })
