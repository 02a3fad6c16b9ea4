/**
 * One Neo4j server for a whole test run, started when the first test file asks for it and stopped at the end. It has one database,
 * so it is lent to one file after the other: whoever connects waits for the turn, is told how to reach the server, and has it until
 * the connection is closed, also by the end of a worker that fell over.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { type RunningNeo4j, startNeo4j } from '../../scripts/neo4j/start.ts'

declare module 'vitest' {
  interface ProvidedContext {
    neo4jLender: number
  }
}

export const NEO4J_CACHE = fileURLToPath(new URL('../../.cache/neo4j', import.meta.url))
export type Lent = { uri: string; user: string; password: string; port: number } | { problem: string }

const lender = () => {
  const waiting: Socket[] = []
  let folder: string | undefined
  let started: Promise<RunningNeo4j> | undefined
  const start = async (): Promise<RunningNeo4j> => {
    folder = await mkdtemp(join(tmpdir(), 'jiyao-neo4j-'))
    return startNeo4j({ folder, cache: NEO4J_CACHE, password: 'only-for-tests', heap: '1g', brief: true })
  }
  const lend = async (): Promise<void> => {
    const [first] = waiting
    if (!first) return
    started ??= start()
    const lent = await started.then(
      ({ uri, user, password, port }): Lent => ({ uri, user, password, port }),
      (error: unknown): Lent => ({ problem: error instanceof Error ? error.message : String(error) }),
    )
    first.write(`${JSON.stringify(lent)}\n`)
  }
  const server = createServer((socket) => {
    if (waiting.push(socket) === 1) void lend()
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      const turn = waiting.indexOf(socket)
      waiting.splice(turn, 1)
      if (turn === 0) void lend()
    })
  })
  const stop = async (): Promise<void> => {
    server.close()
    for (const socket of waiting) socket.destroy()
    // One that could not be started has been told to those who asked for it.
    await started?.then((running) => running.stop()).catch(() => undefined)
    if (folder) await rm(folder, { recursive: true, force: true })
  }
  return { server, stop }
}

/** Vitest calls it once for a run; what it returns is called at the end. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { server, stop } = lender()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server that listens has an address of this type.
  project.provide('neo4jLender', (server.address() as AddressInfo).port)
  return stop
}
