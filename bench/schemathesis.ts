/**
 * `npm run bench:schemathesis`: questions made from the description of the API, asked of a running server over each store. Writes
 * bench/schemathesis.md. Options: `--examples 200` of each operation, `--store sqlite` or `neo4j` for one alone (prints, writes nothing).
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { z } from 'zod'
import { startNeo4j } from '../scripts/neo4j/start.ts'
import { createApp, routesOf } from '../server/app.ts'
import { openNeo4j } from '../store/neo4j/open-neo4j.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { readSampleCity, SAMPLE_CITY } from '../test/server/search-evaluation.ts'
import { machineLines } from './machine.ts'
import { configOf, type Known, knownIn, withIds } from './schemathesis-config.ts'
import { tableOf } from './table.ts'

const REPORT = fileURLToPath(new URL('schemathesis.md', import.meta.url))
const CACHE = fileURLToPath(new URL('../.cache/neo4j', import.meta.url))
const OWN = fileURLToPath(new URL('../.cache/schemathesis', import.meta.url))
const PHASES = 'examples,coverage,fuzzing,stateful'
const TOKEN = 'schemathesis-writes-here'
const SEED = 20_240_506

const HOW_TO_GET = `Schemathesis was not found. Either set SCHEMATHESIS to its command, or:
  python3 -m venv .cache/schemathesis
  .cache/schemathesis/bin/pip install schemathesis`

const runs = (command: string): boolean => spawnSync(command, ['--version']).status === 0

/** The command, `null` where there is none. */
const findCommand = (): string | null => {
  const named = process.env['SCHEMATHESIS']
  const inCache = join(OWN, 'bin', 'schemathesis')
  return [...(named ? [named] : []), ...(existsSync(inCache) ? [inCache] : []), 'schemathesis'].find(runs) ?? null
}

const Summary = z.object({
  schemathesis_version: z.string(),
  running_time: z.number(),
  operations: z.object({ total: z.int(), tested: z.int() }),
  phases: z.record(z.string(), z.object({ status: z.string(), skip_reason: z.string().nullable() })),
  test_cases: z.object({ generated: z.int(), unique_failures: z.int() }),
  failures: z.array(z.object({ code: z.string(), title: z.string(), operations: z.array(z.string()) })),
  errors: z.array(z.unknown()),
  warnings: z.object({ missing_test_data: z.array(z.string()) }),
})
type Summary = z.infer<typeof Summary>
type Outcome = Summary & { store: string; log: string }

const listening = (store: Store, known: Known): Promise<Server> =>
  new Promise((resolve) => {
    const app = createApp({
      store,
      log: pino({ level: 'error' }, pino.destination(2)),
      version: '0.0.0',
      page: null,
      access: { token: TOKEN, hosts: null },
      checkReplies: true,
    })
    const server = createServer((request, response) => {
      request.url = withIds(request.url ?? '/', known)
      app(request, response)
    })
    server.listen(0, '127.0.0.1', () => resolve(server))
  })

const ask = (command: string, args: readonly string[], folder: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (part: Buffer) => (said += part.toString()))
    child.on('error', reject)
    child.on('exit', () => resolve(said))
  })

const examine = async (command: string, name: string, store: Store, examples: string): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-bench-schemathesis-'))
  const known = await knownIn(store, SAMPLE_CITY)
  const server = await listening(store, known)
  try {
    // A server that listens on a port has an address of this type.
    const { port } = server.address() as AddressInfo
    const contracts = routesOf(store, '0.0.0').map(({ contract }) => contract)
    const [config, summary] = [join(folder, 'schemathesis.toml'), join(folder, 'summary.json')]
    writeFileSync(config, configOf(known, contracts))
    const args = [
      `--config-file=${config}`,
      'run',
      `http://127.0.0.1:${port}/api/openapi.json`,
      '--checks=all',
      `--phases=${PHASES}`,
      `--max-examples=${examples}`,
      '--continue-on-failure',
      `--seed=${SEED}`,
      `--header=Authorization: Bearer ${TOKEN}`,
      '--report=json',
      `--report-json-path=${summary}`,
    ]
    const log = await ask(command, args, folder)
    if (!existsSync(summary)) throw new Error(`Schemathesis made no report:\n${log}`)
    return { ...Summary.parse(JSON.parse(readFileSync(summary, 'utf8'))), store: name, log }
  } finally {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  }
}

const overSqlite = async (command: string, examples: string): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-bench-schemathesis-'))
  const store = await openSqlite({ file: join(folder, 'jiyao.db') })
  try {
    await readSampleCity(store)
    return await examine(command, 'SQLite', store, examples)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

const overNeo4j = async (command: string, examples: string): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-bench-schemathesis-'))
  const server = await startNeo4j({ folder, cache: CACHE, password: 'bench-bench' })
  const store = await openNeo4j({ uri: server.uri, user: server.user, password: server.password, database: 'neo4j' })
  try {
    await readSampleCity(store)
    return await examine(command, 'Neo4j', store, examples)
  } finally {
    await store.close()
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

const failureLines = ({ store, failures }: Outcome): string[] =>
  failures.map(({ code, title, operations }) => `- ${store}: ${title} (${code}): ${operations.join(', ')}`)

const rowOf = (outcome: Outcome, examples: string): string[] => {
  const { store, operations, test_cases, errors, running_time, warnings } = outcome
  return [
    store,
    `${operations.tested} of ${operations.total}`,
    examples,
    String(test_cases.generated),
    String(test_cases.unique_failures),
    String(errors.length),
    String(warnings.missing_test_data.length),
    running_time.toFixed(0),
  ]
}

const HEAD = ['', 'operations', 'examples each', 'questions', 'failures', 'errors', 'only 404', 'seconds']

const reportOf = (outcomes: readonly Outcome[], examples: string, machine: readonly string[]): string => {
  const [first] = outcomes
  const failures = outcomes.flatMap(failureLines)
  const skipped = Object.entries(first?.phases ?? {}).filter(([, { status }]) => status === 'skip')
  return [
    '# The API, asked by a machine',
    '',
    ...machine,
    `- Schemathesis ${first?.schemathesis_version ?? ''}, seed ${SEED}`,
    '',
    'Schemathesis reads the description of the API and asks what it allows and what it does not: every check that it has, none left out, but that 422 counts',
    'as a good answer of the operations that correct (what fits its schema may not fit what is stored: both sides the same, lines that are no events); phases',
    `${PHASES.replaceAll(',', ', ')}${skipped.length ? ` (nothing to do in: ${skipped.map(([name]) => name).join(', ')})` : ''}. The server is asked with the token that writes, over the`,
    'sample city in a store of its own; seven in ten ids are such as there are. Replies are held against their contracts on the server too.',
    '“Only 404” counts operations of which too few questions reached something that is stored.',
    '',
    ...tableOf(
      HEAD,
      outcomes.map((outcome) => rowOf(outcome, examples)),
    ),
    '',
    ...(failures.length ? [...failures, ''] : []),
  ].join('\n')
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { examples: { type: 'string', default: '200' }, store: { type: 'string' } },
  })
  const command = findCommand()
  if (command === null) {
    console.error(HOW_TO_GET)
    process.exitCode = 1
    return
  }
  const { examples, store } = values
  const machine = machineLines(`npm run bench:schemathesis -- --examples ${examples}`, new Date())
  const outcomes: Outcome[] = []
  if (store !== 'neo4j') outcomes.push(await overSqlite(command, examples))
  if (store !== 'sqlite') outcomes.push(await overNeo4j(command, examples))
  for (const { log, failures } of outcomes) if (failures.length) console.log(log)
  const report = reportOf(outcomes, examples, machine)
  if (store === undefined) writeFileSync(REPORT, report)
  console.log(report)
  if (outcomes.some(({ failures, errors }) => failures.length + errors.length > 0)) process.exitCode = 1
}

await main()
