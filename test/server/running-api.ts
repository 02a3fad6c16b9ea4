/** An API over a store, on a free port. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { type AppOptions, appOf, routesOf } from '../../server/app.ts'
import type { Route } from '../../server/serve.ts'
import type { Store } from '../../store/port.ts'

export type RunningApi = { base: string; port: number; stop: () => Promise<void> }

/** With all of our routes, or with those that are given. */
export const startApi = async (
  store: Store,
  options: Partial<AppOptions> = {},
  routes: readonly Route[] = routesOf(store, '0.0.0'),
): Promise<RunningApi> => {
  const app = appOf(routes, { store, log: pino({ level: 'silent' }), version: '0.0.0', page: null, ...options })
  const server = await new Promise<Server>((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started))
  })
  const { port } = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()))
      server.closeAllConnections()
    })
  return { base: `http://127.0.0.1:${port}/api`, port, stop }
}
