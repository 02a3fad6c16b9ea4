import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ingest } from '../ingest/pipeline.ts'
import { removeDocuments } from '../ingest/remove-documents.ts'
import { emptyReport } from '../ingest/report.ts'
import { startNeo4j } from '../scripts/neo4j/start.ts'
import { openStore, readStoreConfig } from '../store/open-store.ts'
import type { Store } from '../store/port.ts'
import type { Cost } from './one-more.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CACHE = join(ROOT, '.cache/neo4j')
const RUNS = 5

/** Milliseconds and megabytes; `command` is the whole command on the clock, with the start of Node and the reading of our sources. */
export type Costs = Omit<Cost, 'added'> & { command: number }

type Variables = Record<string, string>

const inProcess = (variables: Variables, file: string): Costs => {
  const start = performance.now()
  const told = execFileSync('node', ['--import', 'tsx', 'bench/one-more.ts', file], {
    cwd: ROOT,
    env: { ...process.env, ...variables },
    encoding: 'utf8',
  })
  const command = performance.now() - start
  // What `one-more.ts` has printed.
  const { added, ...cost } = JSON.parse(told) as Cost
  if (added !== 1) throw new Error(`${file} was not added`)
  return { ...cost, command }
}

const median = (runs: readonly Costs[], of: keyof Costs): number =>
  runs.map((run) => run[of]).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0

const inStore = async (variables: Variables, work: (store: Store) => Promise<unknown>): Promise<void> => {
  const store = await openStore(readStoreConfig(variables), { readers: 0 })
  await work(store)
  await store.close()
}

const filled = (variables: Variables, files: readonly string[]): Promise<void> =>
  inStore(variables, (store) =>
    ingest(store, files, emptyReport(), {
      file: () => undefined,
      writing: () => undefined,
      stop: new AbortController().signal,
    }),
  )

const mediansOf = (runs: readonly Costs[]): Costs => ({
  clock: median(runs, 'clock'),
  processor: median(runs, 'processor'),
  memory: median(runs, 'memory'),
  command: median(runs, 'command'),
})

/** The last file after all others, each time into a copy of the same database. */
export const costsInSqlite = async (files: readonly string[], folder: string): Promise<Costs> => {
  mkdirSync(join(folder, 'sqlite'))
  await filled({ DATA_DIR: join(folder, 'sqlite') }, files.slice(0, -1))
  const runs: Costs[] = []
  for (let run = 0; run < RUNS; run++) {
    const copy = join(folder, `sqlite-${run}`)
    mkdirSync(copy)
    copyFileSync(join(folder, 'sqlite', 'jiyao.sqlite'), join(copy, 'jiyao.sqlite'))
    runs.push(inProcess({ DATA_DIR: copy }, files.at(-1) ?? ''))
  }
  return mediansOf(runs)
}

/** The same on a server of its own, from which the document is taken out again after each time; the first time counts too. */
export const costsInNeo4j = async (files: readonly string[], folder: string): Promise<Costs> => {
  const server = await startNeo4j({ folder: join(folder, 'neo4j'), cache: CACHE, password: 'bench-bench', heap: '1g' })
  try {
    const variables = { DATA_DIR: folder, NEO4J_URI: server.uri, NEO4J_PASSWORD: server.password }
    await filled(variables, files.slice(0, -1))
    const before = new Set<string>()
    await inStore(variables, async (store) => {
      for (const { id } of await store.documentHeads()) before.add(id)
    })
    const runs: Costs[] = []
    for (let run = 0; run < RUNS; run++) {
      runs.push(inProcess(variables, files.at(-1) ?? ''))
      await inStore(variables, async (store) => {
        for (const { id, jurisdiction } of await store.documentHeads())
          if (!before.has(id)) await removeDocuments(store, jurisdiction, new Set([id]))
      })
    }
    return mediansOf(runs)
  } finally {
    await server.stop()
  }
}
