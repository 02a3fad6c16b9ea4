import type { StoredDocument } from '../model/document.ts'
import { readEnvironment } from '../store/environment.ts'
import { openStore, readStoreConfig, type StoreConfig, StoreEnvironment, storeConfigOf } from '../store/open-store.ts'
import type { JurisdictionSummary, Store } from '../store/port.ts'
import { type Command, INTERRUPTED, OK, print, REFUSED, readArgs, UsageError, type World } from './command.ts'
import { canonical } from './difference.ts'
import { counted } from './report.ts'
import { stopped } from './stopped.ts'
import { rewriteJurisdiction } from './write-jurisdiction.ts'

const HELP = `Usage: npm run -s copy-store -- --to ADDRESS

Copies all documents of the SQLite file below DATA_DIR to a Neo4j server, place by place, and what people have corrected; the
graph follows from them. What the server holds of a place is replaced by what the file has, but for corrections, which are only
added; other places and other people's data stay as they are. Whenever it is stopped, whole places are there, and running it again finishes the job. At the end both are counted; a difference gives status 1.

The password is taken from NEO4J_PASSWORD, and NEO4J_USER and NEO4J_DATABASE count too.

Options:
  --to ADDRESS   of the server, such as neo4j://localhost:7687
  -h, --help     print this`

const configs = ({ env }: World, address: string): { from: StoreConfig; to: StoreConfig } => {
  const { DATA_DIR } = env
  return {
    from: readStoreConfig({ DATA_DIR }),
    to: storeConfigOf(readEnvironment(StoreEnvironment, { ...env, NEO4J_URI: address })),
  }
}

/** Nodes of all kinds. */
const nodesOf = ({ counts }: JurisdictionSummary): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

type Counts = { documents: number; nodes: number; edges: number; events: number; version: string | null }

const count = async (store: Store, place: string): Promise<Counts> => {
  const summary = await store.jurisdiction(place)
  const { edges } = await store.fingerprints(place)
  return {
    documents: summary?.documents ?? 0,
    nodes: summary ? nodesOf(summary) : 0,
    edges: edges.size,
    events: (await store.curation(place)).length,
    version: summary?.version.hash ?? null,
  }
}

const inWords = ({ documents, nodes, edges, events }: Counts): string =>
  [
    counted(documents, 'document'),
    counted(nodes, 'node'),
    counted(edges, 'edge'),
    ...(events ? [counted(events, 'curation event')] : []),
  ].join(', ')

/** Those of `stored` that are the same already, so that they are not written again. */
const asStored = (documents: readonly StoredDocument[], stored: readonly StoredDocument[]): StoredDocument[] => {
  const known = new Map(stored.map((document) => [canonical(document), document]))
  return documents.map((document) => known.get(canonical(document)) ?? document)
}

/** Copies one place and returns whether both hold the same of it in the end. */
const copyPlace = async (from: Store, to: Store, place: string, { stdout, stderr }: World): Promise<boolean> => {
  const documents = await from.documents(place)
  await print(stderr, `writing ${place}: ${counted(documents.length, 'document')}`)
  const events = await from.curation(place)
  await rewriteJurisdiction(to, place, (held) => {
    const known = new Set(held.events.map((event) => event.id))
    return {
      documents: asStored(documents, held.documents),
      newEvents: events.filter((event) => !known.has(event.id)),
    }
  })
  const [here, there] = [await count(from, place), await count(to, place)]
  const equal = JSON.stringify(here) === JSON.stringify(there)
  await print(
    stdout,
    equal ? `${place}: ${inWords(there)}` : `${place}: ${inWords(here)} here, ${inWords(there)} there`,
  )
  return equal
}

/** Also those that have no documents left, and events. */
const placesOf = async (store: Store): Promise<string[]> => {
  const known = (await store.jurisdictions()).map(({ id }) => id)
  const curated = (await store.curation(null)).map(({ jurisdiction }) => jurisdiction)
  return [...new Set([...known, ...curated])]
}

/** Copies all places, says what was copied, and returns the exit status. */
export const copy = async (from: Store, to: Store, world: World): Promise<number> => {
  const places = await placesOf(from)
  if (places.length === 0) await print(world.stdout, 'nothing is stored')
  const different: string[] = []
  for (const [at, place] of places.entries()) {
    if (await stopped(world.stop)) {
      await print(world.stderr, `interrupted after ${at} of ${places.length}; run it again for the rest`)
      return INTERRUPTED
    }
    if (!(await copyPlace(from, to, place, world))) different.push(place)
  }
  if (different.length === 0) return OK
  await print(
    world.stderr,
    `not equal: ${different.join(', ')}; if the file was read by an older version, run reparse and copy it again`,
  )
  return REFUSED
}

const run = async (args: readonly string[], world: World): Promise<number> => {
  const { values, positionals } = readArgs(args, { to: { type: 'string' } })
  if (positionals.length > 0 || values.to === undefined) throw new UsageError('name the server: --to neo4j://…')
  const { from, to } = configs(world, values.to)
  const tell = (message: string) => void world.stderr.write(`${message}\n`)
  const source = await openStore(from, { readers: 0 })
  try {
    const target = await openStore(to, { tell, stop: world.stop })
    try {
      return await copy(source, target, world)
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

export const copyStoreCommand: Command = { summary: 'copy the SQLite file to a Neo4j server', help: HELP, run }
