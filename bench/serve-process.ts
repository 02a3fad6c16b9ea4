/** The server itself, as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Memory } from './serve-probe.ts'

const MAIN = fileURLToPath(new URL('../server/main.ts', import.meta.url))
const PROBE = fileURLToPath(new URL('serve-probe.ts', import.meta.url))
const START_WITHIN_MS = 120_000

export type ServerProcess = {
  base: string
  token: string
  child: ChildProcess
  /** After its garbage is collected, in bytes. */
  memory(): Promise<Memory>
  /** Resident, as it is; 0 where the system does not tell. */
  resident(): number
  stop(): Promise<void>
  kill(): Promise<void>
}

/** Its address is printed when it listens, with the token that it has made. */
const addressOf = async (child: ChildProcess): Promise<{ base: string; token: string }> => {
  if (!child.stdout) throw new Error('the server was started without a pipe')
  const late = setTimeout(() => child.kill('SIGKILL'), START_WITHIN_MS)
  try {
    for await (const line of createInterface(child.stdout)) {
      const found = /^Jiyao is at (?<address>http:\/\/[^/\s]+)(?:\/#token=(?<token>\S+))?/u.exec(line)?.groups
      if (!found) continue
      child.stdout.resume()
      return { base: `${found['address']}/api`, token: found['token'] ?? '' }
    }
  } finally {
    clearTimeout(late)
  }
  throw new Error('the server ended before it listened')
}

/** `env` names its store; it takes a free port, or PORT. Nothing is logged. */
export const startServer = async (env: Record<string, string>): Promise<ServerProcess> => {
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', '--import', PROBE, MAIN], {
    env: { PATH: process.env['PATH'], PORT: '0', RATE_LIMIT: 'off', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const last = () => void child.kill('SIGKILL')
  process.once('exit', last)
  child.once('exit', () => process.off('exit', last))
  const { base, token } = await addressOf(child)
  const end = async (signal: NodeJS.Signals) => {
    if ((child.exitCode ?? child.signalCode) !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return {
    base,
    token,
    child,
    memory: async () => {
      child.send('memory')
      // The probe answers with this alone.
      const [told] = (await once(child, 'message')) as [Memory]
      return told
    },
    resident: () => {
      const file = `/proc/${child.pid}/status`
      return existsSync(file) ? Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) * 1024 : 0
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
