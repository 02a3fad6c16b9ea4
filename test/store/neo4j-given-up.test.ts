import { afterAll, beforeAll, expect, test } from 'vitest'
import { askedBy, GivenUp } from '../../store/asking.ts'
import { type Connection, connect, makeDriver } from '../../store/neo4j/connection.ts'
import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'

const ENDLESS = 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b % 7) AS found'

describeWithNeo4j('a question to Neo4j', () => {
  const server = borrowNeo4j()
  let connection: Connection
  beforeAll(() => {
    const { uri, user, password } = server
    const options = { uri, user, password, database: null, readTimeout: 120_000, writeTimeout: 120_000 }
    connection = connect(makeDriver(options), options)
  })
  afterAll(() => connection?.close())
  /** Those of the requests that run there. */
  const running = async (): Promise<unknown[]> => {
    const rows = await server.run<{ data: Record<string, unknown> }>(
      'SHOW TRANSACTIONS YIELD metaData RETURN metaData AS data',
    )
    return rows.flatMap(({ data }) => ('request' in data ? [data['request']] : []))
  }
  const until = async (holds: (requests: unknown[]) => boolean): Promise<void> => {
    for (let looks = 0; looks < 1_000; looks++) if (holds(await running())) return
    throw new Error('looked a thousand times')
  }

  test('carries the id of the request, and is ended by the server when it is given up', async () => {
    const giveUp = new AbortController()
    const asked = askedBy({ id: 'trace-9', givenUp: giveUp.signal }, () => connection.read((query) => query(ENDLESS)))
    const refused = expect(asked).rejects.toThrow(GivenUp)
    await until((requests) => requests.includes('trace-9'))
    giveUp.abort()
    await refused
    await until((requests) => !requests.includes('trace-9'))
  }, 60_000)

  test('leaves the connection fit for the next one', async () => {
    expect(await connection.read((query) => query('RETURN 1 AS one'))).toEqual([{ one: 1 }])
    const before = new AbortController()
    before.abort()
    const never = askedBy({ id: 'a', givenUp: before.signal }, () =>
      connection.read((query) => query('RETURN 1 AS one')),
    )
    await expect(never).rejects.toThrow(GivenUp)
    expect(await connection.read((query) => query('RETURN 2 AS two'))).toEqual([{ two: 2 }])
  })

  test('that writes is finished, whoever has gone away', async () => {
    const gone = new AbortController()
    gone.abort()
    const written = askedBy({ id: 'b', givenUp: gone.signal }, () =>
      connection.write((query) => query('CREATE (n:Other) RETURN count(n) AS made')),
    )
    expect(await written).toEqual([{ made: 1 }])
    await server.run('MATCH (n:Other) DELETE n')
  })
})
