/** `npm run neo4j`: a Neo4j server for this machine, until Ctrl-C. Its data stays in `.cache/neo4j/server` from one start to the next. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CannotStartNeo4j, type Line, VERSIONS } from './library.ts'
import { startNeo4j } from './start.ts'

const CACHE = fileURLToPath(new URL('../../.cache/neo4j', import.meta.url))

const HELP = `Usage: npm run neo4j -- [options]

Starts Neo4j Community from its published Java archives (Java 17 and Maven are needed, Docker is not), prints how to reach it,
and stops it on Ctrl-C. The data stays where it is and is there again on the next start.

Options:
  --port PORT       of Bolt; a free one if not said
  --folder DIR      for data, configuration and logs (.cache/neo4j/server)
  --password WORD   made up and kept in the folder if not said; at least 8 characters
  --line LINE       5 (the default) or 2026, the newest, which needs a JDK of version 21 or later and a folder of its own
  --heap SIZE       memory of the Java process, 1g if not said
  -h, --help        print this`

const passwordIn = (folder: string, given: string | undefined): string => {
  const file = join(folder, 'password')
  const password =
    given ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : randomBytes(9).toString('base64url'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${password}\n`, { mode: 0o600 })
  return password
}

const portOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new CannotStartNeo4j(`--port ${text}: expected a port, 1 to 65535`)
  return port
}

const isLine = (text: string): text is Line => Object.hasOwn(VERSIONS, text)

const lineOf = (text: string): Line => {
  if (!isLine(text)) throw new CannotStartNeo4j(`--line ${text}: expected one of ${Object.keys(VERSIONS).join(', ')}`)
  return text
}

const untilAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

const run = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      folder: { type: 'string' },
      password: { type: 'string' },
      line: { type: 'string', default: '5' },
      heap: { type: 'string', default: '1g' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return console.log(HELP)
  const line = lineOf(values.line)
  // A server of one line does not open what the other has written.
  const folder = resolve(values.folder ?? join(CACHE, line === '5' ? 'server' : `server-${line}`))
  const port = portOf(values.port)
  const password = passwordIn(folder, values.password)
  const server = await startNeo4j({
    folder,
    cache: CACHE,
    password,
    heap: values.heap,
    line,
    ...(port === undefined ? {} : { port }),
    tell: (message) => console.error(message),
  })
  console.log(`Neo4j is ready. For Jiyao, in the environment or in .env:

NEO4J_URI=${server.uri}
NEO4J_USER=${server.user}
NEO4J_PASSWORD=${server.password}

Ctrl-C stops it.`)
  let asked = false
  const ended = new Promise<void>((resolve) => server.process.once('exit', () => resolve()))
  await Promise.race([untilAsked().then(() => (asked = true)), ended])
  if (!asked) throw new CannotStartNeo4j(`Neo4j has ended by itself; its logs are in ${join(folder, 'logs')}`)
  console.error('stopping Neo4j …')
  await server.stop()
}

try {
  await run()
} catch (error) {
  if (!(error instanceof CannotStartNeo4j) && !(error instanceof TypeError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
