/**
 * `npm run bench:fuzz [-- --share N] [-- --only TARGET [NUMBER]]`: damaged and hostile input for the parser, the readers of files, the command
 * line, the API and uploads. The same inputs every time; a failure is told with its number, and `--only TARGET NUMBER` makes it again.
 * Writes bench/fuzz.md when all targets are attacked; `--share 0.01` attacks a hundredth as often and writes nothing.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ingest } from '../ingest/pipeline.ts'
import { emptyReport } from '../ingest/report.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { apiTarget } from '../test/fuzz/api-target.ts'
import { cliTarget } from '../test/fuzz/cli-target.ts'
import { fileTarget } from '../test/fuzz/file-target.ts'
import { parserTarget } from '../test/fuzz/parser-target.ts'
import { readSeeds } from '../test/fuzz/seeds.ts'
import { attackMany, type Tally, type Target } from '../test/fuzz/target.ts'
import { uploadTarget } from '../test/fuzz/upload-target.ts'
import { machineLines } from './machine.ts'
import { tableOf } from './table.ts'

const REPORT = fileURLToPath(new URL('fuzz.md', import.meta.url))
const SAMPLES = fileURLToPath(new URL('../samples/minutes', import.meta.url))
const SEED = 'long'
/** Of the reasons of one target, that many are told. */
const MOST_KINDS = 12

const seeds = readSeeds()

const sampleStore = async (): Promise<Store> => {
  const store = await openSqlite({ file: ':memory:', readers: 0 })
  const watcher = { file: () => undefined, writing: () => undefined, stop: new AbortController().signal }
  await ingest(store, [SAMPLES], emptyReport(), watcher)
  return store
}

const over = async (open: () => Promise<Store>, make: (store: Store) => Promise<Target>): Promise<Target> => {
  const store = await open()
  const target = await make(store)
  return {
    ...target,
    close: async () => {
      await target.close()
      await store.close()
    },
  }
}

const emptyStore = () => openSqlite({ file: ':memory:', readers: 0 })

const TARGETS: readonly (readonly [name: string, inputs: number, make: () => Target | Promise<Target>])[] = [
  ['parser', 80_000, () => parserTarget(seeds)],
  ['txt', 40_000, () => fileTarget('txt', seeds)],
  ['md', 15_000, () => fileTarget('md', seeds)],
  ['html', 25_000, () => fileTarget('html', seeds)],
  ['docx', 20_000, () => fileTarget('docx', seeds)],
  ['pdf', 4_000, () => fileTarget('pdf', seeds)],
  ['cli', 3_000, () => cliTarget(seeds)],
  ['api', 15_000, () => over(sampleStore, apiTarget)],
  ['upload', 1_500, () => over(emptyStore, (store) => uploadTarget(store, seeds))],
]

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)

const rowOf = ({ target, inputs, seconds, slowest, resident, failures }: Tally): string[] => [
  target,
  String(inputs),
  seconds.toFixed(0),
  (inputs / seconds).toFixed(0),
  `${slowest.time.toFixed(0)} (${(slowest.bytes / 1000).toFixed(1)} kB)`,
  megabytes(resident),
  String(failures.length),
]

const kindLines = ({ target, kinds }: Tally): string[] => {
  const sorted = [...kinds].sort((a, b) => b[1] - a[1])
  const rest = sorted.slice(MOST_KINDS)
  const rows = sorted.slice(0, MOST_KINDS).map(([kind, count]) => [kind.replaceAll('|', '/'), String(count)])
  if (rest.length) rows.push([`${rest.length} more kinds`, String(rest.reduce((sum, [, count]) => sum + count, 0))])
  return [`### ${target}`, '', ...tableOf(['how it was answered', 'inputs'], rows), '']
}

const reportOf = (machine: readonly string[], tallies: readonly Tally[]): string => {
  const all = tallies.reduce((sum, { inputs }) => sum + inputs, 0)
  const failures = tallies.flatMap((tally) => tally.failures)
  return [
    '# Damaged and hostile input',
    '',
    ...machine,
    '',
    `${all} inputs, ${failures.length} failures. What must hold of each: it is answered or refused in the program's own words, without a crash, without a status`,
    'of 500 or above, and within two seconds and two more for each five megabytes; a record fits its schema, every span in it and every piece of evidence in the',
    'graph lies in the text, and every quote is what stands there.',
    '',
    'Texts are cut, spliced, repeated, nested, shuffled, sprinkled with what nobody sees, with half characters and controls; files have their bytes turned as well, before',
    'and after they are packed. Values for the API are made from its contracts: those that fit, those just beside, and those that mean harm; headers and bodies likewise.',
    '',
    ...tableOf(
      ['target', 'inputs', 'seconds', 'a second', 'slowest, ms', 'resident, MB', 'failures'],
      tallies.map(rowOf),
    ),
    '',
    ...(failures.length
      ? [
          '## Failures',
          '',
          ...failures.slice(0, 50).map(({ target, nth, fault }) => `- ${target} ${nth}: ${fault.split('\n', 1)[0]}`),
          '',
        ]
      : []),
    '## How they were answered',
    '',
    ...tallies.flatMap(kindLines),
  ].join('\n')
}

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: { share: { type: 'string', default: '1' }, only: { type: 'string' } },
    allowPositionals: true,
  })
  const machine = machineLines('npm run bench:fuzz', new Date())
  const tallies: Tally[] = []
  for (const [name, inputs, make] of TARGETS) {
    if (values.only !== undefined && values.only !== name) continue
    const target = await make()
    const one = positionals[0] === undefined ? {} : { first: Number(positionals[0]) }
    const told = ({ inputs: done, seconds, failures }: Tally) =>
      console.error(`${name}: ${done} in ${seconds.toFixed(0)} s, ${failures.length} failures`)
    const count = 'first' in one ? 1 : Math.ceil(inputs * Number(values.share))
    const tally = await attackMany(target, { seed: SEED, inputs: count, ...one, timed: true, told })
    await target.close()
    for (const { nth, fault } of tally.failures) console.error(`${name} ${nth}: ${fault}`)
    tallies.push(tally)
  }
  const report = reportOf(machine, tallies)
  if (values.only === undefined && Number(values.share) >= 1) writeFileSync(REPORT, report)
  console.log(report)
  if (tallies.some(({ failures }) => failures.length)) process.exitCode = 1
}

await main()
