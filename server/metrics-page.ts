import type { Express, RequestHandler } from 'express'
import { showsToken } from './access.ts'
import { AppError } from './errors.ts'
import type { Metrics } from './metrics.ts'

/** Who may read the figures: they name places and their sizes, and tell how busy the server is. */
export type MetricsReaders = 'everybody' | 'nobody' | { token: string }

const mayMeasure =
  (readers: MetricsReaders): RequestHandler =>
  (request, response, next) => {
    if (readers === 'nobody')
      throw new AppError(
        'forbidden',
        'The metrics are not shown here: set METRICS_TOKEN, or METRICS=1 to show them to everybody.',
      )
    if (readers !== 'everybody' && !showsToken(request, readers.token)) {
      response.setHeader('WWW-Authenticate', 'Bearer realm="jiyao metrics"')
      throw new AppError('no-token', 'The metrics ask for the header “Authorization: Bearer TOKEN” with METRICS_TOKEN.')
    }
    next()
  }

/** For Prometheus, at `/api/metrics`. */
export const metricsPage = (app: Express, metrics: { of: Metrics; readers: MetricsReaders } | null): void => {
  if (metrics === null) return void app.get('/api/metrics', mayMeasure('nobody'))
  const { registry } = metrics.of
  app.get('/api/metrics', mayMeasure(metrics.readers), async (_request, response) => {
    response.locals['contract'] = 'metrics'
    const text = await registry.metrics()
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Content-Type', registry.contentType)
    response.end(text)
  })
}
