import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildCity } from './city.ts'
import { compactJson } from './compact-json.ts'
import { bodyIds, createLedger, record } from './ledger.ts'
import { placeOf } from './place.ts'
import { README } from './readme.ts'
import { storiesOf } from './truth.ts'

export const DEFAULT_SEED = '2022'
export const DEFAULT_MEETINGS = 36

const HELP = `Writes an invented city's minutes and the truth about them.

  --seed TEXT     another corpus (default ${DEFAULT_SEED})
  --out DIR       where to (default samples)
  --cities N      so many cities, each in a folder of its own when there are several (default 1)
  --meetings N    published meetings a city (default ${DEFAULT_MEETINGS})
`

/** Writes one city; documents go to disk as they are made. Returns how many. */
export const writeCity = (seed: string, n: number, meetings: number, out: string): number => {
  const place = placeOf(n)
  const city = buildCity(seed, place, meetings)
  const ledger = createLedger()
  const ids = bodyIds(place)
  const [minutes, records] = [join(out, 'minutes'), join(out, 'truth', 'records')]
  for (const folder of [minutes, records]) mkdirSync(folder, { recursive: true })
  for (const composed of city.documents()) {
    writeFileSync(join(minutes, `${composed.meeting.stem}.txt`), composed.text)
    writeFileSync(join(records, `${composed.meeting.stem}.gold.json`), compactJson(composed.gold, 4))
    record(ledger, composed, ids)
  }
  writeFileSync(join(out, 'truth', 'stories.json'), compactJson(storiesOf(city, ledger, seed), 3))
  return city.meetings.length
}

const main = (args: readonly string[]) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: DEFAULT_SEED },
      out: { type: 'string', default: 'samples' },
      cities: { type: 'string', default: '1' },
      meetings: { type: 'string', default: String(DEFAULT_MEETINGS) },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return
  }
  const [cities, meetings] = [Number(values.cities), Number(values.meetings)]
  if (!Number.isInteger(cities) || !Number.isInteger(meetings) || cities < 1 || meetings < 1) {
    process.stderr.write(`--cities and --meetings are whole numbers from 1\n\n${HELP}`)
    process.exitCode = 2
    return
  }
  let documents = 0
  for (let n = 0; n < cities; n++) {
    const out = cities === 1 ? values.out : join(values.out, placeOf(n).city)
    documents += writeCity(values.seed, n, meetings, out)
  }
  writeFileSync(join(values.out, 'README.md'), README)
  process.stdout.write(`${documents} documents of ${cities} ${cities === 1 ? 'city' : 'cities'} in ${values.out}\n`)
}

if (process.argv[1]?.endsWith('samples/main.ts')) main(process.argv.slice(2))
