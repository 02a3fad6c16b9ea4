/** A server under load for many minutes, with `ingest` writing beside it all the time. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { smallMinutes } from '../test/ingest/small-minutes.ts'
import { startServer } from './serve-process.ts'
import { questionsFor } from './serve-questions.ts'
import { tableOf } from './table.ts'

const CLI = fileURLToPath(new URL('../ingest/cli.ts', import.meta.url))
const CONNECTIONS = 5
const PLACES = ['新岚州市', '青桐县']
const BETWEEN_MS = 5_000
const MINUTE = 60_000
const WARM = 2

/** Runs `ingest` again and again over files that change each time; the number of runs, and what went wrong. */
const writer = (folder: string, stop: AbortSignal) => {
  const minutes = mkdtempSync(join(tmpdir(), 'jiyao-soak-'))
  const done = { runs: 0, failed: 0 }
  const work = async () => {
    for (let nth = 1; !stop.aborted; nth++) {
      const issuer = `${PLACES[nth % PLACES.length]}人民政府`
      const text = smallMinutes({
        issuer,
        ordinal: 1 + (nth % 40),
        date: [2023, 1 + (nth % 12), 1 + (nth % 28)],
        title: `第${nth}号管理办法`,
      })
      writeFileSync(join(minutes, `${nth % 40}.txt`), text)
      const child = spawn(process.execPath, ['--import', 'tsx', CLI, 'ingest', minutes], {
        env: { PATH: process.env['PATH'], DATA_DIR: folder },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      const [code] = (await once(child, 'exit')) as [number | null]
      done.runs++
      if (code !== 0) done.failed++
      await pause(BETWEEN_MS, undefined, { signal: stop }).catch(() => undefined)
    }
    rmSync(minutes, { recursive: true })
    return done
  }
  return work()
}

/** The SQLite store in this folder is written to. Lines of a report. */
export const soak = async (folder: string, minutes: number): Promise<string[]> => {
  const server = await startServer({ DATA_DIR: folder })
  const questions = await questionsFor(server.base, 500)
  const stop = new AbortController()
  const writing = writer(folder, stop.signal)
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, server.resident())), 1000)
  const loading = autocannon({
    url: new URL(server.base).origin,
    connections: CONNECTIONS,
    duration: minutes * 60,
    timeout: 60,
    requests: questions.map(({ path }) => ({ method: 'GET', path: `/api${path}` })),
  })
  const rows: string[][] = []
  for (let minute = 1; minute <= minutes; minute++) {
    await pause(MINUTE)
    if (minute % 2) continue
    const { heap, resident } = await server.memory()
    rows.push([String(minute), (heap / 1e6).toFixed(1), (resident / 1e6).toFixed(0)])
    console.error(
      `soak, minute ${minute}: heap ${(heap / 1e6).toFixed(1)} MB, resident ${(resident / 1e6).toFixed(0)} MB`,
    )
  }
  const { requests, latency, errors, timeouts, non2xx } = await loading
  stop.abort()
  clearInterval(watch)
  const { runs, failed } = await writing
  await server.stop()
  const heapAt = (minute: number) => Number(rows.find(([at]) => at === String(minute))?.[1] ?? 0)
  return [
    `### ${minutes} minutes, with \`ingest\` beside it`,
    '',
    `SQLite, ${CONNECTIONS} connections, ${requests.total} requests: ${requests.average.toFixed(0)} a second, p50 ${latency.p50} ms, p99 ${latency.p99} ms, ${errors + timeouts + non2xx} errors. Meanwhile \`ingest\` ran ${runs} times and changed a document each time, ${failed} runs failed.`,
    `Heap after its garbage is collected: ${heapAt(WARM)} MB at minute ${WARM}, ${heapAt(minutes)} MB at minute ${minutes}; resident at most ${(peak / 1e6).toFixed(0)} MB.`,
    '',
    ...tableOf(['minute', 'heap, MB', 'resident, MB'], rows),
    '',
  ]
}
