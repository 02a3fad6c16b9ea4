import neo4j from 'neo4j-driver'
import { describe, expect, test } from 'vitest'
import { openNeo4j } from '../../store/neo4j/open-neo4j.ts'
import { type Store, StoreUnavailable } from '../../store/port.ts'
import { EDGE_BUDGET } from '../../store/shortest-path.ts'
import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'
import { aMeeting, changeOf, departmentOf, hashOf, LAN } from './builders.ts'
import { everything, ids } from './contract/given.ts'
import { storeContract } from './contract.ts'

describeWithNeo4j('on a real server', () => {
  const server = borrowNeo4j()
  const empty = async (): Promise<Store> => {
    await server.empty()
    return server.open()
  }

  storeContract('Neo4j', empty)

  test('a path is given up when more edges would have to be looked at than the budget allows', async () => {
    const store = await empty()
    const { housing, water, ...sample } = aMeeting()
    await store.commit(changeOf(LAN, null, 'one', sample))
    const ask = () => store.path({ from: housing.id, to: water.id, types: null, longest: 6 })
    expect(await ask()).toMatchObject({ found: true })
    // As bodies have it that everybody names: that is known before their edges are read.
    await server.run('MATCH (n:Jiyao) SET n.degree = $degree', { degree: neo4j.int(EDGE_BUDGET + 1) })
    expect(await ask()).toEqual({ found: false, why: 'budget' })
    await store.close()
  })

  describe("other people's data in the same database", () => {
    const theirs = () =>
      server.run(`MATCH (n) WHERE NOT n:Jiyao OPTIONAL MATCH (n)-[r]-(m)
        RETURN labels(n) AS labels, properties(n) AS node, type(r) AS type, properties(r) AS edge, labels(m) AS other
        ORDER BY labels, n.id, type`)

    test('with our labels, types and ids is neither answered nor touched', async () => {
      const store = await empty()
      const sample = aMeeting()
      await store.commit(changeOf(LAN, null, 'one', sample))
      const alone = await everything(store, LAN.id)
      await store.commit(
        changeOf(LAN, 'one', null, {
          remove: { documents: ids(sample.documents), nodes: ids(sample.nodes), edges: ids(sample.edges) },
        }),
      )
      const attended = sample.edges.find(({ type }) => type === 'ATTENDED')
      await server.run(
        `CREATE (p:Person {id: $from, kind: 'person', jurisdiction: $place, fingerprint: 'x', json: '{}'}),
           (m:Meeting {id: $to, kind: 'meeting', jurisdiction: $place, fingerprint: 'x', json: '{}', searchWords: ['市']}),
           (:Document {id: $document, kind: 'document', jurisdiction: $place}), (:Jurisdiction {id: $place, hash: 'x'}),
           (p)-[:ATTENDED {id: $edge, document: $document, fingerprint: 'x', json: '{}', jurisdiction: $place}]->(m)`,
        { from: attended?.from, to: attended?.to, edge: attended?.id, document: sample.pdf.id, place: LAN.id },
      )
      const before = await theirs()
      expect(before).toHaveLength(4)
      expect(await store.jurisdictions()).toEqual([])
      await store.commit(changeOf(LAN, null, 'one', sample))
      expect(await everything(store, LAN.id)).toEqual(alone)
      const change = changeOf(LAN, 'one', 'two', { edges: sample.edges, remove: { edges: [attended?.id ?? ''] } })
      await store.commit(change)
      expect(await theirs()).toEqual(before)
      await store.close()
    })

    test('may be joined to ours: their edges are not counted, and are not torn out', async () => {
      const store = await empty()
      const { housing, chair, ...sample } = aMeeting()
      await store.commit(changeOf(LAN, null, 'one', sample))
      const before = await store.node(housing.id)
      await server.run(
        `MATCH (h:Jiyao {id: $housing}), (c:Jiyao {id: $chair})
         CREATE (:Note {id: 1})-[:ABOUT]->(h), (:Note {id: 2})-[:ATTENDED]->(h), (c)-[:KNOWS]->(h), (c)-[:LEADS]->(h)`,
        { housing: housing.id, chair: chair.id },
      )
      expect(await store.node(housing.id)).toEqual(before)
      const edges = sample.edges.filter(({ from }) => from === housing.id)
      const remove = changeOf(LAN, 'one', 'two', { remove: { nodes: [housing.id], edges: ids(edges) } })
      await expect(store.commit(remove)).rejects.toThrow(/not Jiyao's ends there; remove that first/)
      expect(await store.node(housing.id)).toEqual(before)
      expect(await theirs()).toHaveLength(2)
      await store.close()
    })

    test('on a node of ours stays when the node is written again', async () => {
      const store = await empty()
      await store.commit(changeOf(LAN, null, 'one', { nodes: [departmentOf(LAN, '市审计局')] }))
      await server.run('MATCH (n:Jiyao:Department) SET n:Watched, n.pagerank = 0.5')
      const again = { ...departmentOf(LAN, '市审计局'), forms: ['审计局'] }
      await store.commit(changeOf(LAN, 'one', 'two', { nodes: [again] }))
      expect((await store.node(again.id))?.node).toEqual(again)
      expect(await server.run('MATCH (n:Watched) RETURN n.pagerank AS rank, n.forms AS forms')).toEqual([
        { rank: 0.5, forms: ['审计局'] },
      ])
      await store.close()
    })
  })

  describe('several programs on one database', () => {
    test('a change is read at once by the one who wrote it, and through another connection', async () => {
      const [writer, reader] = [await empty(), await server.open()]
      await writer.commit(changeOf(LAN, null, 'one', aMeeting()))
      expect((await writer.jurisdiction(LAN.id))?.version.hash).toBe(hashOf('one'))
      expect((await reader.jurisdiction(LAN.id))?.version.hash).toBe(hashOf('one'))
      await Promise.all([writer.close(), reader.close()])
    })
    test('of several that write against one version at the same time one wins, and the others are told', async () => {
      const stores = [await empty(), await server.open(), await server.open()]
      const names = ['市审计局', '市体育局', '市统计局']
      const results = await Promise.allSettled(
        stores.map((store, at) =>
          store.commit(changeOf(LAN, null, `version ${at}`, { nodes: [departmentOf(LAN, names[at] ?? '')] })),
        ),
      )
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'StaleBase' })
      const summary = await stores[0]?.jurisdiction(LAN.id)
      expect(summary?.counts.department).toBe(1)
      await Promise.all(stores.map((store) => store.close()))
    })
    test('who reads while others write gets every answer from one state', async () => {
      const [writer, reader] = [await empty(), await server.open()]
      const { meeting, ...sample } = aMeeting()
      await writer.commit(changeOf(LAN, null, 'v0', sample))
      const hanging = sample.edges.filter(({ from, to }) => to === sample.second.id || from === sample.second.id)
      const remove = { nodes: [sample.second.id], edges: ids(hanging) }
      const whole = { nodes: [sample.second], edges: hanging }
      const state = { writing: true }
      const write = async () => {
        for (let at = 0; at < 12; at++) {
          const content = at % 2 ? whole : { remove }
          await writer.commit(changeOf(LAN, `v${at}`, `v${at + 1}`, content))
        }
        state.writing = false
      }
      const seen = new Set<number>()
      const read = async () => {
        while (state.writing) {
          const slice = await reader.meetingGraph(meeting.id, { of: 'agenda' }, 100)
          expect(slice?.nodes.length).toBe(slice?.total.nodes)
          seen.add(slice?.nodes.length ?? 0)
        }
      }
      await Promise.all([write(), read()])
      expect([...seen].every((count) => count === 9 || count === 6)).toBe(true)
      await Promise.all([writer.close(), reader.close()])
    })
  })

  describe('what cannot be used is refused with what to do:', () => {
    const refusal = async (change: Partial<Parameters<typeof openNeo4j>[0]>): Promise<string> => {
      const { uri, user, password } = server
      const error = await openNeo4j({ uri, user, password, patience: 0, ...change }).then(
        (store) => store.close(),
        (error: unknown) => error,
      )
      expect(error).toBeInstanceOf(StoreUnavailable)
      return error instanceof Error ? error.message : ''
    }
    test('a wrong password, which is not printed', async () => {
      const message = await refusal({ password: 'geheim-und-falsch' })
      expect(message).toMatch(/refuses the user neo4j with this password: check NEO4J_USER and NEO4J_PASSWORD/)
      expect(message).not.toContain('geheim')
    })
    test('a database that is not there', async () => {
      expect(await refusal({ database: 'minutes' })).toMatch(/has no database minutes.*set NEO4J_DATABASE/)
    })
    test('a graph that a newer version has written', async () => {
      const store = await empty()
      await store.close()
      await server.run('MATCH (s:Jiyao:Store) SET s.schema = 99')
      expect(await refusal({})).toMatch(/newer version of Jiyao \(schema 99.*upgrade/)
    })
    test('what takes too long, such as a wait for a lock that somebody holds', async () => {
      const store = await empty()
      await store.commit(changeOf(LAN, null, 'one', aMeeting()))
      const { uri, user, password } = server
      const hasty = await openNeo4j({ uri, user, password, writeTimeout: 300 })
      await server.holding('MATCH (n:Jiyao:Jurisdiction) SET n.held = true', async () => {
        const change = changeOf(LAN, 'one', 'two', { nodes: [departmentOf(LAN, '市审计局')] })
        await expect(hasty.commit(change)).rejects.toThrow(/took too long to answer/)
      })
      expect((await store.jurisdiction(LAN.id))?.version.hash).toBe(hashOf('one'))
      await Promise.all([store.close(), hasty.close()])
    })
    test('a store that has been closed', async () => {
      const store = await empty()
      await store.close()
      await store.close()
      await expect(store.jurisdictions()).rejects.toThrow(StoreUnavailable)
      await expect(store.commit(changeOf(LAN, null, 'one', aMeeting()))).rejects.toThrow(StoreUnavailable)
    })
  })
})
