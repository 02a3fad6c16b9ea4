/** Requests as no well-behaved client sends them: bytes on a socket. */
import { connect } from 'node:net'

/** Resolves with all that came back when the other side has closed; `send` is given a way to write. */
export const overSocket = (port: number, send: (write: (text: string) => void) => void): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      // Closed while we were still writing, which is what some of these ask for.
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(answer) : reject(error),
    )
    socket.on('close', () => resolve(answer))
    socket.on('connect', () => send((text) => void socket.write(text)))
  })

/** One request, as its lines say, and its answer. */
export const rawRequest = (port: number, ...lines: readonly string[]): Promise<string> =>
  overSocket(port, (write) => write([...lines, 'Connection: close', '', ''].join('\r\n')))

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
