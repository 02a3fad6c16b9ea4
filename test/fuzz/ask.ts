/** Asks a server on this machine as no browser would: with any path, any header, any body. */
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export type Asked = { method: string; path: string; headers: Record<string, string>; body: Buffer | null }
export type Answered = { status: number; type: string; body: Buffer }

const unpacked = (encoding: string | undefined, bytes: Buffer): Buffer => {
  if (encoding === 'gzip') return gunzipSync(bytes)
  return encoding === 'br' ? brotliDecompressSync(bytes) : bytes
}

const GIVEN_UP = 20_000

export class Asker {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 })
  readonly #port: number
  constructor(port: number) {
    this.#port = port
  }

  /** What cannot even be sent comes back as status 0. */
  ask({ method, path, headers, body }: Asked): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port: this.#port, agent: this.#agent, method, path, headers, timeout: GIVEN_UP },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              type: response.headers['content-type'] ?? '',
              body: unpacked(response.headers['content-encoding'], Buffer.concat(chunks)),
            }),
          )
        },
      )
      asked.on('timeout', () =>
        asked.destroy(new Error(`no answer within ${GIVEN_UP / 1000} s to ${method} ${path.slice(0, 300)}`)),
      )
      asked.on('error', reject)
      asked.end(body ?? undefined)
    })
  }

  /** Bytes as they are; ends when the server closes, which it does for what it cannot read, or after what it answers. */
  raw(bytes: Buffer, patience = 400): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = []
      const socket = connect(this.#port, '127.0.0.1', () => socket.write(bytes))
      socket.setTimeout(patience, () => socket.destroy())
      socket.on('data', (chunk) => {
        chunks.push(chunk)
        socket.setTimeout(20)
      })
      socket.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error),
      )
      socket.on('close', () => resolve(Buffer.concat(chunks)))
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}
