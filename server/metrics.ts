import type { Request, RequestHandler, Response } from 'express'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { IngestReport } from '../model/api/documents.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import type { PoolState } from '../store/thread-pool.ts'
import { withinSeconds } from './within-seconds.ts'

/** What there is to measure. */
export type Measured = { store: Pick<Store, 'jurisdictions'>; desk: { state(): PoolState }; version: string }

export type Metrics = {
  registry: Registry
  /** Counts every request by the name of its contract: a path is any text, and would make a series of its own each time. */
  count: RequestHandler
  /** A question to the store begins; the function that is returned is called when it ends. */
  begun: (method: string) => (outcome: string) => void
  /** An upload has been read. */
  uploaded: (report: IngestReport) => void
}

const STORE_WITHIN_S = 2
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** `none` for what met no contract: a refusal before it, the page, or nothing at all. */
export const routeOf = ({ locals }: Response): string => {
  const name: unknown = locals['contract']
  return typeof name === 'string' ? name : 'none'
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
const methodOf = ({ method }: Request): string => (METHODS.has(method) ? method : 'other')

const requests = (registers: Registry[]): RequestHandler => {
  const labelNames = ['route', 'method', 'status'] as const
  const total = new Counter({ name: 'jiyao_http_requests_total', help: 'Requests answered', labelNames, registers })
  const seconds = new Histogram({
    name: 'jiyao_http_request_seconds',
    help: 'From the request to the end of its answer',
    labelNames,
    buckets: SECONDS,
    registers,
  })
  const open = new Gauge({ name: 'jiyao_http_requests_open', help: 'Requests not answered yet', registers })
  return (request, response, next) => {
    const stop = seconds.startTimer()
    open.inc()
    response.once('close', () => {
      open.dec()
      // 499: nobody waited for the answer.
      const status = response.writableFinished ? String(response.statusCode) : '499'
      const labels = { route: routeOf(response), method: methodOf(request), status }
      total.inc(labels)
      stop(labels)
    })
    next()
  }
}

const places = (registry: Registry, { store }: Measured): void => {
  const registers = [registry]
  const version = new Gauge({
    name: 'jiyao_data_version_info',
    help: 'The data version of each jurisdiction',
    labelNames: ['jurisdiction', 'version'] as const,
    registers,
  })
  const documents = new Gauge({
    name: 'jiyao_documents',
    help: 'Documents stored',
    labelNames: ['jurisdiction'] as const,
    registers,
  })
  const up = new Gauge({
    name: 'jiyao_store_up',
    help: 'Whether the store answered within two seconds',
    registers: [],
    async collect() {
      version.reset()
      documents.reset()
      try {
        const known = await withinSeconds(STORE_WITHIN_S, store.jurisdictions())
        for (const { id, version: stored, documents: count } of known ?? []) {
          version.set({ jurisdiction: id, version: stored.hash.slice(0, 12) }, 1)
          documents.set({ jurisdiction: id }, count)
        }
        this.set(known === null ? 0 : 1)
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error
        this.set(0)
      }
    },
  })
  registry.registerMetric(up)
}

const questions = (registers: Registry[]): Metrics['begun'] => {
  const seconds = new Histogram({
    name: 'jiyao_store_question_seconds',
    help: 'Questions to the store, and changes, by the method of the port',
    labelNames: ['method', 'outcome'] as const,
    buckets: SECONDS,
    registers,
  })
  const open = new Gauge({ name: 'jiyao_store_questions_open', help: 'Questions not answered yet', registers })
  return (method) => {
    open.inc()
    const stop = seconds.startTimer({ method })
    return (outcome) => {
      open.dec()
      stop({ outcome })
    }
  }
}

const uploads = (registers: Registry[]): Metrics['uploaded'] => {
  const documents = new Counter({
    name: 'jiyao_uploaded_documents_total',
    help: 'Documents sent to the server, by what became of them',
    labelNames: ['outcome'] as const,
    registers,
  })
  return ({ added, replaced, unchanged, refused }) => {
    const outcomes = { added, replaced, unchanged, refused: refused.length }
    for (const [outcome, count] of Object.entries(outcomes)) documents.inc({ outcome }, count)
  }
}

/** Begins to watch the event loop and the garbage collection of this process. */
export const startMetrics = (measured: Measured): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  new Gauge({ name: 'jiyao_info', help: 'The program', labelNames: ['version'], registers }).set(
    { version: measured.version },
    1,
  )
  const waiting = new Gauge({
    name: 'jiyao_analysis_waiting',
    help: 'Questions that the thread of the analysis has not answered yet',
    registers: [],
    collect() {
      this.set(measured.desk.state().waiting)
    },
  })
  registry.registerMetric(waiting)
  places(registry, measured)
  return { registry, count: requests(registers), begun: questions(registers), uploaded: uploads(registers) }
}
