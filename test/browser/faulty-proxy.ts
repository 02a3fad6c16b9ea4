/** Stands between the page and the real server, and does to the API what networks and other people's servers do. */
import { createServer, request, type ServerResponse } from 'node:http'

type Fault =
  /** The connection is cut. */
  | { is: 'down' }
  /** Something else answers. */
  | { is: 'says'; type: string; body: string }
  /** Nothing comes until `release`. */
  | { is: 'held' }

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
  const pass = (method: string, path: string, headers: NodeJS.Dict<string | string[]>, reply: ServerResponse) => {
    const { host } = new URL(target)
    const asked = request(target + path, { method, headers: { ...headers, host } }, (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(reply)
    })
    asked.on('error', () => reply.destroy())
    asked.end()
  }
  const server = createServer(({ method = 'GET', url = '/', headers }, reply) => {
    const fault = [...faults].find(([path]) => url.startsWith(path))?.[1]
    if (!fault) return pass(method, url, headers, reply)
    if (fault.is === 'down') return reply.destroy()
    if (fault.is === 'held') return void held.push(() => pass(method, url, headers, reply))
    return reply.writeHead(200, { 'content-type': fault.type }).end(fault.body)
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
