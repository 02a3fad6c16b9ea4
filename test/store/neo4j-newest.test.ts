import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j, { type Driver } from 'neo4j-driver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { VERSIONS } from '../../scripts/neo4j/library.ts'
import { type RunningNeo4j, startNeo4j } from '../../scripts/neo4j/start.ts'
import { openNeo4j } from '../../store/neo4j/open-neo4j.ts'
import { describeWithNewestNeo4j } from '../machine.ts'
import { NEO4J_CACHE } from '../neo4j/lender.ts'
import { storeContract } from './contract.ts'

describeWithNewestNeo4j('on a server of the newest line', () => {
  let folder = ''
  let server: RunningNeo4j
  let driver: Driver
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiyao-neo4j-newest-'))
    server = await startNeo4j({ folder, cache: NEO4J_CACHE, password: 'only-for-tests', line: '2026', brief: true })
    driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password))
  }, 900_000)
  afterAll(async () => {
    await driver?.close()
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('that is what it says it is', async () => {
    expect((await driver.getServerInfo()).agent).toBe(`Neo4j/${VERSIONS['2026']}`)
  })
  storeContract('Neo4j', async () => {
    await driver.executeQuery('MATCH (n) DETACH DELETE n')
    return openNeo4j({ uri: server.uri, user: server.user, password: server.password })
  })
})
