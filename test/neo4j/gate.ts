import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'

export type Gate = {
  readonly port: number
  /** From now on connections are passed on. */
  open(): Promise<void>
  /** Cuts all connections; who comes now is refused as by a machine on which nothing listens. */
  shut(): Promise<void>
}

/** A way to `port` of this machine that can be cut and mended, as a network is; shut at first. Speak `bolt://` through it: `neo4j://` would be led past it. */
export const gateTo = async (port: () => number): Promise<Gate> => {
  const sockets = new Set<Socket>()
  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      other.destroy()
    })
  }
  const pass = (from: Socket) => {
    const to = connect(port(), '127.0.0.1')
    keep(from, to)
    keep(to, from)
    from.pipe(to).pipe(from)
  }
  let server: Server | undefined
  const listen = (at: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const listening = createServer(pass)
      listening.once('error', reject)
      listening.listen(at, '127.0.0.1', () => {
        server = listening
        // A TCP server that listens has an address of this type.
        resolve((listening.address() as AddressInfo).port)
      })
    })
  const shut = async () => {
    const closed = new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
    server = undefined
    for (const socket of sockets) socket.destroy()
    await closed
  }
  const own = await listen(0)
  await shut()
  return {
    port: own,
    open: async () => {
      if (!server) await listen(own)
    },
    shut,
  }
}
