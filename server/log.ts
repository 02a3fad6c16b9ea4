import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

const SECRET = /token|passw|secret|credential|auth|key|session/i
const HIDDEN = '(not shown)'

const nameOf = (part: string): string => {
  const name = part.split('=', 1)[0] ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    // What is no escape is read as it stands.
    return name
  }
}

/** The address as a log may show it: a secret that somebody puts into the query, where none belongs, does not stay there. */
export const shownUrl = (url: string): string => {
  const at = url.indexOf('?')
  if (at < 0) return url
  const parts = url.slice(at + 1).split('&')
  const shown = parts.map((part) => (SECRET.test(nameOf(part)) ? `${part.split('=', 1)[0]}=${HIDDEN}` : part))
  return `${url.slice(0, at)}?${shown.join('&')}`
}

/** Where secrets might stand in what is logged by whoever; pino puts words in their place. */
export const REDACTED = {
  paths: ['authorization', 'password', 'token', 'cookie'].flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]),
  censor: HIDDEN,
}

const WELL_FORMED = /^[A-Za-z0-9][\w.:-]{0,63}$/

/** That of whoever asked, where it is one that may stand in a log; else one of ours. */
export const requestId = ({ headers }: IncomingMessage): string => {
  const given = headers['x-request-id']
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID()
}

/** Gives every request its id, and writes a line for each when it has been answered. */
export const requestLog = (log: Logger): RequestHandler =>
  pinoHttp({
    logger: log,
    genReqId: (request, response) => {
      const id = requestId(request)
      response.setHeader('X-Request-Id', id)
      return id
    },
    customLogLevel: (_request, { statusCode }, error) =>
      statusCode < 503 && (error || statusCode >= 500) ? 'error' : 'debug',
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, url: shownUrl(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  })
