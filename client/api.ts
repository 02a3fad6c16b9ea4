import type { z } from 'zod'
import { type Endpoint, type ErrorCode, Problem, type RefusalReason } from '../model/api/endpoint.ts'
import { browserMemory } from './state/preferences.ts'
import { keptToken } from './state/write-token.ts'

export type FailureKind = 'offline' | 'unreadable' | ErrorCode

type FailureOptions = ErrorOptions & { reason?: RefusalReason | undefined }

/** A request that gave no usable reply; `requestId` finds it in the log of the server. */
export class RequestFailed extends Error {
  readonly kind: FailureKind
  readonly requestId: string | null
  /** Of a correction that was refused. */
  readonly reason: RefusalReason | null

  constructor(kind: FailureKind, message: string, requestId: string | null = null, options: FailureOptions = {}) {
    super(message, options)
    this.name = 'RequestFailed'
    this.kind = kind
    this.requestId = requestId
    this.reason = options.reason ?? null
  }
}

type Parameters = Record<string, string | number | boolean | null | undefined>

type Input<E extends Endpoint> = {
  params: z.input<E['params']>
  query: z.input<E['query']>
} & (undefined extends z.input<E['body']> ? { body?: undefined } : { body: z.input<E['body']> })

/** `undefined` and `null` in the query are left out. */
export const buildUrl = (path: string, params: Parameters, query: Parameters): string => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.set(name, String(value))
  }
  const text = search.toString()
  return `/api${filled}${text ? `?${text}` : ''}`
}

const readJson = async (response: Response): Promise<unknown> => {
  try {
    return await response.json()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RequestFailed('unreadable', `status ${response.status} without JSON`, null, { cause: error })
  }
}

const failure = async (response: Response): Promise<RequestFailed> => {
  const problem = Problem.safeParse(await readJson(response))
  return problem.success
    ? new RequestFailed(problem.data.code, problem.data.detail, problem.data.instance ?? null, {
        reason: problem.data.reason,
      })
    : new RequestFailed('unreadable', `status ${response.status} without problem details`)
}

const session = browserMemory(() => window.sessionStorage)

const headersOf = ({ write }: Endpoint, hasBody: boolean): Record<string, string> => {
  const token = write ? keptToken(session) : null
  return {
    accept: 'application/json',
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  }
}

const initOf = (endpoint: Endpoint, body: unknown, signal: AbortSignal | undefined): RequestInit => ({
  method: endpoint.method.toUpperCase(),
  headers: headersOf(endpoint, body !== undefined),
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  ...(signal ? { signal } : {}),
})

const send = async <E extends Endpoint>(endpoint: E, input: Input<E>, signal?: AbortSignal): Promise<Response> => {
  // The contracts' parameters are texts, numbers and flags; the generic type does not say so.
  const url = buildUrl(endpoint.path, input.params as Parameters, input.query as Parameters)
  let response: Response
  try {
    response = await fetch(url, initOf(endpoint, input.body, signal))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RequestFailed('offline', url, null, { cause: error })
  }
  if (!response.ok) throw await failure(response)
  return response
}

export type ReceivedFile = { name: string; content: Blob }

/** A reply as a file, under the name that the server gives it; `query` says in which format. Throws as `request` does. */
export const requestFile = async <E extends Endpoint>(endpoint: E, input: Input<E>): Promise<ReceivedFile> => {
  const response = await send(endpoint, input)
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  if (encoded === undefined) throw new RequestFailed('unreadable', `${endpoint.name} sent no file`)
  return { name: decodeURIComponent(encoded), content: await response.blob() }
}

/** Throws `RequestFailed`, and the browser's `AbortError` when `signal` fires. */
export const request = async <E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  signal?: AbortSignal,
): Promise<z.output<E['reply']>> => {
  const response = await send(endpoint, input, signal)
  const reply = endpoint.reply.safeParse(await readJson(response))
  // safeParse of the endpoint's own schema gives its output; the generic parameter hides that from the compiler.
  if (reply.success) return reply.data as z.output<E['reply']>
  throw new RequestFailed('unreadable', `${endpoint.name}: ${reply.error.message}`)
}
