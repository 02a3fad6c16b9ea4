import { isIP } from 'node:net'
import { z } from 'zod'
import { BadEnvironment, readEnvironment } from '../store/environment.ts'
import { type StoreConfig, StoreEnvironment, storeConfigOf } from '../store/open-store.ts'
import { isLoopback } from './access.ts'
import type { MetricsReaders } from './metrics-page.ts'

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

// Headers of more than some thousand bytes are refused before they are read.
const Token = z.string().regex(/^[\x21-\x7e]{16,512}$/, 'expected 16 to 512 characters of ASCII without spaces')

/** An address, or a network as `10.0.0.0/8`. */
const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.trim().split('/')
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0
  return most > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

const isProxies = (text: string): boolean => /^[1-9]$/.test(text) || text.split(',').every(isNetwork)

const ServerEnvironment = StoreEnvironment.extend({
  HOST: z.string({ error: 'expected a host name or an address to listen on' }).min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'expected a port, 0 to 65535 (0 takes a free one)' })
    .int('expected a port, 0 to 65535 (0 takes a free one)')
    .min(0, 'expected a port, 0 to 65535 (0 takes a free one)')
    .max(65535, 'expected a port, 0 to 65535 (0 takes a free one)')
    .default(3000),
  WRITE_TOKEN: Token.optional(),
  PUBLIC_READ: z.enum(['0', '1'], { error: 'expected 1 (everybody may read, nobody writes) or 0' }).default('0'),
  RATE_LIMIT: z
    .string()
    .regex(/^(?:off|[1-9]\d{0,5})$/, 'expected how many requests an address may make in a minute, 1 to 999999, or off')
    .default('600')
    .transform((limit) => (limit === 'off' ? null : Number(limit))),
  TRUST_PROXY: z
    .string()
    .refine(
      isProxies,
      'expected how many proxies stand before the server, 1 to 9, or their addresses with commas between',
    )
    .transform((proxies) => (/^\d$/.test(proxies) ? Number(proxies) : proxies.split(',').map((one) => one.trim())))
    .optional(),
  METRICS: z.enum(['0', '1'], { error: 'expected 1 (shown to everybody) or 0 (to nobody)' }).optional(),
  METRICS_TOKEN: Token.optional(),
  CHECK_REPLIES: z
    .enum(['0', '1'], { error: 'expected 1 (each reply is held against its contract) or 0' })
    .default('0'),
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
  /** Whose word about an address is believed: so many proxies, or those at these addresses; `null` for nobody's. */
  trustProxy: number | string[] | null
  metrics: MetricsReaders
  /** Each reply is held against its contract: for those who work on the server. */
  checkReplies: boolean
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

type Metering = { host: string; show: '0' | '1' | undefined; token: string | undefined; behindProxy: boolean }

/** Behind a proxy everybody comes from this machine, so that loopback says nothing of who asks. */
const metricsFor = ({ host, show, token, behindProxy }: Metering): MetricsReaders => {
  if (show !== undefined && token !== undefined)
    throw new BadEnvironment(
      `METRICS=${show} and METRICS_TOKEN are both set: METRICS=1 shows the metrics to everybody, METRICS=0 to nobody, METRICS_TOKEN alone to who shows it`,
    )
  if (token !== undefined) return { token }
  if (show !== undefined) return show === '1' ? 'everybody' : 'nobody'
  return isLoopback(host) && !behindProxy ? 'everybody' : 'nobody'
}

/** Throws `BadEnvironment`. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const read = readEnvironment(ServerEnvironment, env)
  const { HOST, PORT, LOG_LEVEL, WRITE_TOKEN, PUBLIC_READ, RATE_LIMIT, TRUST_PROXY, METRICS, METRICS_TOKEN } = read
  return {
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    writing: writingOf(HOST, WRITE_TOKEN, PUBLIC_READ === '1'),
    rateLimit: RATE_LIMIT,
    checkReplies: read.CHECK_REPLIES === '1',
    trustProxy: TRUST_PROXY ?? null,
    metrics: metricsFor({
      host: HOST,
      show: METRICS,
      token: METRICS_TOKEN,
      behindProxy: TRUST_PROXY !== undefined,
    }),
    store: storeConfigOf(read),
  }
}
