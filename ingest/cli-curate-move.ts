import { readFile } from 'node:fs/promises'
import type { JurisdictionId } from '../model/graph.ts'
import type { Store } from '../store/port.ts'
import { INTERRUPTED, OK, print, UsageError, type World } from './command.ts'
import { toLines } from './curation/event-lines.ts'
import { importEvents } from './import-events.ts'
import { counted } from './report.ts'

/** All events of a place, or with `null` of every place, a line each. */
export const printEvents = async (store: Store, place: JurisdictionId | null, { stdout }: World): Promise<number> => {
  const lines = toLines(await store.curation(place))
  if (lines !== '') await print(stdout, lines.trimEnd())
  return OK
}

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Takes in the events of a file, place by place. */
export const importFile = async (store: Store, words: readonly string[], { stop, stdout }: World): Promise<number> => {
  const [path, second] = words
  if (path === undefined || second !== undefined) throw new UsageError('import: expected FILE')
  let places = 0
  const whole = await importEvents(store, await textOf(path), {
    stop,
    tell: ({ jurisdiction, added, known }) => {
      places += 1
      return print(stdout, `${jurisdiction}: ${counted(added, 'event')} new, ${known} known`)
    },
  })
  if (!whole) return INTERRUPTED
  if (places === 0) await print(stdout, 'the file has no events')
  return OK
}
