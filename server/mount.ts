import { once } from 'node:events'
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import type { Endpoint, FailedLine, Problem } from '../model/api/endpoint.ts'
import { entityTag, jurisdictionAsked } from './entity-tag.ts'
import { AppError } from './errors.ts'
import { type AsyncHandler, inTime, onBehalf } from './in-time.ts'
import { type Answer, FileReply, type RawInput, type Route } from './serve.ts'

export type MountOptions = {
  /** Hash of the data version of a jurisdiction, `null` for an unknown one. */
  versionOf: (jurisdiction: string) => Promise<string | null>
  /** What else an answer depends on: the version of the program. */
  program: string
  /** How long a question may take, in milliseconds. What writes is not cut off, as it may be done all the same. */
  patience: number
  /** Refuses who may not write. */
  mayWrite: RequestHandler
  /** What is told of an error, which is logged as well where it is one of ours. */
  problemOf: (error: unknown, request: Request) => Problem
}

const LARGEST_BODY = 1024 * 1024

export const mediaTypesOf = ({ lines, exports }: Endpoint): string[] =>
  lines ? ['application/x-ndjson'] : ['application/json', ...exports]

/** Problem details are JSON as well, and may be all that a client can read of a refusal. */
const acceptable =
  (contract: Endpoint): RequestHandler =>
  (request, _response, next) => {
    const types = mediaTypesOf(contract)
    if (!request.accepts(types)) throw new AppError('not-acceptable', `This is to be had as ${types.join(', ')}.`)
    next()
  }

export const hasBody = ({ body }: Endpoint): boolean => !(body instanceof z.ZodUndefined)

const sentAs =
  (type: string): RequestHandler =>
  (request, _response, next) => {
    // `null` is a request without a body, of which the contract will say what it misses.
    if (request.is(type) === false) throw new AppError('wrong-type', `The body is read as ${type} only.`)
    next()
  }

/** Few bytes may unpack to very many, which no limit on what is sent would hold. */
const uncompressed: RequestHandler = (request, _response, next) => {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding.toLowerCase() !== 'identity')
    throw new AppError('wrong-type', `Files are read as they are, not packed as ${encoding}.`)
  next()
}

const bodyReaders = (contract: Endpoint): RequestHandler[] => {
  if (contract.files) return [sentAs('multipart/form-data'), uncompressed]
  if (!hasBody(contract)) return []
  return [sentAs('application/json'), express.json({ limit: LARGEST_BODY, strict: false })]
}

const originOf = (request: Request): string => `${request.protocol}://${request.headers.host ?? ''}`

const inputOf = (contract: Endpoint, request: Request): RawInput => ({
  params: { ...request.params },
  query: { ...request.query },
  origin: originOf(request),
  ...(hasBody(contract) ? { body: request.body as unknown } : {}),
})

const sendFile = (response: Response, { name, mediaType, content }: FileReply): void => {
  const plain = name.replaceAll(/[^\w.-]+/g, '_')
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  response.type(mediaType).send(content)
}

const answerData =
  (contract: Endpoint, { handle }: Extract<Answer, { is: 'data' }>, options: MountOptions): AsyncHandler =>
  async (request, response) => {
    const input = inputOf(contract, request)
    response.setHeader('Cache-Control', 'no-cache')
    const asked = contract.method === 'get' ? jurisdictionAsked(input) : null
    const before = asked === null ? null : await options.versionOf(asked)
    if (before !== null) {
      response.setHeader('ETag', entityTag(before, options.program, originOf(request) + request.originalUrl))
      if (request.fresh && request.headers['if-none-match'] !== '*') return void response.status(304).end()
    }
    const reply = await handle(input)
    // Somebody has written meanwhile: nobody knows of which version this answer is.
    if (asked !== null && (await options.versionOf(asked)) !== before) response.removeHeader('ETag')
    if (reply instanceof FileReply) sendFile(response, reply)
    else response.json(contract.reply.parse(reply))
  }

const answerLines =
  (contract: Endpoint, { handle }: Extract<Answer, { is: 'lines' }>, options: MountOptions): AsyncHandler =>
  async (request, response) => {
    const given = new AbortController()
    response.on('close', () => given.abort())
    const contentType = request.headers['content-type'] ?? ''
    const lines = await handle(inputOf(contract, request), { bytes: request, contentType, given: given.signal })
    // Not compressed: a line has to arrive when it is told, not when a block is full.
    response.setHeader('Cache-Control', 'no-store, no-transform')
    response.type('application/x-ndjson')
    try {
      for await (const line of lines) {
        if (given.signal.aborted) continue
        const room = response.write(`${JSON.stringify(contract.reply.parse(line))}\n`)
        if (!room) await Promise.race([once(response, 'drain'), once(response, 'close')])
      }
    } catch (error) {
      // The status is long sent.
      const failed: z.input<typeof FailedLine> = { is: 'failed', problem: options.problemOf(error, request) }
      response.write(`${JSON.stringify(failed)}\n`)
    }
    response.end()
  }

const otherMethods = (app: Express, routes: readonly Route[]): void => {
  const methods = new Map<string, string[]>()
  for (const { contract } of routes)
    methods.set(contract.path, [...(methods.get(contract.path) ?? []), contract.method.toUpperCase()])
  for (const [path, known] of methods) {
    const allow = [...new Set([...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].sort().join(', ')
    app.all(`/api${path}`, (request, response) => {
      response.setHeader('Allow', allow)
      if (request.method === 'OPTIONS') return void response.status(204).end()
      throw new AppError('wrong-method', `${request.path} does not know ${request.method}; it knows ${allow}.`)
    })
  }
}

/** Logs and metrics call a request by its contract, since a path is any text. */
const named =
  ({ name }: Endpoint): RequestHandler =>
  (_request, response, next) => {
    response.locals['contract'] = name
    next()
  }

/** Puts the routes below `/api`. A reply that breaks its own contract is our bug, and answered as one. */
export const mount = (app: Express, routes: readonly Route[], options: MountOptions): void => {
  for (const route of routes) {
    const { contract } = route
    const guards = contract.write ? [options.mayWrite] : []
    const answer = route.is === 'data' ? answerData(contract, route, options) : answerLines(contract, route, options)
    const bounded = contract.write || contract.lines ? onBehalf(answer) : inTime(options.patience, answer)
    const before = [named(contract), ...guards, acceptable(contract), ...bodyReaders(contract)]
    app[contract.method](`/api${contract.path}`, ...before, bounded)
  }
  // Behind all of them, since a path with a parameter may cover another one.
  otherMethods(app, routes)
}
