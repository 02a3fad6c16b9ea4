/** Kills the program `ingest` itself while it writes, again and again, and looks at what it has left. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { ingest } from '../../ingest/pipeline.ts'
import { emptyReport } from '../../ingest/report.ts'
import { openStore, readStoreConfig } from '../../store/open-store.ts'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import type { Desk } from './command-line.ts'
import { smallMinutes } from './small-minutes.ts'

const PLACES = Array.from('丙乙甲', (name) => `${name}州市`).sort()
const MEETINGS = 6
const NAMES = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜')

export type Tally = {
  kills: number
  /** Of the places that were being written when the kill came: found as they were before, and as they should become. */
  before: number
  after: number
  /** Places that had been acknowledged as written when the kill came, and those of them that were not found so. */
  acknowledged: number
  missing: number
  /** Places found in a state that never was one. */
  torn: number
}

/** Every edition says something else in every document of every place. */
const writeEdition = (folder: string, edition: number): void => {
  mkdirSync(folder, { recursive: true })
  for (const place of PLACES)
    for (let ordinal = 1; ordinal <= MEETINGS; ordinal++) {
      const people = NAMES.map((name) => `市财政局${name}${NAMES[(ordinal + edition) % NAMES.length]}`).join(' ')
      const title = `${place.slice(0, 2)}第${ordinal * 100 + edition}号管理办法`
      const text = smallMinutes({ issuer: `${place}人民政府`, ordinal, date: [2022, 3, ordinal], title, roll: people })
      writeFileSync(join(folder, `${place}-${ordinal}.txt`), text)
    }
}

const stateOf = async (store: Store, place: string) => ({
  ...(await store.fingerprints(place)),
  documents: (await store.documents(place)).map(({ id }) => id),
})
type State = Awaited<ReturnType<typeof stateOf>>

const statesOf = async (store: Store): Promise<Map<string, State>> => {
  const states = new Map<string, State>()
  for (const place of PLACES) states.set(place, await stateOf(store, place))
  return states
}

/** What an undisturbed run leaves in an empty store. */
const undisturbed = async (folder: string): Promise<Map<string, State>> => {
  const store = await openSqlite({ file: ':memory:', readers: 0 })
  const watcher = { file: () => undefined, writing: () => undefined, stop: new AbortController().signal }
  await ingest(store, [folder], emptyReport(), watcher)
  const states = await statesOf(store)
  await store.close()
  return states
}

type Run = { started: string[]; times: number[]; killed: boolean }

/** Runs it over the folder; `delay` milliseconds after it has begun to write its `nth` place, it is killed. */
const run = async (desk: Desk, env: Record<string, string>, nth: number, delay: number): Promise<Run> => {
  const child = desk.start(['ingest', 'minutes'], env)
  child.stdout?.resume()
  const gone = new Promise<boolean>((resolve) => child.once('exit', (_code, signal) => resolve(signal === 'SIGKILL')))
  const [started, times]: [string[], number[]] = [[], []]
  if (child.stderr)
    for await (const line of createInterface(child.stderr)) {
      const place = /^writing (?<place>[^:]+):/u.exec(line)?.groups?.['place']
      if (place === undefined) continue
      times.push(performance.now())
      // How long it lives on is part of the trial, not a wait for something.
      if (started.push(place) === nth) void pause(delay).then(() => child.kill('SIGKILL'))
    }
  const killed = await gone
  times.push(performance.now())
  return { started, times, killed }
}

const judge = (tally: Tally, started: readonly string[], found: Seen, former: Seen, wanted: Seen): void => {
  for (const place of PLACES) {
    const [now, old, next] = [found.get(place), former.get(place), wanted.get(place)]
    const written = isDeepStrictEqual(now, next)
    if (!written && !isDeepStrictEqual(now, old)) tally.torn++
    const at = started.indexOf(place)
    if (at === started.length - 1) tally[written ? 'after' : 'before']++
    else if (at >= 0) {
      // It says that it writes the next place when the one before is written: that is its word for it.
      tally.acknowledged++
      if (!written) tally.missing++
    } else if (written) tally.torn++
  }
}
type Seen = ReadonlyMap<string, State>

/** Kills it so many times, later and later within the time that writing one place takes. `env` names the store, which is empty. */
export const killIngest = async (desk: Desk, env: Record<string, string>, kills: number): Promise<Tally> => {
  const tally: Tally = { kills: 0, before: 0, after: 0, acknowledged: 0, missing: 0, torn: 0 }
  const folder = desk.path('minutes')
  const look = async () => {
    const store = await openStore(readStoreConfig({ ...env, DATA_DIR: desk.path('data') }), { readers: 0 })
    try {
      return await statesOf(store)
    } finally {
      await store.close()
    }
  }
  writeEdition(folder, 0)
  const { times } = await run(desk, env, 0, 0)
  const [first = 0, , third = 0] = times
  let former = await look()
  for (let edition = 1; tally.kills < kills; edition++) {
    writeEdition(folder, edition)
    const delay = ((tally.kills + 0.5) / kills) * ((third - first) / 2) * 1.1
    const { started, killed } = await run(desk, env, 1 + (edition % (PLACES.length - 1)), delay)
    const found = await look()
    if (killed) {
      tally.kills++
      const wanted = await undisturbed(folder)
      judge(tally, started, found, former, wanted)
    }
    former = found
  }
  return tally
}
