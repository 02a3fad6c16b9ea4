import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import type { Problem } from '../model/api/endpoint.ts'
import type { Store } from '../store/port.ts'
import { type Access, checkHost, mayWrite, READ_ONLY } from './access.ts'
import { TieDesk } from './analysis/tie-desk.ts'
import { TiesReader } from './analysis/ties-reader.ts'
import { CourseReader } from './courses/course-reader.ts'
import { docsPage } from './docs-page.ts'

import { AppError, toProblem } from './errors.ts'
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
}

const PATIENCE = 30_000
const MINUTE = 60_000

export const routesOf = (store: Store, version: string, now: () => Date = () => new Date()): Route[] => {
  const series = seriesReader(store)
  const ties = new TiesReader(store, new TieDesk())
  return [
    ...healthRoutes(store, version),
    ...jurisdictionRoutes(store, series),
    ...meetingRoutes(store, series, now),
    ...graphRoutes(store, series),
    ...documentRoutes(store),
    ...coOccurrenceRoutes(store, ties),
    ...listRoutes(store, ties),
    ...curationRoutes(store),
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

const requestLog = (log: Logger) =>
  pinoHttp({
    logger: log,
    genReqId: (_request, response) => {
      const id = randomUUID()
      response.setHeader('X-Request-Id', id)
      return id
    },
    customLogLevel: (_request, { statusCode }, error) =>
      statusCode !== 503 && (error || statusCode >= 500) ? 'error' : 'debug',
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, url }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  })

const problemFor =
  (log: Logger) =>
  (error: unknown, request: Request): Problem => {
    const problem = { ...toProblem(error), instance: typeof request.id === 'string' ? request.id : undefined }
    const about = { id: request.id, url: request.url }
    // A store that is away fails every request in the same words: no stack for each of them.
    if (problem.status === 503) log.warn({ ...about, detail: problem.detail }, problem.title)
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
  app.get('/{*path}', (_request, response) =>
    response.sendFile(join(page, 'index.html'), { headers: { 'Cache-Control': 'no-cache' } }),
  )
}

const limitRate = (limit: number): RequestHandler =>
  rateLimit({
    windowMs: MINUTE,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
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
  const { store, log, version, page, access = READ_ONLY, patience = PATIENCE } = options
  const app = express()
  const problemOf = problemFor(log)
  app.disable('x-powered-by')
  app.use(requestLog(log), securityHeaders, checkHost(access), compression())
  if (options.rateLimit) app.use('/api', limitRate(options.rateLimit))
  mount(app, routes, {
    versionOf: async (jurisdiction) => (await store.jurisdiction(jurisdiction))?.version.hash ?? null,
    program: version,
    patience,
    mayWrite: mayWrite(access),
    problemOf,
  })
  docsPage(app, routes, version)
  app.use('/api', nothingThere)
  if (page && existsSync(join(page, 'index.html'))) servePage(app, page)
  app.use(nothingThere)
  app.use(asProblem(problemOf))
  return app
}

export const createApp = (options: AppOptions): Express => appOf(routesOf(options.store, options.version), options)
