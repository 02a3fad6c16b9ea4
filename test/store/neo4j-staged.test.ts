import { expect, test } from 'vitest'
import type { Store } from '../../store/port.ts'
import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'
import { storeContract } from './contract.ts'

describeWithNeo4j('every change written in several transactions,', () => {
  const server = borrowNeo4j()
  const empty = async (): Promise<Store> => {
    await server.empty()
    return server.open({ edgesAtOnce: 1 })
  }

  storeContract('Neo4j', empty)
})
