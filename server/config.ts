import { z } from 'zod'
import { readEnvironment } from '../store/environment.ts'
import { type StoreConfig, StoreEnvironment, storeConfigOf } from '../store/open-store.ts'

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const ServerEnvironment = StoreEnvironment.extend({
  HOST: z.string({ error: 'expected a host name or an address to listen on' }).min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'expected a port, 0 to 65535 (0 takes a free one)' })
    .int('expected a port, 0 to 65535 (0 takes a free one)')
    .min(0, 'expected a port, 0 to 65535 (0 takes a free one)')
    .max(65535, 'expected a port, 0 to 65535 (0 takes a free one)')
    .default(3000),
  LOG_LEVEL: z.enum(LEVELS, { error: `expected one of ${LEVELS.join(', ')}` }).default('info'),
})

export type Config = { host: string; port: number; logLevel: (typeof LEVELS)[number]; store: StoreConfig }

/** Throws `BadEnvironment`. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const { HOST, PORT, LOG_LEVEL, ...store } = readEnvironment(ServerEnvironment, env)
  return { host: HOST, port: PORT, logLevel: LOG_LEVEL, store: storeConfigOf(store) }
}
