import { type AddressInfo, createServer } from 'node:net'

const BOLT_4_4 = Buffer.from([0, 0, 4, 4])

/** A short text in PackStream, the encoding of Bolt. */
const packed = (text: string): Buffer => Buffer.concat([Buffer.from([0x80 + text.length]), Buffer.from(text)])

/** The message SUCCESS with two short fields, in one chunk. */
const success = (agent: string): Buffer => {
  const fields = [packed('server'), packed(agent), packed('connection_id'), packed('bolt-1')]
  const message = Buffer.concat([Buffer.from([0xb1, 0x70, 0xa2]), ...fields])
  return Buffer.concat([Buffer.from([0, message.length]), message, Buffer.from([0, 0])])
}

/** Says that it is `agent`, such as `Neo4j/4.4.0`, and yes to all that it is told: an old server, as far as the first words go. */
export const startOldServer = async (agent: string): Promise<{ port: number; stop(): void }> => {
  const server = createServer((socket) => {
    let greeted = false
    socket.on('error', () => socket.destroy())
    socket.on('data', () => {
      socket.write(greeted ? success(agent) : BOLT_4_4)
      greeted = true
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server that listens has an address of this type.
  return { port: (server.address() as AddressInfo).port, stop: () => void server.close() }
}
