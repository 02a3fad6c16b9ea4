import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'
import { storeContract } from './contract.ts'

describeWithNeo4j('on a real server', () => {
  const server = borrowNeo4j()

  storeContract('Neo4j', async () => {
    await server.empty()
    return server.open()
  })
})
