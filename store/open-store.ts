import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { type Environment, readEnvironment } from './environment.ts'
import { type Store, StoreUnavailable } from './port.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'

const NO_NEO4J =
  'this version keeps its graph in SQLite only; unset every NEO4J_ variable, and DATA_DIR names the folder'
const unset = z.never({ error: NO_NEO4J }).optional()

/** The variables that choose the store; the configuration of the server extends it. */
export const StoreEnvironment = z.object({
  DATA_DIR: z.string().default('data'),
  NEO4J_URI: unset,
  NEO4J_USER: unset,
  NEO4J_PASSWORD: unset,
  NEO4J_DATABASE: unset,
})

export type StoreConfig = { kind: 'sqlite' /** Absolute. */; file: string }

/** From variables that `StoreEnvironment` has read; a relative `DATA_DIR` is taken from the working directory. */
export const storeConfigOf = ({ DATA_DIR }: z.output<typeof StoreEnvironment>): StoreConfig => ({
  kind: 'sqlite',
  file: join(resolve(DATA_DIR), 'jiyao.sqlite'),
})

/** Throws `BadEnvironment`. */
export const readStoreConfig = (env: Environment): StoreConfig => storeConfigOf(readEnvironment(StoreEnvironment, env))

const makeFolder = (file: string): void => {
  const folder = dirname(file)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new StoreUnavailable(
      `the folder ${folder} cannot be made: create it and give this user the right to write there, or set DATA_DIR to another one`,
      { cause: error },
    )
  }
}

/** Makes the folder and the database if they are missing. `readers` is the number of reading threads; throws `StoreUnavailable`. */
export const openStore = async (config: StoreConfig, options: { readers?: number } = {}): Promise<Store> => {
  makeFolder(config.file)
  return openSqlite({ file: config.file, ...options })
}
