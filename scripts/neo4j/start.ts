import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import neo4j from 'neo4j-driver'
import { findJdk } from './java.ts'
import { CannotStartNeo4j, type Line, neo4jLibrary } from './library.ts'

const USER = 'neo4j'
/** What a new server is delivered with; it has to be changed before anything else. */
const DELIVERED_PASSWORD = 'neo4j'
const START_WITHIN_MS = 120_000
const ASK_EVERY_MS = 250
const STOP_WITHIN_MS = 30_000

export type Neo4jOptions = {
  /** For data, configuration and logs; made when missing. What is there from an earlier start is used again. */
  folder: string
  /** Where the Java archives are kept from one start to the next. */
  cache: string
  password: string
  /** Of Bolt; a free one if not said. */
  port?: number
  /** As Java writes it: `1g`. */
  heap?: string
  /** `5` if not said; `2026` is the newest and needs a JDK of version 21 or later. */
  line?: Line
  /** It lives for some minutes, as that of a test: Java then spends less on compiling well what is soon over. */
  brief?: boolean
  /** Told what is being done. */
  tell?: (message: string) => void
}

export type RunningNeo4j = {
  uri: string
  user: string
  password: string
  port: number
  process: ChildProcess
  /** Lets it finish writing; does nothing when it has ended already. */
  stop(): Promise<void>
  /** As a power cut does. */
  kill(): Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      // A TCP server that listens has an address of this type.
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

// The advertised address too: to `neo4j://` URIs the server names it, and by default that is port 7687.
const configuration = (port: number, heap: string): string => `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.initial_size=256m
server.memory.heap.max_size=${heap}
server.memory.pagecache.size=256m
db.tx_log.rotation.retention_policy=256M size
dbms.usage_report.enabled=false
`

/** Version of the JDK that the newest line needs. */
export const NEWEST_NEEDS = 21
const SERVE = fileURLToPath(new URL('Serve.java', import.meta.url))
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`)

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    (child.exitCode ?? child.signalCode) === null ? child.once('exit', () => resolve()) : resolve(),
  )

/** The first of Java's two compilers alone, and its simplest collector. */
const BRIEF = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']

type Launch = { folder: string; library: string; heap: string; port: number; brief: boolean }

/** The program and what it is told. The newest line has no main class for the server: a source file beside this one stands in. */
const COMMANDS: Record<Line, (launch: Launch) => readonly [java: string, args: readonly string[]]> = {
  '5': ({ folder }) => [
    'java',
    ['org.neo4j.server.CommunityEntryPoint', `--home-dir=${folder}`, `--config-dir=${join(folder, 'conf')}`],
  ],
  '2026': ({ folder, port }) => {
    const jdk = findJdk(NEWEST_NEEDS, process.env)
    if (jdk === null)
      throw new CannotStartNeo4j(
        `no Java development kit of version ${NEWEST_NEEDS} or later was found; name one in JAVA_HOME`,
      )
    return [jdk, [SERVE, folder, String(port)]]
  },
}

const launch = async (line: Line, options: Launch): Promise<ChildProcess> => {
  const [java, args] = COMMANDS[line](options)
  const common = ['-cp', join(options.library, '*'), `-Xmx${options.heap}`, ...OPENED, ...(options.brief ? BRIEF : [])]
  // In a group of its own, so that Ctrl-C in a terminal reaches only the one who started it, who then stops it in order.
  const child = spawn(java, [...common, ...args], { stdio: 'ignore', detached: true })
  const missing = 'Java cannot be run: install version 17 (Debian: apt-get install openjdk-17-jre-headless)'
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', (cause) => reject(new CannotStartNeo4j(missing, { cause })))
  })
  return child
}

const lastWords = (folder: string): string => {
  const log = join(folder, 'logs', 'neo4j.log')
  return existsSync(log)
    ? `its log ${log} ends with:\n${readFileSync(log, 'utf8').trim().slice(-2000)}`
    : 'it left no log'
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const answers = async (uri: string, password: string): Promise<void> => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(USER, password))
  try {
    await driver.getServerInfo({ database: 'system' })
  } finally {
    await driver.close()
  }
}

const changePassword = async (uri: string, password: string): Promise<void> => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(USER, DELIVERED_PASSWORD))
  try {
    await driver.executeQuery(
      'ALTER CURRENT USER SET PASSWORD FROM $delivered TO $password',
      { delivered: DELIVERED_PASSWORD, password },
      { database: 'system' },
    )
  } finally {
    await driver.close()
  }
}

/** Asks until it answers: that, and not a line in a log, says that it is ready. */
const untilReady = async (child: ChildProcess, uri: string, password: string, folder: string): Promise<void> => {
  const until = Date.now() + START_WITHIN_MS
  for (;;) {
    if ((child.exitCode ?? child.signalCode) !== null)
      throw new CannotStartNeo4j(`Neo4j ended as soon as it was started; ${lastWords(folder)}`)
    try {
      return await answers(uri, password)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'Neo.ClientError.Security.Unauthorized')
        await changePassword(uri, password).catch((cause: unknown) => {
          throw new CannotStartNeo4j(`the server in ${folder} has another password: name it, or remove the folder`, {
            cause,
          })
        })
      else if (Date.now() > until)
        throw new CannotStartNeo4j(`Neo4j does not answer at ${uri}; ${lastWords(folder)}`, { cause: error })
    }
    await pause(ASK_EVERY_MS)
  }
}

const handle = (child: ChildProcess, port: number, password: string): RunningNeo4j => {
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const gone = ended(child)
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
    await gone
    clearTimeout(late)
  }
  // However this process ends, short of a kill, no server is left behind.
  const last = () => void child.kill('SIGKILL')
  process.once('exit', last)
  child.once('exit', () => process.off('exit', last))
  return {
    uri: `neo4j://127.0.0.1:${port}`,
    user: USER,
    password,
    port,
    process: child,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** Starts Neo4j Community from its published Java archives and waits until it answers. Throws `CannotStartNeo4j`. */
export const startNeo4j = async (options: Neo4jOptions): Promise<RunningNeo4j> => {
  const { folder, cache, password, heap = '1g', line = '5', brief = false, tell = () => undefined } = options
  tell('looking for the Java archives of Neo4j (the first time Maven fetches 123 MB or more) …')
  const library = await neo4jLibrary(cache, line)
  const port = options.port ?? (await freePort())
  for (const name of ['conf', 'data', 'logs']) await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, 'conf', 'neo4j.conf'), configuration(port, heap))
  tell('starting Neo4j …')
  const running = handle(await launch(line, { folder, library, heap, port, brief }), port, password)
  try {
    await untilReady(running.process, `bolt://127.0.0.1:${port}`, password, folder)
    return running
  } catch (error) {
    await running.kill()
    throw error
  }
}
