/** Runs the commands as a user does: as processes, over files in a folder of their own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { StoredDocument } from '../../model/document.ts'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/port.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CLI = join(ROOT, 'ingest', 'cli.ts')
const TSX = pathToFileURL(join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href

/** Lines that say something. */
export const lines = (output: string) => output.split('\n').filter((line) => line !== '')

export type Ran = { status: number | null; stdout: string; stderr: string }

export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'jiyao-cli-'))

  put(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
    return spawn(process.execPath, ['--import', TSX, CLI, ...args], {
      cwd: this.folder,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  async run(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
    const child = this.start(args, env)
    const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
    const [stdout, stderr] = await Promise.all(
      [child.stdout, child.stderr].map(async (stream) => (stream ? text(stream) : '')),
    )
    return { status: await ended, stdout: stdout ?? '', stderr: stderr ?? '' }
  }

  async withStore<Result>(work: (store: Store) => Promise<Result>, folder = 'data'): Promise<Result> {
    const store = await openStore({ kind: 'sqlite', file: join(this.folder, folder, 'jiyao.sqlite') }, { readers: 0 })
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  }

  /** All that is stored, but for where the files lay. */
  contents(folder = 'data') {
    return this.withStore(async (store) => {
      const places = await store.jurisdictions()
      const graphs = await Promise.all(places.map(({ id }) => store.fingerprints(id)))
      const documents = (await Promise.all(places.map(({ id }) => store.documents(id)))).flat()
      const bare = documents.map(({ origin: _origin, ...rest }: StoredDocument) => rest)
      return { places, graphs, documents: bare }
    }, folder)
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
