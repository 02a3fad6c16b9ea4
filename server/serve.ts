import type { Express } from 'express'
import { z } from 'zod'
import type { Endpoint, Problem } from '../model/api/endpoint.ts'
import { AppError } from './errors.ts'

type Input<Contract extends Endpoint> = { params: z.output<Contract['params']>; query: z.output<Contract['query']> }

export type Route = { contract: Endpoint; handle: (input: { params: unknown; query: unknown }) => Promise<unknown> }

const issuesOf = (error: z.ZodError, where: 'params' | 'query'): NonNullable<Problem['issues']> =>
  error.issues.map((issue) => ({ in: where, path: issue.path.join('.'), message: issue.message }))

const parseInput = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: 'params' | 'query',
): z.output<Schema> => {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = issuesOf(result.error, where)
  throw new AppError('bad-input', issues.map(({ path, message }) => `${path || where}: ${message}`).join('; '), issues)
}

/** Binds a handler to its contract: it gets parsed input and returns data; it never sees a request or a response. */
export const serve = <Contract extends Endpoint>(
  contract: Contract,
  handle: (input: Input<Contract>) => Promise<z.input<Contract['reply']>>,
): Route => ({
  contract,
  handle: ({ params, query }) =>
    handle({
      params: parseInput(contract.params, params, 'params'),
      query: parseInput(contract.query, query, 'query'),
    } as Input<Contract>),
  // The cast is sound: both parts were parsed by the contract's own schemas; TypeScript does not follow that through the generic.
})

/** Puts the routes below `/api`. A reply that breaks its own contract is our bug, and answered as one. */
export const mount = (app: Express, routes: readonly Route[]): void => {
  for (const { contract, handle } of routes)
    app[contract.method](`/api${contract.path}`, async (request, response) => {
      const reply = await handle({ params: { ...request.params }, query: { ...request.query } })
      response.json(contract.reply.parse(reply))
    })
}
