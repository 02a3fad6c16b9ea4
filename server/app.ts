import { existsSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import type { Logger } from 'pino'
import type { Problem } from '../model/api/endpoint.ts'
import type { Store } from '../store/port.ts'
import { type Access, checkHost, mayWrite, READ_ONLY } from './access.ts'
import { TieDesk } from './analysis/tie-desk.ts'
import { TiesReader } from './analysis/ties-reader.ts'
import { CourseReader } from './courses/course-reader.ts'
import { type CurationDesk, deskHere } from './curation/curation-desk.ts'
import { docsPage } from './docs-page.ts'
import { AppError, toProblem } from './errors.ts'
import { requestLog, shownUrl } from './log.ts'
import type { Metrics } from './metrics.ts'
import { type MetricsReaders, metricsPage } from './metrics-page.ts'
import { mount } from './mount.ts'
import { attendanceRoutes } from './routes/attendance.ts'
import { coOccurrenceRoutes } from './routes/co-occurrence.ts'
import { curationRoutes } from './routes/curation.ts'
import { documentRoutes } from './routes/documents.ts'
import { graphRoutes } from './routes/graph.ts'
import { healthRoutes } from './routes/health.ts'
import { jurisdictionRoutes } from './routes/jurisdictions.ts'
import { listRoutes } from './routes/lists.ts'
import { meetingRoutes } from './routes/meetings.ts'
import { overviewRoutes } from './routes/overview.ts'
import { traceRoutes } from './routes/trace.ts'
import { seriesReader } from './series.ts'
import type { Route } from './serve.ts'
import { stateOf } from './state-of.ts'
import { WriteTurns } from './write-turns.ts'

export type AppOptions = {
  store: Store
  log: Logger
  version: string
  /** The built page; `null` serves the API alone. */
  page: string | null
  /** Read-only when not said. */
  access?: Access
  /** Requests a minute from one address; `null`, as when not said, for any number. */
  rateLimit?: number | null
  /** How long a question may take, in milliseconds. */
  patience?: number
  /** Replies are held against their contracts, as when not said. */
  checkReplies?: boolean
  now?: () => Date
  /** Whose word about an address is believed: so many proxies before the server, or those at these addresses; nobody's when not said. */
  trustProxy?: number | string[] | null
  /** Not measured when not said. */
  metrics?: { of: Metrics; readers: MetricsReaders } | null
}

export type RouteOptions = {
  /** Where the null models are. */
  desk?: TieDesk
  /** Where the books of curation are; in this thread when not said. */
  curation?: CurationDesk
  metrics?: Metrics | null
}

const PATIENCE = 30_000
const MINUTE = 60_000

export const routesOf = (store: Store, version: string, options: RouteOptions = {}): Route[] => {
  const { desk = new TieDesk(), curation = deskHere(store, () => new Date()), metrics } = options
  const turns = new WriteTurns()
  const series = seriesReader(store)
  const ties = new TiesReader(store, desk)
  return [
    ...healthRoutes(store, version, desk),
    ...jurisdictionRoutes(store, series),
    ...meetingRoutes(store, series),
    ...graphRoutes(store, series),
    ...documentRoutes(store, turns, metrics?.uploaded),
    ...coOccurrenceRoutes(store, ties),
    ...listRoutes(store, ties),
    ...curationRoutes(curation, turns),
    ...traceRoutes(store, new CourseReader(store, series)),
    ...attendanceRoutes(store, ties, series),
    ...overviewRoutes(store, ties, series),
  ]
}

/** Mantine writes its theme as style elements and React sets style attributes: styles may be inline, scripts may not. */
const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // The server speaks plain HTTP on a laptop; whoever puts TLS before it sets this header there.
  strictTransportSecurity: false,
})

const problemFor =
  (log: Logger) =>
  (error: unknown, request: Request): Problem => {
    const problem = { ...toProblem(error), instance: typeof request.id === 'string' ? request.id : undefined }
    const about = { id: request.id, url: shownUrl(request.originalUrl) }
    // A store that is away or slow fails every request in the same words: no stack for each of them.
    if (problem.status === 503 || problem.status === 504) log.warn({ ...about, detail: problem.detail }, problem.title)
    else if (problem.status >= 500) log.error({ ...about, err: error }, problem.title)
    return problem
  }

const asProblem =
  (problemOf: ReturnType<typeof problemFor>): ErrorRequestHandler =>
  (error: unknown, request: Request, response, next) => {
    if (response.headersSent) return next(error)
    const problem = problemOf(error, request)
    response.removeHeader('ETag')
    response.setHeader('Cache-Control', 'no-store')
    if (problem.status === 503) response.setHeader('Retry-After', '5')
    // Not through `json`, which would give it a tag: a refusal is nothing to keep.
    response.status(problem.status).type('application/problem+json').end(JSON.stringify(problem))
  }

const nothingThere: RequestHandler = (request) => {
  throw new AppError('not-found', `There is nothing at ${request.method} ${request.path}.`)
}

/** The page's own routes are the browser's business: whatever is no file and no API is answered with the page. */
const servePage = (app: Express, page: string): void => {
  app.use('/assets', express.static(join(page, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
  app.use(express.static(page, { index: false }))
  // Without a pattern: an address whose escapes are broken is answered too.
  app.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') next()
    else response.sendFile(join(page, 'index.html'), { headers: { 'Cache-Control': 'no-cache' } })
  })
}

const limitRate = (limit: number): RequestHandler =>
  rateLimit({
    windowMs: MINUTE,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Without TRUST_PROXY what a proxy says of an address is passed over, whoever says it.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_request, _response, next) => {
      next(
        new AppError(
          'too-many',
          `More than ${limit} requests in a minute from this address; wait, or raise RATE_LIMIT.`,
        ),
      )
    },
  })

/** The server of these routes; `createApp` has all of ours. */
export const appOf = (routes: readonly Route[], options: AppOptions): Express => {
  const { store, log, version, page, access = READ_ONLY, patience = PATIENCE, metrics } = options
  const app = express()
  const problemOf = problemFor(log)
  app.disable('x-powered-by')
  app.set('trust proxy', options.trustProxy ?? false)
  if (metrics) app.use(metrics.of.count)
  // An answer is named by the data that it rests on, or not at all.
  app.disable('etag')
  app.use(requestLog(log), securityHeaders, checkHost(access), compression())
  if (options.rateLimit) app.use('/api', limitRate(options.rateLimit))
  mount(app, routes, {
    versionOf: async (jurisdiction) => (await store.jurisdiction(jurisdiction))?.version ?? null,
    stateOf: (jurisdictions, restsOn) => stateOf(store, jurisdictions, restsOn),
    checkReplies: options.checkReplies ?? true,
    now: options.now ?? (() => new Date()),
    program: version,
    patience,
    mayWrite: mayWrite(access),
    problemOf,
  })
  docsPage(app, routes, version)
  metricsPage(app, metrics ?? null)
  app.use('/api', nothingThere)
  if (page && existsSync(join(page, 'index.html'))) servePage(app, page)
  app.use(nothingThere)
  app.use(asProblem(problemOf))
  return app
}

export const createApp = (options: AppOptions & Omit<RouteOptions, 'metrics'>): Express =>
  appOf(
    routesOf(options.store, options.version, {
      desk: options.desk,
      curation: options.curation,
      metrics: options.metrics?.of,
    }),
    options,
  )
