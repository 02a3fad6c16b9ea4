import type { ErrorCode, Problem } from '../model/api/endpoint.ts'
import { StoreUnavailable } from '../store/port.ts'

type Issue = NonNullable<Problem['issues']>[number]

/** An answer that is an error: the code decides the status, the message is for the person who asked. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly issues: Issue[] | undefined
  constructor(code: ErrorCode, message: string, issues?: Issue[]) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.issues = issues
  }
}

/** Throws: what was asked for does not exist. */
export const notFound = (what: string, id: string): never => {
  throw new AppError('not-found', `There is no ${what} “${id}”.`)
}

const STATUS: Record<ErrorCode, number> = { 'bad-input': 400, 'not-found': 404, 'store-down': 503, internal: 500 }
const TITLE: Record<ErrorCode, string> = {
  'bad-input': 'The request does not fit the contract',
  'not-found': 'Not found',
  'store-down': 'The store does not answer',
  internal: 'Internal error',
}

const problem = (code: ErrorCode, detail: string, issues?: Issue[]): Problem => ({
  type: 'about:blank',
  title: TITLE[code],
  status: STATUS[code],
  code,
  detail,
  ...(issues ? { issues } : {}),
})

const isBadRequest = (error: unknown): error is Error & { status: number } =>
  error instanceof Error &&
  'status' in error &&
  typeof error.status === 'number' &&
  error.status >= 400 &&
  error.status < 500

/** Problem details (RFC 9457) of whatever was thrown. The cause of an internal error goes to the log alone. */
export const toProblem = (error: unknown): Problem => {
  if (error instanceof AppError) return problem(error.code, error.message, error.issues)
  if (error instanceof StoreUnavailable) return problem('store-down', error.message)
  if (isBadRequest(error)) return problem('bad-input', error.message)
  return problem('internal', 'The server made a mistake; its log says which.')
}
