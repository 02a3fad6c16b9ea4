/** A folder with a SQLite file and a Neo4j server's data, filled with cities of the sample generator, and what filling them took. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RunningNeo4j, startNeo4j } from '../scripts/neo4j/start.ts'
import { openNeo4j } from '../store/neo4j/open-neo4j.ts'
import type { Change } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { bareNeo4j, bareSqlite, changeOfCity } from './store-city.ts'
import type { Subjects } from './store-questions.ts'

const CACHE = fileURLToPath(new URL('../.cache/neo4j', import.meta.url))
const PASSWORD = 'bench-bench'
/** So many cities are written by the bare loop too, each before or after the store writes it: the proportion does not change with the number. */
export const COMPARED = 2
/** Of each kind of thing that questions are asked about, from every city. */
const SUBJECTS = 400

/** Milliseconds. */
export type Filled = {
  /** The first so many cities are in it. */
  cities: number
  took: number
  /** Of the cities that the bare loop has written too. */
  compared: number
  bare: number
}

export type Kept = {
  size: string
  date: string
  /** Of the machine, before each city. */
  loads: number[]
  read: number
  documents: number
  nodes: number
  edges: number
  sqlite: Filled
  neo4j: Filled
  /** City by city. */
  subjects: Subjects[]
}

const unfilled = (): Filled => ({ cities: 0, took: 0, compared: 0, bare: 0 })

export const fileIn = (folder: string): string => join(folder, 'store.sqlite')
const keptIn = (folder: string): string => join(folder, 'kept.json')

const emptyKept = (size: string): Kept => ({
  size,
  date: new Date().toISOString().slice(0, 16).replace('T', ' '),
  loads: [],
  read: 0,
  documents: 0,
  nodes: 0,
  edges: 0,
  sqlite: unfilled(),
  neo4j: unfilled(),
  subjects: [],
})

const keptOf = (folder: string, size: string): Kept => {
  const path = keptIn(folder)
  if (!existsSync(path)) return emptyKept(size)
  // Written below, by this file alone.
  const kept = JSON.parse(readFileSync(path, 'utf8')) as Kept
  if (kept.size !== size) throw new Error(`${folder} holds ${kept.size}, not ${size}: name another folder`)
  if (!existsSync(fileIn(folder))) kept.sqlite = unfilled()
  if (!existsSync(join(folder, 'neo4j', 'data'))) kept.neo4j = unfilled()
  return kept
}

export const startIn = (folder: string, name = 'neo4j'): Promise<RunningNeo4j> =>
  startNeo4j({ folder: join(folder, name), cache: CACHE, password: PASSWORD, heap: '1g' })

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** So that the ids are of all parts of the city: they are sorted. */
const some = (ids: readonly string[]): string[] => {
  const step = Math.max(1, Math.floor(ids.length / SUBJECTS))
  return ids.filter((_, at) => at % step === 0).slice(0, SUBJECTS)
}

const subjectsOf = ({ jurisdiction, nodes, edges, documents }: Change): Subjects => ({
  place: jurisdiction.id,
  meetings: some(nodes.put.flatMap(({ value }) => (value.kind === 'meeting' ? [value.id] : []))),
  policies: some(nodes.put.flatMap(({ value }) => (value.kind === 'policy' ? [value.id] : []))),
  nodes: some(nodes.put.map(({ value }) => value.id)),
  edges: some(edges.put.map(({ value }) => value.id)),
  documents: some(documents.put.map(({ id }) => id)),
})

type Fill = { commit: (change: Change) => Promise<void>; bare: (change: Change) => Promise<number> }

const fillOne = async (filled: Filled, n: number, change: Change, { commit, bare }: Fill): Promise<void> => {
  if (n < filled.cities) return
  const other = n < COMPARED ? await bare(change) : 0
  const took = await timed(() => commit(change))
  filled.bare += other
  filled.compared += n < COMPARED ? took : 0
  filled.took += took
  filled.cities = n + 1
}

const count = (kept: Kept, n: number, change: Change, read: number): void => {
  if (n < kept.subjects.length) return
  kept.read += read
  kept.subjects.push(subjectsOf(change))
  kept.documents += change.documents.put.length
  kept.nodes += change.nodes.put.length
  kept.edges += change.edges.put.length
  kept.loads.push(loadavg()[0] ?? 0)
}

const fills = (folder: string, work: string, server: RunningNeo4j): { sqlite: Fill; neo4j: Fill } => ({
  sqlite: {
    commit: async (change) => {
      const store = await openSqlite({ file: fileIn(folder), readers: 0 })
      await store.commit(change)
      await store.close()
    },
    bare: (change) => timed(() => bareSqlite(join(work, 'bare.sqlite'), change)),
  },
  neo4j: {
    commit: async (change) => {
      const store = await openNeo4j(server)
      await store.commit(change)
      await store.close()
    },
    bare: async (change) => {
      const spare = await startIn(work, 'bare')
      try {
        return await bareNeo4j(spare, change)
      } finally {
        await spare.stop()
      }
    },
  },
})

/**
 * Fills what is missing in the folder, city by city, so that no more than one is in memory, and notes after each what is there: a
 * load that was broken off goes on where it was. Nothing is read when all of it is there.
 */
export const loadInto = async (folder: string, size: string, server: RunningNeo4j): Promise<Kept> => {
  const [cities = 0, meetings = 0] = size.split('x').map(Number)
  const kept = keptOf(folder, size)
  const work = mkdtempSync(join(tmpdir(), 'jiyao-bench-bare-'))
  const { sqlite, neo4j } = fills(folder, work, server)
  try {
    for (let n = Math.min(kept.sqlite.cities, kept.neo4j.cities); n < cities; n++) {
      let change: Change | undefined
      const read = await timed(async () => {
        change = await changeOfCity(n, meetings)
      })
      if (!change) continue
      count(kept, n, change, read)
      await fillOne(kept.sqlite, n, change, sqlite)
      await fillOne(kept.neo4j, n, change, neo4j)
      writeFileSync(keptIn(folder), JSON.stringify(kept))
      const { subjects: _, ...figures } = kept
      console.error(`${n + 1} of ${cities} cities: ${JSON.stringify(figures)}`)
    }
    return kept
  } finally {
    rmSync(work, { recursive: true })
  }
}
