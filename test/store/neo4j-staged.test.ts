import { describe, expect, test } from 'vitest'
import { type Store, StoreUnavailable } from '../../store/port.ts'
import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'
import { aMeeting, at, changeOf, departmentOf, edgeOf, hashOf, LAN, YUN } from './builders.ts'
import { everything, ids } from './contract/given.ts'
import { writingContract } from './contract.ts'

/** Every change is too large for one transaction, and every transaction has few rows. */
const SMALL = { edgesAtOnce: 4 }

describeWithNeo4j('a change in several transactions', () => {
  const server = borrowNeo4j()
  const empty = async (options: { edgesAtOnce?: number } = SMALL): Promise<Store> => {
    await server.empty()
    return server.open(options)
  }
  const hidden = async () =>
    (await server.run<{ count: number }>('MATCH (n:JiyaoStaged|JiyaoGone|JiyaoRun) RETURN count(n) AS count'))[0]?.count

  writingContract('of one row each', () => empty({ edgesAtOnce: 1 }))

  test('leaves what one transaction leaves, to the last property, and nothing hidden', async () => {
    const sample = aMeeting()
    const { second, housing, water } = sample
    const hanging = sample.edges.filter(({ from, to }) => to === second.id || from === second.id)
    const edges = [
      edgeOf('MENTIONS', sample.first, water, [at(sample.web, 0, 2)]),
      ...sample.edges.filter(({ from }) => from === housing.id).map((edge) => ({ ...edge, date: '2022-07-19' })),
    ]
    const two = changeOf(LAN, 'one', 'two', {
      documents: [{ ...sample.web, text: '会议原则同意。另一文' }],
      nodes: [{ ...housing, forms: ['市住建局', '住建局'] }, departmentOf(LAN, '市审计局')],
      edges,
      remove: { nodes: [second.id], edges: ids(hanging) },
    })
    const states = []
    for (const options of [{}, SMALL]) {
      const store = await empty(options)
      await store.commit(changeOf(YUN, null, 'one', aMeeting(YUN)))
      await store.commit(changeOf(LAN, null, 'one', sample))
      await store.commit(two)
      states.push({
        lan: await everything(store, LAN.id),
        yun: await everything(store, YUN.id),
        nodes: await server.run(
          'MATCH (n) WHERE NOT n:Store AND NOT n:Jurisdiction RETURN labels(n) AS labels, properties(n) AS node ORDER BY n.id',
        ),
        edges: await server.run(
          'MATCH ()-[r]->() RETURN type(r) AS type, properties(r) AS edge ORDER BY r.jurisdiction, r.id',
        ),
      })
      expect(await hidden()).toBe(0)
      await store.close()
    }
    expect(states[0]?.nodes.length).toBeGreaterThan(20)
    expect(states[1]).toEqual(states[0])
  })

  test('shows a reader nothing before the end', async () => {
    const [writer, reader] = [await empty({ edgesAtOnce: 1 }), await server.open()]
    const { meeting, ...sample } = aMeeting()
    const state = { writing: true, seen: new Set<string>() }
    const write = async () => {
      await writer.commit(changeOf(LAN, null, 'one', sample))
      await writer.commit(changeOf(LAN, 'one', 'two', { nodes: [departmentOf(LAN, '市审计局')] }))
      state.writing = false
    }
    const read = async () => {
      while (state.writing) {
        const [place] = await reader.jurisdictions()
        const slice = await reader.meetingGraph(meeting.id, { of: 'agenda' }, 100)
        const documents = await reader.documentHeads()
        // Asked one after the other, so the later may know more than the earlier, and never less.
        state.seen.add(`${place?.counts.department ?? 0} ${slice?.nodes.length ?? 0} ${documents.length}`)
      }
    }
    await Promise.all([write(), read()])
    for (const seen of state.seen) expect(['0 0 0', '0 0 2', '0 9 2', '3 9 2', '4 9 2']).toContain(seen)
    await Promise.all([writer.close(), reader.close()])
  })

  describe("other people's", () => {
    test('labels, properties and relationships go over to the node that stands in', async () => {
      const store = await empty()
      const { housing, chair, pdf, ...sample } = aMeeting()
      const one = { ...sample, documents: [pdf, sample.web] }
      await store.commit(changeOf(LAN, null, 'one', one))
      await server.run(
        `MATCH (h:Jiyao {id: $housing}), (c:Jiyao {id: $chair}), (d:Jiyao {id: $pdf})
         SET h:Watched, h.pagerank = 0.5
         CREATE (:Note {id: 1})-[:ABOUT {since: 2020}]->(h), (c)-[:KNOWS]->(h), (c)-[:LEADS]->(h), (d)<-[:QUOTES]-(:Note {id: 2})`,
        { housing: housing.id, chair: chair.id, pdf: pdf.id },
      )
      const theirs = () =>
        server.run(`MATCH (a)-[r]->(b) WHERE r.fingerprint IS NULL
          RETURN a.id AS from, type(r) AS type, r.since AS since, b.id AS to, b.pagerank AS rank, 'Watched' IN labels(b) AS watched,
            b:Jiyao AS shown ORDER BY type`)
      const before = await theirs()
      expect(before).toHaveLength(4)
      await store.commit(changeOf(LAN, 'one', 'two', one))
      expect(await theirs()).toEqual(before)
      expect(await hidden()).toBe(0)
      await store.close()
    })

    test('relationships keep a node from being removed, and the whole change from being shown', async () => {
      const store = await empty()
      const { housing, ...sample } = aMeeting()
      await store.commit(changeOf(LAN, null, 'one', sample))
      await server.run('MATCH (h:Jiyao {id: $id}) CREATE (:Note {id: 1})-[:ABOUT]->(h)', { id: housing.id })
      const before = await everything(store, LAN.id)
      const edges = ids(sample.edges.filter(({ from }) => from === housing.id))
      const refused = store.commit(changeOf(LAN, 'one', 'two', { remove: { nodes: [housing.id], edges } }))
      await expect(refused).rejects.toThrow(StoreUnavailable)
      await expect(refused).rejects.toThrow(/ABOUT that is not Jiyao's ends there; remove that first/)
      expect(await everything(store, LAN.id)).toEqual(before)
      expect(await hidden()).toBe(0)
      await store.close()
    })
  })

  test('is overtaken by one that is shown first, whose writer takes out what it left', async () => {
    const stores = [await empty(), await server.open(SMALL), await server.open()]
    const [first] = stores
    await first?.commit(changeOf(LAN, null, 'one', aMeeting()))
    const results = await Promise.allSettled(
      stores.map((store, at) =>
        store.commit(changeOf(LAN, 'one', `version ${at}`, { nodes: [departmentOf(LAN, `市第${at}局`)] })),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'StaleBase' })
    const winner = results.findIndex(({ status }) => status === 'fulfilled')
    expect((await first?.jurisdiction(LAN.id))?.version.hash).toBe(hashOf(`version ${winner}`))
    expect((await first?.fingerprints(LAN.id))?.edges.size).toBe(12)
    await Promise.all(stores.map((store) => store.close()))
    expect(await hidden()).toBe(0)
  })
})
