import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Express } from 'express'
import { type Logger, pino } from 'pino'
import { ingest } from '../ingest/pipeline.ts'
import { emptyReport } from '../ingest/report.ts'
import { BadEnvironment, withEnvFile } from '../store/environment.ts'
import { attachStore, dataFolder, type StoreConfig } from '../store/open-store.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { type Access, hostsOf } from './access.ts'
import { TieDesk } from './analysis/tie-desk.ts'
import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { type CurationDesk, CurationThread } from './curation/curation-desk.ts'
import { offerSamples } from './first-run.ts'
import { CannotListen, listen } from './listen.ts'
import { REDACTED } from './log.ts'
import { startMetrics } from './metrics.ts'
import { watchedStore } from './watched-store.ts'
import { writeTokenIn } from './write-token.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const READERS = 2
const STOP_AFTER_MS = 5_000
/** A question to the store that takes as long is told in the log. */
const SLOW_MS = 1_000

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

/** On the first start; where a server is lost meanwhile, the next start tries again. */
const fill = async (store: Store, config: StoreConfig): Promise<void> => {
  try {
    await offerSamples(store, dataFolder(config), readSamples(store))
  } catch (error) {
    if (config.kind === 'sqlite' || !(error instanceof StoreUnavailable)) throw error
    console.error(`the sample city was not read in: ${error.message}`)
  }
}

type Opened = { store: Store; curation: CurationDesk; log: Logger }

/** Answers what has been asked, then closes; what is not answered by then is cut off. */
const close = (server: Server, { store, curation, log }: Opened): void => {
  const closed = () => curation.close().then(() => store.close())
  server.close(() => {
    closed().catch((error: unknown) => log.error({ err: error }, 'The store did not close'))
  })
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), STOP_AFTER_MS).unref()
}

const isExpected = (error: unknown): error is Error =>
  error instanceof BadEnvironment || error instanceof StoreUnavailable || error instanceof CannotListen

const tellFailure = (error: unknown): void => {
  if (!isExpected(error)) throw error
  console.error(error.message)
  process.exitCode = 1
}

const accessOf = ({ host, writing, store, trustProxy }: Config): Access => {
  // A proxy is asked under its own names, and hands them on.
  const hosts = trustProxy === null ? hostsOf(host) : null
  if (writing.by === 'nobody') return { token: null, hosts }
  return { token: writing.by === 'token' ? writing.token : writeTokenIn(dataFolder(store)), hosts }
}

/** A token that we made is handed to the page in the fragment of its address, which no browser sends anywhere. */
const pageAddress = (address: string, { writing }: Config, { token }: Access): string =>
  writing.by === 'made' && token !== null ? `${address}/#token=${token}` : address

const appFor = (config: Config, { store, log, access, curation }: Opened & { access: Access }): Express => {
  const { rateLimit, trustProxy, checkReplies } = config
  const version = versionOf()
  const desk = new TieDesk()
  const metrics = config.metrics === 'nobody' ? null : startMetrics({ store, desk, version })
  const watch = { log, slow: SLOW_MS, begun: metrics?.begun ?? (() => () => undefined) }
  return createApp({
    store: watchedStore(store, watch),
    log,
    version,
    page: join(ROOT, 'dist/client'),
    access,
    rateLimit,
    trustProxy,
    checkReplies,
    desk,
    curation,
    metrics: metrics && { of: metrics, readers: config.metrics },
  })
}

/** A file is read before the page can be asked for; a server that may be away is not waited for. */
const start = async (config: Config): Promise<void> => {
  const log = pino({ level: config.logLevel, redact: REDACTED })
  const options = { readers: READERS, tell: (message: string) => console.error(message) }
  const { store, ready } = await attachStore(config.store, options)
  const filled = ready.then(() => fill(store, config.store))
  const failure = filled.then(
    () => null,
    (error: unknown) => error,
  )
  try {
    if (config.store.kind === 'sqlite') await filled
    const access = accessOf(config)
    const curation = new CurationThread(config.store)
    const app = appFor(config, { store, log, access, curation })
    const { server, address } = await listen(app, config)
    const ending = new AbortController()
    ending.signal.addEventListener('abort', () => close(server, { store, curation, log }))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort())
    console.log(`Jiyao is at ${pageAddress(address, config, access)}`)
    const trouble = await failure
    if (trouble === null || ending.signal.aborted) return
    ending.abort()
    tellFailure(trouble)
  } catch (error) {
    await store.close()
    throw error
  }
}

try {
  await start(readConfig(withEnvFile(process.env, '.env')))
} catch (error) {
  tellFailure(error)
}
