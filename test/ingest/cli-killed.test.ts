import { afterAll, describe, expect, test } from 'vitest'
import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'
import { Desk } from './command-line.ts'
import { killIngest, type Tally } from './kill-ingest.ts'

const KILLS = 20

const expectWhole = (name: string, tally: Tally): void => {
  console.log(`${name}: ${JSON.stringify(tally)}`)
  expect(tally).toMatchObject({ kills: KILLS, missing: 0, torn: 0 })
  // Kills that all came too late, or before anything had been acknowledged, would show nothing.
  expect(tally.before).toBeGreaterThan(0)
  expect(tally.acknowledged).toBeGreaterThan(0)
}

describe(`ingest, killed ${KILLS} times in mid-write, leaves whole changes and all that it had acknowledged:`, () => {
  const desks: Desk[] = []
  const desk = (): Desk => {
    const made = new Desk()
    desks.push(made)
    return made
  }
  afterAll(() => desks.forEach((one) => one.clear()))

  test('in SQLite', async () => expectWhole('SQLite', await killIngest(desk(), {}, KILLS)), 300_000)

  describeWithNeo4j('with a server', () => {
    const neo4j = borrowNeo4j()
    test('in Neo4j', async () => {
      const env = { NEO4J_URI: neo4j.uri, NEO4J_PASSWORD: neo4j.password }
      expectWhole('Neo4j', await killIngest(desk(), env, KILLS))
    }, 600_000)
  })
})
