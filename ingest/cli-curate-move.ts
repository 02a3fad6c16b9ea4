import { readFile } from 'node:fs/promises'
import type { CurationEvent } from '../model/curation.ts'
import type { JurisdictionId } from '../model/graph.ts'
import type { Store } from '../store/port.ts'
import { INTERRUPTED, OK, print, UsageError, type World } from './command.ts'
import { fromLines, newEvents, toLines } from './curation/event-lines.ts'
import { holding } from './curation/holding.ts'
import { counted } from './report.ts'
import { stopped } from './stopped.ts'
import { rewriteJurisdiction } from './write-jurisdiction.ts'

/** All events of a place, or with `null` of every place, a line each. */
export const exportEvents = async (store: Store, place: JurisdictionId | null, { stdout }: World): Promise<number> => {
  const lines = toLines(await store.curation(place))
  if (lines !== '') await print(stdout, lines.trimEnd())
  return OK
}

type Lines = { line: number; event: CurationEvent }[]

const byPlace = (lines: Lines): Map<JurisdictionId, Lines> => {
  const places = new Map<JurisdictionId, Lines>()
  for (const one of lines) places.set(one.event.jurisdiction, [...(places.get(one.event.jurisdiction) ?? []), one])
  return places
}

/** Those of the lines that are not known yet. Throws for an event that says something else than the known one of its id, and for an undo of nothing. */
const fresh = (lines: Lines, known: readonly CurationEvent[]): CurationEvent[] => {
  const events = newEvents(lines, known)
  holding([...known, ...events])
  return events
}

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Takes in the events of a file; all lines are looked at before the first is written, then place by place. */
export const importEvents = async (store: Store, words: readonly string[], world: World): Promise<number> => {
  const [path, second] = words
  if (path === undefined || second !== undefined) throw new UsageError('import: expected FILE')
  const places = byPlace(fromLines(await textOf(path)))
  for (const [place, lines] of places) fresh(lines, await store.curation(place))
  for (const [place, lines] of places) {
    if (await stopped(world.stop)) return INTERRUPTED
    const { events } = await rewriteJurisdiction(store, place, (held) => ({
      documents: held.documents,
      newEvents: fresh(lines, held.events),
    }))
    await print(world.stdout, `${place}: ${counted(events, 'event')} new, ${lines.length - events} known`)
  }
  if (places.size === 0) await print(world.stdout, 'the file has no events')
  return OK
}
