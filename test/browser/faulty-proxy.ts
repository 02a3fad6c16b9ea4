/** Stands between the page and the real server, and does to the API what networks and other people's servers do. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

type Fault =
  /** The connection is cut. */
  | { is: 'down' }
  /** Something else answers. */
  | { is: 'says'; type: string; body: string }
  /** Nothing comes until `release`. */
  | { is: 'held' }
  /** The connection is cut once this many bytes of what is sent have come through. */
  | { is: 'cut-sending'; after: number }
  /** The connection is cut at the first bytes of the answer, which do not come through. */
  | { is: 'cut-answer' }

export type FaultyProxy = {
  address: string
  /** To every path of the API that begins so, instead of what the server would say. */
  fault: (path: string, fault: Fault) => void
  /** The server answers again, and what was held goes out. */
  release: () => void
  stop: () => Promise<void>
}

export const startFaultyProxy = async (target: string): Promise<FaultyProxy> => {
  const faults = new Map<string, Fault>()
  let held: (() => void)[] = []
  const pass = (from: IncomingMessage, reply: ServerResponse, fault?: Fault) => {
    const { host, origin } = new URL(target)
    const { method = 'GET', url = '/', headers } = from
    // A browser names its origin with what it writes, and the server holds that against the host.
    const own = { ...headers, host, ...(headers.origin ? { origin } : {}) }
    const asked = request(target + url, { method, headers: own }, (answer) => {
      if (fault?.is === 'cut-answer') return void answer.once('data', () => reply.destroy())
      reply.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', () => reply.destroy()).pipe(reply)
    })
    asked.on('error', () => reply.destroy())
    // Whoever leaves the proxy leaves the server.
    reply.on('close', () => asked.destroy())
    let sent = 0
    from.on('data', (chunk: Buffer) => {
      sent += chunk.length
      if (fault?.is === 'cut-sending' && sent > fault.after) reply.destroy()
    })
    from.pipe(asked)
  }
  const server = createServer((from, reply) => {
    const fault = [...faults].find(([path]) => from.url?.startsWith(path))?.[1]
    if (fault?.is === 'down') return reply.destroy()
    if (fault?.is === 'held') return void held.push(() => reply.destroyed || pass(from, reply))
    if (fault?.is === 'says') return reply.writeHead(200, { 'content-type': fault.type }).end(fault.body)
    return pass(from, reply, fault)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the proxy has no port')
  return {
    address: `http://127.0.0.1:${bound.port}`,
    fault: (path, fault) => faults.set(path, fault),
    release: () => {
      faults.clear()
      const waiting = held
      held = []
      for (const go of waiting) go()
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
