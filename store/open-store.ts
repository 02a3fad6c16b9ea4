import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { BadEnvironment, type Environment, readEnvironment } from './environment.ts'
import { type Attached, attachNeo4j, openNeo4j } from './neo4j/open-neo4j.ts'
import { type Store, StoreUnavailable } from './port.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'

const SCHEMES = ['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc']
const NEO4J_ADDRESS = `expected an address such as neo4j://localhost:7687 (${SCHEMES.join(', ')}), without user and password`

const isAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  return SCHEMES.includes(protocol.slice(0, -1)) && hostname !== '' && username === '' && password === ''
}

/** The variables that choose the store; the configuration of the server extends it. */
export const StoreEnvironment = z.object({
  DATA_DIR: z.string().default('data'),
  NEO4J_URI: z.string().refine(isAddress, NEO4J_ADDRESS).optional(),
  NEO4J_USER: z.string().optional(),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().optional(),
})

/** `folder` and `file` are absolute; in Neo4j's folder lies only what belongs to this machine and not to the graph. */
export type StoreConfig =
  | { kind: 'sqlite'; file: string }
  | { kind: 'neo4j'; folder: string; uri: string; user: string; password: string; database: string | null }

/** Where this machine keeps what it has to remember beside the graph; `openStore` makes it. */
export const dataFolder = (config: StoreConfig): string =>
  config.kind === 'sqlite' ? dirname(config.file) : config.folder

/**
 * From variables that `StoreEnvironment` has read; a relative `DATA_DIR` is taken from the working directory.
 * Throws `BadEnvironment` where they do not go together.
 */
export const storeConfigOf = (env: z.output<typeof StoreEnvironment>): StoreConfig => {
  const { DATA_DIR, NEO4J_URI: uri, NEO4J_USER, NEO4J_PASSWORD: password, NEO4J_DATABASE } = env
  const folder = resolve(DATA_DIR)
  if (uri === undefined) {
    const given = Object.entries({ NEO4J_USER, NEO4J_PASSWORD: password, NEO4J_DATABASE })
    const [stray] = given.find(([, value]) => value !== undefined) ?? []
    if (stray)
      throw new BadEnvironment(`${stray} is set and NEO4J_URI is not: set it too, or unset ${stray} to use SQLite`)
    return { kind: 'sqlite', file: join(folder, 'jiyao.sqlite') }
  }
  if (password === undefined)
    throw new BadEnvironment(`NEO4J_URI=${uri}: the server asks for a password; set NEO4J_PASSWORD as well`)
  return { kind: 'neo4j', folder, uri, user: NEO4J_USER ?? 'neo4j', password, database: NEO4J_DATABASE ?? null }
}

/** Throws `BadEnvironment`. */
export const readStoreConfig = (env: Environment): StoreConfig => storeConfigOf(readEnvironment(StoreEnvironment, env))

const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new StoreUnavailable(
      `the folder ${folder} cannot be made: create it and give this user the right to write there, or set DATA_DIR to another one`,
      { cause: error },
    )
  }
}

export type OpenOptions = {
  /** Threads that read a SQLite file. */
  readers?: number
  /** Told why a Neo4j server cannot be reached yet. */
  tell?: (message: string) => void
  /** Ends the wait for a server. */
  stop?: AbortSignal
}

/** Makes the folder, and the database or its indexes, if they are missing. Throws `StoreUnavailable`. */
export const openStore = async (config: StoreConfig, { readers, tell, stop }: OpenOptions = {}): Promise<Store> => {
  makeFolder(dataFolder(config))
  if (config.kind === 'neo4j') return openNeo4j({ ...config, ...(tell ? { tell } : {}) }, stop)
  return openSqlite({ file: config.file, ...(readers === undefined ? {} : { readers }) })
}

/**
 * As `openStore`, but without waiting for a server: the store is there at once and refuses with `StoreUnavailable` until the server
 * answers, which `ready` tells. Throws what `openStore` throws of a file.
 */
export const attachStore = async (config: StoreConfig, options: OpenOptions = {}): Promise<Attached> => {
  if (config.kind === 'sqlite') return { store: await openStore(config, options), ready: Promise.resolve() }
  makeFolder(dataFolder(config))
  const { tell } = options
  return attachNeo4j({ ...config, patience: Number.POSITIVE_INFINITY, ...(tell ? { tell } : {}) })
}
