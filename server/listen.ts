import type { Server } from 'node:http'
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

/** Resolves when the server listens, with the address to open. Throws `CannotListen`. */
export const listen = (
  app: Express,
  { host, port }: { host: string; port: number },
): Promise<{ server: Server; address: string }> =>
  new Promise((resolve, reject) => {
    const server = app.listen(port, host, (error?: Error) => {
      if (!error) return resolve({ server, address: addressOf(server, host) })
      const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
      reject(new CannotListen(REASONS[code]?.(host, port) ?? error.message, { cause: error }))
    })
  })
