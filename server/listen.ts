import { createServer, type Server } from 'node:http'
import type { Express } from 'express'

/** The server cannot listen; the message says where, why, and what to do. */
export class CannotListen extends Error {
  constructor(message: string, options: ErrorOptions) {
    super(message, options)
    this.name = 'CannotListen'
  }
}

const REASONS: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) =>
    `port ${port} on ${host} is taken by another program; stop that one, or set PORT (0 takes a free one)`,
  EACCES: (_host, port) => `this user may not listen on port ${port}; set PORT to one above 1023`,
  EADDRNOTAVAIL: (host) => `this machine has no address ${host}; set HOST to one that it has`,
  ENOTFOUND: (host) => `the name ${host} is not known; set HOST to an address of this machine`,
}

const addressOf = (server: Server, host: string): string => {
  const bound = server.address()
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** What one connection may take; times in milliseconds. */
export type ConnectionLimits = {
  /** For the head of a request, and for all of it with what is uploaded. */
  headers: number
  request: number
  /** Between two requests. */
  idle: number
  /** How often these are looked at. */
  look: number
  /** How many connections there may be at once; more are closed as they come. */
  connections: number
}

/** An upload of 100 MB takes five minutes at 3 Mbit a second. */
const LIMITS: ConnectionLimits = { headers: 15_000, request: 300_000, idle: 10_000, look: 5_000, connections: 1_000 }

const serverOf = (app: Express, { headers, request, idle, look, connections }: ConnectionLimits): Server => {
  const server = createServer(
    { headersTimeout: headers, requestTimeout: request, keepAliveTimeout: idle, connectionsCheckingInterval: look },
    // Express answers everything itself, errors as well.
    (asked, answer) => void app(asked, answer),
  )
  server.maxConnections = connections
  return server
}

/** Resolves when the server listens, with the address to open. Throws `CannotListen`. */
export const listen = (
  app: Express,
  { host, port }: { host: string; port: number },
  limits: ConnectionLimits = LIMITS,
): Promise<{ server: Server; address: string }> =>
  new Promise((resolve, reject) => {
    const server = serverOf(app, limits)
    server.once('error', (error) => {
      const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
      reject(new CannotListen(REASONS[code]?.(host, port) ?? error.message, { cause: error }))
    })
    server.listen(port, host, () => resolve({ server, address: addressOf(server, host) }))
  })
