/** The sample city in a store of its own, behind the real API. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect } from 'vitest'
import type { z } from 'zod'
import { ingest } from '../../ingest/pipeline.ts'
import { emptyReport } from '../../ingest/report.ts'
import { createApp } from '../../server/app.ts'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { SAMPLES } from '../samples/corpus.ts'

export const CITY = '澜州市'

export type Asked = {
  ask: <Reply extends z.ZodType>(path: string, reply: Reply) => Promise<z.output<Reply>>
  status: (path: string) => Promise<number>
  close: () => Promise<void>
}

/** The whole corpus, or the documents that are named, in memory. */
export const openSampleCity = async (stems?: readonly string[]): Promise<Store> => {
  const store = await openSqlite({ file: ':memory:', readers: 0 })
  const minutes = join(SAMPLES, 'minutes')
  const paths = stems ? stems.map((stem) => join(minutes, `${stem}.txt`)) : [minutes]
  const watcher = { file: () => undefined, writing: () => undefined, stop: new AbortController().signal }
  await ingest(store, paths, emptyReport(), watcher)
  return store
}

/** Over the whole corpus, or the documents that are named. */
export const serveSampleCity = async (stems?: readonly string[]): Promise<Asked> => {
  const store = await openSampleCity(stems)
  const app = createApp({ store, log: pino({ level: 'silent' }), version: '0.0.0', page: null })
  const server = await new Promise<Server>((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started))
  })
  // A server that listens on a port has an address of this kind.
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
  return {
    ask: async (path, reply) => {
      const response = await fetch(`${base}${path}`)
      expect(response.status, await response.clone().text()).toBe(200)
      return reply.parse(await response.json())
    },
    status: async (path) => (await fetch(`${base}${path}`)).status,
    close: async () => {
      server.close()
      await store.close()
    },
  }
}
