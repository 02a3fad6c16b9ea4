import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Logger, pino } from 'pino'
import { ingest } from '../ingest/pipeline.ts'
import { emptyReport } from '../ingest/report.ts'
import { BadEnvironment, withEnvFile } from '../store/environment.ts'
import { dataFolder, openStore } from '../store/open-store.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { offerSamples } from './first-run.ts'
import { CannotListen, listen } from './listen.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const READERS = 2
const STOP_AFTER_MS = 5_000

const versionOf = (): string => {
  // Our own file, which npm has read before us: `version` is there.
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  return version
}

const readSamples = (store: Store) => async (): Promise<void> => {
  console.log('First start: reading the sample city …')
  const report = emptyReport()
  const watcher = { file: () => {}, writing: () => {}, stop: new AbortController().signal }
  await ingest(store, [join(ROOT, 'samples/minutes')], report, watcher)
  console.log(`Read ${report.read} minutes of an invented city. To take it out: npm run -s remove -- 澜州市`)
}

/** Answers what has been asked, then closes; what is not answered by then is cut off. */
const stopOn = (signals: readonly NodeJS.Signals[], server: Server, store: Store, log: Logger): void => {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    server.close(() => {
      store.close().catch((error: unknown) => log.error({ err: error }, 'The store did not close'))
    })
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), STOP_AFTER_MS).unref()
  }
  for (const signal of signals) process.on(signal, stop)
}

const start = async (config: Config): Promise<void> => {
  const log = pino({ level: config.logLevel })
  const store = await openStore(config.store, { readers: READERS, tell: (message) => console.error(message) })
  try {
    await offerSamples(store, dataFolder(config.store), readSamples(store))
    const app = createApp({ store, log, version: versionOf(), page: join(ROOT, 'dist/client') })
    const { server, address } = await listen(app, config)
    stopOn(['SIGINT', 'SIGTERM'], server, store, log)
    console.log(`Jiyao is at ${address}`)
  } catch (error) {
    await store.close()
    throw error
  }
}

const isExpected = (error: unknown): error is Error =>
  error instanceof BadEnvironment || error instanceof StoreUnavailable || error instanceof CannotListen

try {
  await start(readConfig(withEnvFile(process.env, '.env')))
} catch (error) {
  if (!isExpected(error)) throw error
  console.error(error.message)
  process.exitCode = 1
}
