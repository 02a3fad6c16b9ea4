/** A way to a server that can be slow, go silent while it stays open, or be cut. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type Proxy = {
  port: number
  /** Each piece of data waits so long, in milliseconds. */
  delay: number
  /** Takes what comes and hands nothing on, as a network does that has lost the way. */
  silent: boolean
  /** Cuts what is connected now. */
  cut(): void
  close(): Promise<void>
}

export const startProxy = async (target: number): Promise<Proxy> => {
  const open = new Set<Socket>()
  const pipe = (from: Socket, to: Socket) => {
    open.add(from)
    from.on('data', (chunk) => {
      if (proxy.silent) return
      if (proxy.delay === 0) to.write(chunk)
      // Of equal length for all, so that the order stays.
      else setTimeout(() => to.write(chunk), proxy.delay)
    })
    from.on('error', () => to.destroy())
    from.on('close', () => {
      open.delete(from)
      to.destroy()
    })
  }
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1')
    pipe(client, upstream)
    pipe(upstream, client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: Proxy = {
    // A TCP server that listens has an address of this type.
    port: (server.address() as AddressInfo).port,
    delay: 0,
    silent: false,
    cut: () => open.forEach((socket) => socket.destroy()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        open.forEach((socket) => socket.destroy())
      }),
  }
  return proxy
}
