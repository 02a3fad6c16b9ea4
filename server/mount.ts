import { once } from 'node:events'
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import type { Endpoint, FailedLine, Problem, RestsOn } from '../model/api/endpoint.ts'
import { MEDIA_TYPES } from '../model/api/exports.ts'
import type { DataVersion } from '../model/graph.ts'
import { checkReply } from './check-reply.ts'
import { entityTag, jurisdictionsAsked } from './entity-tag.ts'
import { AppError } from './errors.ts'
import { Export, type ExportFile, exportFile } from './exports/export-file.ts'
import { type AsyncHandler, inTime, onBehalf } from './in-time.ts'
import type { Answer, RawInput, Route } from './serve.ts'

export type MountOptions = {
  /** The data version of a jurisdiction, `null` for an unknown one. */
  versionOf: (jurisdiction: string) => Promise<DataVersion | null>
  /** A text that is another whenever what such a reply rests on is; `null` where one of the jurisdictions is unknown. None stands for all. */
  stateOf: (jurisdictions: readonly string[], restsOn: Exclude<RestsOn, 'now'>) => Promise<string | null>
  /** What else an answer depends on: the version of the program. */
  program: string
  /** Each reply is held against its contract, and one that breaks it answered as an error of ours. */
  checkReplies: boolean
  now: () => Date
  /** How long a question may take, in milliseconds. What writes is not cut off, as it may be done all the same. */
  patience: number
  /** Refuses who may not write. */
  mayWrite: RequestHandler
  /** What is told of an error, which is logged as well where it is one of ours. */
  problemOf: (error: unknown, request: Request) => Problem
}

export const mediaTypesOf = ({ lines, exports }: Endpoint): string[] =>
  lines ? ['application/x-ndjson'] : [...new Set(['application/json', ...exports.map((format) => MEDIA_TYPES[format])])]

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
  return [sentAs('application/json'), express.json({ limit: contract.largest, strict: false })]
}

const originOf = (request: Request): string => `${request.protocol}://${request.headers.host ?? ''}`

/** The file that the header asks for, where the address does not say. */
const formatAccepted = ({ exports }: Endpoint, request: Request): { format?: string } => {
  if (exports.length === 0 || 'format' in request.query) return {}
  const type = request.accepts(['application/json', ...exports.map((format) => MEDIA_TYPES[format])])
  const format = exports.find((one) => MEDIA_TYPES[one] === type)
  return format === undefined || type === 'application/json' ? {} : { format }
}

const inputOf = (contract: Endpoint, request: Request): RawInput => ({
  params: { ...request.params },
  query: { ...request.query, ...formatAccepted(contract, request) },
  ...(hasBody(contract) ? { body: request.body as unknown } : {}),
})

const sendFile = (response: Response, { name, mediaType, content }: ExportFile): void => {
  const plain = name.replaceAll(/[^\w.-]+/g, '_')
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  response.type(mediaType).send(content)
}

const TRIES = 3

/** A file names the data version that it is made of: where somebody writes meanwhile, it is made again. */
const fileOf = async (
  ask: () => Promise<unknown>,
  jurisdiction: string,
  origin: string,
  { versionOf, now }: MountOptions,
): Promise<ExportFile> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const version = await versionOf(jurisdiction)
    const reply = await ask()
    if (!(reply instanceof Export)) throw new Error('what cannot be had as a file was asked for as one')
    const after = await versionOf(jurisdiction)
    if (version !== null && version.hash === after?.hash) return exportFile(reply, { version, origin, now: now() })
  }
  throw new AppError('conflict', 'The data changed each time the file was made; ask again.')
}

const formatIn = ({ query }: RawInput): string => String(Reflect.get(Object(query), 'format') ?? '')

/** Names what the answer will be; `null` where it cannot be named, since it is not to be kept or there is nothing to ask. */
const tagOf = async (
  contract: Endpoint,
  input: RawInput,
  url: string,
  options: MountOptions,
): Promise<string | null> => {
  if (contract.method !== 'get' || contract.restsOn === 'now') return null
  const state = await options.stateOf(jurisdictionsAsked(input), contract.restsOn)
  return state === null ? null : entityTag(state, options.program, `${url}\n${formatIn(input)}`)
}

const answerData =
  (contract: Endpoint, { handle }: Extract<Answer, { is: 'data' }>, options: MountOptions): AsyncHandler =>
  async (request, response) => {
    const input = inputOf(contract, request)
    const origin = originOf(request)
    response.setHeader('Cache-Control', contract.restsOn === 'now' ? 'no-store' : 'no-cache')
    if (contract.exports.length > 0) response.vary('Accept')
    const tag = await tagOf(contract, input, origin + request.originalUrl, options)
    if (tag !== null) {
      response.setHeader('ETag', tag)
      if (request.fresh && request.headers['if-none-match'] !== '*') return void response.status(304).end()
    }
    const ask = async (): Promise<unknown> => {
      const reply = await handle(input)
      if (options.checkReplies) checkReply(contract, reply instanceof Export ? reply.reply : reply)
      return reply
    }
    const [jurisdiction] = jurisdictionsAsked(input)
    if (contract.exports.length > 0 && formatIn(input) && jurisdiction !== undefined)
      return sendFile(response, await fileOf(ask, jurisdiction, origin, options))
    const reply = await ask()
    // Somebody has written meanwhile: nobody knows of which version this answer is.
    if (tag !== null && (await tagOf(contract, input, origin + request.originalUrl, options)) !== tag)
      response.removeHeader('ETag')
    response.json(reply)
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
        if (options.checkReplies) checkReply(contract, line)
        const room = response.write(`${JSON.stringify(line)}\n`)
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
    const bounded = contract.write ? onBehalf(answer) : inTime(options.patience, answer)
    const before = [named(contract), ...guards, acceptable(contract), ...bodyReaders(contract)]
    app[contract.method](`/api${contract.path}`, ...before, bounded)
  }
  // Behind all of them, since a path with a parameter may cover another one.
  otherMethods(app, routes)
}
