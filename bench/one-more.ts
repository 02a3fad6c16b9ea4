/**
 * `node --import tsx bench/one-more.ts FILE`: one more document for the store that the environment names, in a process that has done
 * nothing else. Prints as JSON what it cost from the opening of the store to its closing.
 */
import { ingest } from '../ingest/pipeline.ts'
import { emptyReport } from '../ingest/report.ts'
import { openStore, readStoreConfig } from '../store/open-store.ts'

/** Milliseconds on the clock and of the processor (all threads), and the most memory that the process held, in megabytes. */
export type Cost = { clock: number; processor: number; memory: number; added: number }

const watcher = { file: () => undefined, writing: () => undefined, stop: new AbortController().signal }
const report = emptyReport()
const [start, used] = [performance.now(), process.cpuUsage()]
const store = await openStore(readStoreConfig(process.env), { readers: 0 })
await ingest(store, process.argv.slice(2), report, watcher)
await store.close()
const { user, system } = process.cpuUsage(used)
const cost: Cost = {
  clock: performance.now() - start,
  processor: (user + system) / 1000,
  memory: process.resourceUsage().maxRSS / 1024,
  added: report.added,
}
console.log(JSON.stringify(cost))
