/** The real server in a process of its own, on a free port, with a store of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export type RunningServer = {
  address: string
  dataDir: string
  output: () => string
  /** Resolves when it has said so. */
  said: (words: RegExp) => Promise<void>
  /** The exit status, when it ends by itself or is stopped. */
  ended: Promise<number | null>
  signal: (name: 'SIGTERM' | 'SIGINT') => void
  stop: () => Promise<void>
}

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/

/** What it says of these words. */
const until = (child: ChildProcess, output: () => string, words: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    const look = () => {
      const found = words.exec(output())
      if (found) resolve(found[0])
    }
    look()
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', look)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output()}`)))
  })

const run = (args: readonly string[], env: NodeJS.ProcessEnv): void => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
}

/** Starts the page and the API over `paths`, or over the sample corpus as a first start does when none are given. */
export const startServer = async (
  paths: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Promise<RunningServer> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiyao-data-'))
  const own = {
    DATA_DIR: dataDir,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    RATE_LIMIT: 'off',
    CHECK_REPLIES: '1',
  }
  const env = { ...process.env, ...own, ...more }
  run(['scripts/build-client.ts'], env)
  if (paths.length) run(['ingest/cli.ts', 'ingest', ...paths], env)
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { cwd: ROOT, env })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const output = () => text
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  const said = async (words: RegExp) => void (await until(child, output, words))
  return {
    address: await until(child, output, ADDRESS),
    dataDir,
    output,
    said,
    ended,
    signal: (name) => void child.kill(name),
    stop,
  }
}
