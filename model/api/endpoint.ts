/** One contract per endpoint, from which server and client both derive. */
import { z } from 'zod'

export type Endpoint<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Reply extends z.ZodType = z.ZodType,
> = {
  name: string
  method: 'get'
  /** Below `/api`, parameters as `:name`. */
  path: `/${string}`
  summary: string
  params: Params
  query: Query
  reply: Reply
}

/** Unknown query parameters are refused: a misspelt filter must not be answered as if it were not there. */
export const endpoint = <Params extends z.ZodRawShape, Query extends z.ZodRawShape, Reply extends z.ZodType>(contract: {
  name: string
  method: 'get'
  path: `/${string}`
  summary: string
  params: Params
  query: Query
  reply: Reply
}) => ({ ...contract, params: z.strictObject(contract.params), query: z.strictObject(contract.query) })

export const Limit = (max: number, fallback: number) => z.coerce.number().int().min(1).max(max).default(fallback)

/** A list that may be cut off: it says how many there are and how many it shows. */
export const paged = <Row extends z.ZodType>(row: Row) =>
  z.object({
    total: z.int(),
    shown: z.int(),
    /** Give it back as `cursor` for what follows; `null` at the end. */
    next: z.string().nullable(),
    rows: z.array(row),
  })

export const ErrorCode = z.enum(['bad-input', 'not-found', 'store-down', 'internal'])
export type ErrorCode = z.infer<typeof ErrorCode>

/** Problem details, RFC 9457, with our code and, for bad input, what was wrong where. */
export const Problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: ErrorCode,
  detail: z.string(),
  /** The id of the request, to be found in the log. */
  instance: z.string().optional(),
  issues: z.array(z.object({ in: z.enum(['params', 'query']), path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>
