import { z } from 'zod'
import { BadEnvironment, readEnvironment } from '../store/environment.ts'
import { type StoreConfig, StoreEnvironment, storeConfigOf } from '../store/open-store.ts'
import { isLoopback } from './access.ts'

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const ServerEnvironment = StoreEnvironment.extend({
  HOST: z.string({ error: 'expected a host name or an address to listen on' }).min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'expected a port, 0 to 65535 (0 takes a free one)' })
    .int('expected a port, 0 to 65535 (0 takes a free one)')
    .min(0, 'expected a port, 0 to 65535 (0 takes a free one)')
    .max(65535, 'expected a port, 0 to 65535 (0 takes a free one)')
    .default(3000),
  WRITE_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, 'expected at least 16 characters of ASCII without spaces')
    .optional(),
  PUBLIC_READ: z.enum(['0', '1'], { error: 'expected 1 (everybody may read, nobody writes) or 0' }).default('0'),
  RATE_LIMIT: z
    .string()
    .regex(/^(?:off|[1-9]\d{0,5})$/, 'expected how many requests an address may make in a minute, 1 to 999999, or off')
    .default('600')
    .transform((limit) => (limit === 'off' ? null : Number(limit))),
  LOG_LEVEL: z.enum(LEVELS, { error: `expected one of ${LEVELS.join(', ')}` }).default('info'),
})

/** `made`: a token that the server makes itself, and keeps in its data folder. */
export type Writing = { by: 'token'; token: string } | { by: 'made' } | { by: 'nobody' }

export type Config = {
  host: string
  port: number
  logLevel: (typeof LEVELS)[number]
  writing: Writing
  /** Requests a minute from one address, `null` for any number. */
  rateLimit: number | null
  store: StoreConfig
}

const writingOf = (host: string, token: string | undefined, publicRead: boolean): Writing => {
  if (publicRead && token !== undefined)
    throw new BadEnvironment(
      'PUBLIC_READ=1 and WRITE_TOKEN are both set: with PUBLIC_READ=1 nobody writes; with WRITE_TOKEN alone everybody reads, and who has the token writes',
    )
  if (publicRead) return { by: 'nobody' }
  if (token !== undefined) return { by: 'token', token }
  if (isLoopback(host)) return { by: 'made' }
  throw new BadEnvironment(
    `HOST=${host}: other machines can reach the server there; set WRITE_TOKEN, which everybody has to show who writes (reading is open), or PUBLIC_READ=1, so that nobody can`,
  )
}

/** Throws `BadEnvironment`. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const { HOST, PORT, LOG_LEVEL, WRITE_TOKEN, PUBLIC_READ, RATE_LIMIT, ...store } = readEnvironment(
    ServerEnvironment,
    env,
  )
  return {
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    writing: writingOf(HOST, WRITE_TOKEN, PUBLIC_READ === '1'),
    rateLimit: RATE_LIMIT,
    store: storeConfigOf(store),
  }
}
