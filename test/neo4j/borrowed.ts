import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import neo4j, { type Driver } from 'neo4j-driver'
import { afterAll, beforeAll, inject } from 'vitest'
import { openNeo4j } from '../../store/neo4j/open-neo4j.ts'
import type { Store } from '../../store/port.ts'
import type { Lent } from './lender.ts'

/** A first start fetches the Java archives, and other files may have the server before. */
const WAIT_MS = 900_000

export type BorrowedNeo4j = {
  readonly uri: string
  readonly user: string
  readonly password: string
  readonly port: number
  /** As somebody does who works on the database beside us. */
  run<Row>(cypher: string, parameters?: Record<string, unknown>): Promise<Row[]>
  /** Runs `work` while a transaction is open that has run this, and is rolled back then. */
  holding(cypher: string, work: () => Promise<void>): Promise<void>
  /** Takes out all nodes, ours and others'. */
  empty(): Promise<void>
  open(options?: { edgesAtOnce?: number }): Promise<Store>
}

/** The run's server, for the tests of the `describe` at hand; with nothing in it at the beginning. */
export const borrowNeo4j = (): BorrowedNeo4j => {
  let lent: Exclude<Lent, { problem: string }> | undefined
  let driver: Driver | undefined
  let giveBack = () => undefined as unknown
  const server = () => {
    if (!lent || !driver) throw new Error('the server is borrowed before the first test')
    return { ...lent, driver }
  }
  const borrowed: BorrowedNeo4j = {
    get uri() {
      return server().uri
    },
    get user() {
      return server().user
    },
    get password() {
      return server().password
    },
    get port() {
      return server().port
    },
    run: async <Row>(cypher: string, parameters: Record<string, unknown> = {}) => {
      const { records } = await server().driver.executeQuery(cypher, parameters)
      // The columns are those of the Cypher beside the call.
      return records.map((record) => record.toObject() as Row)
    },
    holding: async (cypher, work) => {
      const session = server().driver.session()
      const transaction = session.beginTransaction()
      try {
        await transaction.run(cypher)
        await work()
      } finally {
        await transaction.rollback()
        await session.close()
      }
    },
    empty: async () => void (await borrowed.run('MATCH (n) DETACH DELETE n')),
    open: (options = {}) => {
      const { uri, user, password } = server()
      return openNeo4j({ uri, user, password, ...options })
    },
  }
  beforeAll(async () => {
    const socket = connect(inject('neo4jLender'), '127.0.0.1')
    giveBack = () => socket.destroy()
    const [line] = (await once(createInterface({ input: socket }), 'line')) as [string]
    const answer = JSON.parse(line) as Lent
    if ('problem' in answer) throw new Error(answer.problem)
    lent = answer
    driver = neo4j.driver(answer.uri, neo4j.auth.basic(answer.user, answer.password), { disableLosslessIntegers: true })
    await borrowed.empty()
  }, WAIT_MS)
  afterAll(async () => {
    await driver?.close()
    giveBack()
  })
  return borrowed
}
