import { existsSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { openStore, readStoreConfig, type StoreConfig } from '../store/open-store.ts'
import { StoreUnavailable } from '../store/port.ts'
import { backupSqlite } from '../store/sqlite/backup.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { copy } from './cli-copy-store.ts'
import { type Command, OK, print, readArgs, UsageError, type World } from './command.ts'
import { counted } from './report.ts'

const HELP = `Usage: npm run -s backup -- FILE

Writes all that is stored, corrections and their log included, to a new SQLite file, whichever store is in use, while the server
goes on reading and writing. Of a SQLite store it is a copy of one moment; of Neo4j documents and corrections are copied place by
place, and the graph follows from them. FILE must not be there yet, and is there only when it is whole.

To restore it, stop the server, put the file in the place of jiyao.sqlite below DATA_DIR (without the files jiyao.sqlite-wal and
jiyao.sqlite-shm of the former one) and start it again; for Neo4j, run copy-store with DATA_DIR naming the folder where the file
lies as jiyao.sqlite.

Options:
  -h, --help     print this`

/** What a store leaves beside its file. */
const remove = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true })
}

const fromNeo4j = async (config: StoreConfig, file: string, world: World): Promise<number> => {
  const tell = (message: string) => void world.stderr.write(`${message}\n`)
  const filled = `${file}.filled`
  const source = await openStore(config, { tell, stop: world.stop })
  try {
    const target = await openSqlite({ file: filled, readers: 0 })
    try {
      const status = await copy(source, target, world)
      // A store keeps its latest pages beside its file; the backup is one file with all of them.
      if (status === OK) backupSqlite(filled, file)
      return status
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
    remove(filled)
  }
}

const describe = async (file: string, { stdout }: World): Promise<void> => {
  const store = await openSqlite({ file, readers: 0 })
  try {
    for (const { id, documents, version } of await store.jurisdictions())
      await print(stdout, `${id}: ${counted(documents, 'document')}, data version ${version.hash.slice(0, 12)}`)
  } finally {
    await store.close()
  }
}

const fromSqlite = async (file: string, target: string, world: World): Promise<number> => {
  if (!existsSync(file)) throw new StoreUnavailable(`there is nothing to keep: ${file} is not there; check DATA_DIR`)
  backupSqlite(file, target)
  // Opened as a store, which a file that could not be restored would not be.
  await describe(target, world)
  return OK
}

const run = async (args: readonly string[], world: World): Promise<number> => {
  const [name, ...more] = readArgs(args, {}).positionals
  if (name === undefined || more.length > 0) throw new UsageError('name one file to write to')
  const file = resolve(name)
  if (existsSync(file)) throw new UsageError(`${file} is there already: name a new file`)
  const config = readStoreConfig(world.env)
  const part = `${file}.part`
  remove(part)
  try {
    const status =
      config.kind === 'sqlite' ? await fromSqlite(config.file, part, world) : await fromNeo4j(config, part, world)
    if (status === OK) renameSync(part, file)
    return status
  } finally {
    remove(part)
  }
}

export const backupCommand: Command = { summary: 'write all that is stored to a file', help: HELP, run }
