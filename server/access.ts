import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { AppError } from './errors.ts'

/** Who may do what: reading is open to whoever reaches the server, writing asks for a token. */
export type Access = {
  /** `null` for a server that only reads. */
  token: string | null
  /** Names under which the server may be asked, `null` for any: on loopback a foreign name is another site's trick. */
  hosts: ReadonlySet<string> | null
}

export const READ_ONLY: Access = { token: null, hosts: null }

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

const bracketed = (host: string): string => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host)

export const isLoopback = (host: string): boolean =>
  LOOPBACK.includes(bracketed(host.toLowerCase())) || /^127(?:\.\d{1,3}){3}$/.test(host)

/** Names of a server that listens on `host`; `null` for any name when that is no loopback address. */
export const hostsOf = (host: string): ReadonlySet<string> | null =>
  isLoopback(host) ? new Set([...LOOPBACK, bracketed(host.toLowerCase())]) : null

/** Host names as the header of a request has them, in the spelling of an address; `null` for none. */
const addressed = (host: string | undefined): URL | null => {
  const address = `http://${host ?? ''}`
  return URL.canParse(address) ? new URL(address) : null
}

/** A page of another site whose name was turned to this machine (DNS rebinding) still sends its own name. */
export const checkHost =
  ({ hosts }: Access): RequestHandler =>
  (request, _response, next) => {
    const { host } = request.headers
    const name = addressed(host)?.hostname
    if (hosts !== null && (name === undefined || !hosts.has(name)))
      throw new AppError(
        'forbidden',
        `This server answers to ${[...hosts].join(', ')} only, not to “${host ?? ''}”. To serve under another name, set HOST.`,
      )
    next()
  }

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const isForeign = (origin: string | undefined, host: string | undefined): boolean => {
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== addressed(host)?.host
}

/** Of equal length whatever was shown, so that the time taken tells nothing. */
export const showsToken = ({ headers }: Pick<Request, 'headers'>, token: string): boolean => {
  const shown = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1] ?? ''
  return timingSafeEqual(digest(shown), digest(token))
}

/** Refuses what another site sends, and whoever does not show the token. */
export const mayWrite =
  ({ token }: Access): RequestHandler =>
  (request, response, next) => {
    if (token === null) throw new AppError('forbidden', 'This server only reads: nothing can be written through it.')
    const { origin, host } = request.headers
    const site = request.headers['sec-fetch-site']
    if ((site !== undefined && site !== 'same-origin' && site !== 'none') || isForeign(origin, host))
      throw new AppError('forbidden', 'A page of another site may not write here.')
    if (!showsToken(request, token)) {
      response.setHeader('WWW-Authenticate', 'Bearer realm="jiyao"')
      throw new AppError(
        'no-token',
        'Writing asks for the header “Authorization: Bearer TOKEN”; the server prints the address of its page with the token when it starts, or the token stands in WRITE_TOKEN.',
      )
    }
    next()
  }
