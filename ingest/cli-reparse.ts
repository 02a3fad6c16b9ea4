import type { StoredDocument } from '../model/document.ts'
import type { JurisdictionId } from '../model/graph.ts'
import type { Store } from '../store/port.ts'
import { type Command, INTERRUPTED, OK, print, REFUSED, readArgs, UsageError, type World } from './command.ts'
import { canonical } from './difference.ts'
import type { Refusal } from './read/read-file.ts'
import { parseSource, toDocument } from './read-minutes.ts'
import { counted } from './report.ts'
import { stopped } from './stopped.ts'
import { withStore } from './with-store.ts'
import { rewriteJurisdiction, writeJurisdiction } from './write-jurisdiction.ts'

const HELP = `Usage: npm run -s reparse

Reads all stored texts again with today's parser and writes what has come out differently, place by place. The files themselves
are not needed. A text that today's parser refuses stays stored as it was, is told with the reason, and gives status 1 at the end.

Options:
  -h, --help   print this`

const readAgain = ({ name, sha256, format, sourceText, origin, record }: StoredDocument): StoredDocument | Refusal => {
  const { page } = record.source
  const read = parseSource({ path: name, sha256, format, sourceText, ...(page && { page }) }, { force: false })
  return read.is === 'refused' ? read : toDocument(read, origin)
}

/**
 * Reads each document once, also when it is loaded again because another process has written meanwhile. Gives back the very
 * object that it is asked about where nothing has come out differently, so that nothing is written.
 */
const rereader = () => {
  const read = new Map<StoredDocument['id'], StoredDocument | Refusal>()
  return (document: StoredDocument): StoredDocument | Refusal => {
    const again = read.get(document.id) ?? readAgain(document)
    read.set(document.id, again)
    return canonical(again) === canonical(document) ? document : again
  }
}

type Outcome = { line: string; refused: Refusal[] }

const reparsePlace = async (store: Store, place: JurisdictionId): Promise<Outcome> => {
  const again = rereader()
  const outcomes = (await store.documents(place)).map(again)
  const moved = outcomes.flatMap((one) => ('is' in one || one.jurisdiction === place ? [] : [one]))
  // First into the new place and then out of the old one: at no time is such a document in neither.
  for (const document of moved)
    await writeJurisdiction(store, document.jurisdiction, (stored) => [
      ...stored.filter(({ id }) => id !== document.id),
      document,
    ])
  const { documents, changed } = await rewriteJurisdiction(store, place, (held) => ({
    documents: held.documents.flatMap((document) => {
      const outcome = again(document)
      if ('is' in outcome) return [document]
      return outcome.jurisdiction === place ? [outcome] : []
    }),
    newEvents: [],
  }))
  const parts = [
    changed ? `${counted(documents.put, 'document')} came out differently` : 'nothing came out differently',
    ...moved.map(({ name, jurisdiction }) => `${name} belongs to ${jurisdiction} now`),
  ]
  return { line: `${place}: ${parts.join('; ')}`, refused: outcomes.flatMap((one) => ('is' in one ? [one] : [])) }
}

const reparse = async (store: Store, { stdout, stderr, stop }: World): Promise<number> => {
  const places = (await store.jurisdictions()).map(({ id }) => id)
  if (places.length === 0) await print(stdout, 'nothing is stored')
  let status = OK
  for (const place of places) {
    if (await stopped(stop)) {
      await print(stderr, `interrupted before ${place}; what is listed is stored in full, run it again for the rest`)
      return INTERRUPTED
    }
    const { line, refused } = await reparsePlace(store, place)
    await print(stdout, line)
    for (const { file, reason } of refused) await print(stderr, `${file} stays as it was: ${reason}`)
    if (refused.length) status = REFUSED
  }
  return status
}

const run = async (args: readonly string[], world: World): Promise<number> => {
  const { positionals } = readArgs(args, {})
  if (positionals.length > 0) throw new UsageError('reparse takes no names: it reads all that is stored')
  return withStore(world, (store) => reparse(store, world))
}

export const reparseCommand: Command = { summary: "read all stored texts again with today's parser", help: HELP, run }
