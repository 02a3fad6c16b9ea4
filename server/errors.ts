import type { ErrorCode, Problem } from '../model/api/endpoint.ts'
import { GivenUp } from '../store/asking.ts'
import { StaleBase, StoreUnavailable } from '../store/port.ts'

/** What is told beside the message. */
export type Beside = {
  issues?: Problem['issues']
  /** Of curation: those that stand against it. */
  events?: readonly string[] | undefined
  reason?: Problem['reason']
}

/** An answer that is an error: the code decides the status, the message is for the person who asked. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly beside: Beside
  constructor(code: ErrorCode, message: string, beside: Beside = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.beside = beside
  }
}

/** Throws: what was asked for does not exist. */
export const notFound = (what: string, id: string): never => {
  throw new AppError('not-found', `There is no ${what} “${id}”.`)
}

export const STATUS: Record<ErrorCode, number> = {
  'bad-input': 400,
  'no-token': 401,
  forbidden: 403,
  'not-found': 404,
  'wrong-method': 405,
  'not-acceptable': 406,
  conflict: 409,
  'too-large': 413,
  refused: 422,
  'wrong-type': 415,
  'too-many': 429,
  internal: 500,
  'store-down': 503,
  'too-slow': 504,
}
export const TITLE: Record<ErrorCode, string> = {
  'bad-input': 'The request does not fit the contract',
  'no-token': 'Writing asks for the token',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  'wrong-method': 'Not done that way',
  'not-acceptable': 'Not to be had in the form asked for',
  conflict: 'Something else stands against it',
  'too-large': 'Too much was sent',
  refused: 'It cannot be done with what there is',
  'wrong-type': 'Sent in a form that is not read here',
  'too-many': 'Too many requests',
  'store-down': 'The store does not answer',
  'too-slow': 'The answer takes too long',
  internal: 'Internal error',
}

const problem = (code: ErrorCode, detail: string, { issues, events, reason }: Beside = {}): Problem => ({
  type: 'about:blank',
  title: TITLE[code],
  status: STATUS[code],
  code,
  detail,
  ...(issues ? { issues } : {}),
  ...(events?.length ? { events: [...events] } : {}),
  ...(reason ? { reason } : {}),
})

const isBadRequest = (error: unknown): error is Error & { status: number } =>
  error instanceof Error &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status >= 400 &&
  error.status < 500

const CODE_OF: Readonly<Record<number, ErrorCode>> = { 404: 'not-found', 413: 'too-large', 415: 'wrong-type' }

/** Problem details (RFC 9457) of whatever was thrown. The cause of an internal error goes to the log alone. */
export const toProblem = (error: unknown): Problem => {
  if (error instanceof AppError) return problem(error.code, error.message, error.beside)
  if (error instanceof StaleBase) return problem('conflict', `${error.message}; try again`)
  if (error instanceof StoreUnavailable) return problem('store-down', error.message)
  if (error instanceof GivenUp) return problem('too-slow', 'The answer was given up.')
  if (isBadRequest(error)) return problem(CODE_OF[error.status] ?? 'bad-input', error.message)
  return problem('internal', 'The server made a mistake; its log says which.')
}
