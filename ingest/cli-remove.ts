import { basename, extname } from 'node:path'
import type { DocumentHead } from '../model/document.ts'
import type { DocumentId, JurisdictionId } from '../model/graph.ts'
import type { Store } from '../store/port.ts'
import { type Command, INTERRUPTED, OK, print, REFUSED, readArgs, UsageError, type World } from './command.ts'
import { removeDocuments } from './remove-documents.ts'
import { counted } from './report.ts'
import { stopped } from './stopped.ts'
import { withStore } from './with-store.ts'

const HELP = `Usage: npm run -s remove -- DOCUMENT… | JURISDICTION…

Takes documents out of the store, with all that only they state. A document is named by its id or by its file name (with or
without the ending), a jurisdiction, such as a city, by its name; then all its documents go.
Where a name is unknown, or means more than one document, nothing at all is removed, and the status is 1.

Options:
  -h, --help   print this`

type Target = { jurisdiction: JurisdictionId; documents: DocumentHead[] }
type Choice = Target | { problem: string }

const choose = (name: string, heads: readonly DocumentHead[]): Choice => {
  const place = heads.filter((head) => head.jurisdiction === name)
  if (place.length) return { jurisdiction: name, documents: place }
  const meanings = [
    (head: DocumentHead) => head.id === name,
    (head: DocumentHead) => head.name === name,
    (head: DocumentHead) => basename(head.name, extname(head.name)) === name,
  ]
  const meant = meanings.map((means) => heads.filter(means)).find((found) => found.length > 0) ?? []
  const [first] = meant
  if (!first) return { problem: `${name}: no such document or jurisdiction is stored` }
  if (meant.length === 1) return { jurisdiction: first.jurisdiction, documents: meant }
  return {
    problem: [
      `${name}: means ${meant.length} documents; name one by its id:`,
      ...meant.map(({ id }) => `  ${id}`),
    ].join('\n'),
  }
}

const removeFrom = async (
  store: Store,
  jurisdiction: JurisdictionId,
  ids: ReadonlySet<DocumentId>,
): Promise<string> => {
  const { removed, left } = await removeDocuments(store, jurisdiction, ids)
  const rest = left ? `${counted(left, 'document')} left` : 'nothing is left of it'
  return `${jurisdiction}: ${counted(removed, 'document')} removed, ${rest}`
}

const byJurisdiction = (targets: readonly Target[]): Map<JurisdictionId, Set<DocumentId>> => {
  const all = new Map<JurisdictionId, Set<DocumentId>>()
  for (const { jurisdiction, documents } of targets)
    all.set(jurisdiction, new Set([...(all.get(jurisdiction) ?? []), ...documents.map(({ id }) => id)]))
  return all
}

const remove = async (store: Store, names: readonly string[], { stdout, stderr, stop }: World): Promise<number> => {
  const heads = await store.documentHeads()
  const choices = names.map((name) => choose(name, heads))
  const problems = choices.flatMap((choice) => ('problem' in choice ? [choice.problem] : []))
  if (problems.length) {
    await print(stderr, [...problems, 'nothing was removed'].join('\n'))
    return REFUSED
  }
  const targets = choices.flatMap((choice) => ('problem' in choice ? [] : [choice]))
  for (const [jurisdiction, ids] of byJurisdiction(targets)) {
    if (await stopped(stop)) return INTERRUPTED
    await print(stdout, await removeFrom(store, jurisdiction, ids))
  }
  return OK
}

const run = async (args: readonly string[], world: World): Promise<number> => {
  const { positionals } = readArgs(args, {})
  if (positionals.length === 0) throw new UsageError('name at least one document or jurisdiction')
  return withStore(world, (store) => remove(store, positionals, world))
}

export const removeCommand: Command = {
  summary: 'take documents, or all of a place, out of the store',
  help: HELP,
  run,
}
