import type { JurisdictionId } from '../model/graph.ts'
import type { Store } from '../store/port.ts'
import { Plan } from './plan.ts'
import { findFiles } from './read/find-files.ts'
import { type FileText, type Refusal, readFile, readGiven } from './read/read-file.ts'
import { countWarnings, type Report, refuse } from './report.ts'
import { stopped } from './stopped.ts'
import { writeJurisdiction } from './write-jurisdiction.ts'

/** Told as the work goes on; `stop` is looked at between two files and between two commits. */
export type Watcher = {
  file(done: number, total: number): void
  writing(jurisdiction: JurisdictionId, documents: number): void
  stop: AbortSignal
}

const write = async (store: Store, plan: Plan, jurisdiction: JurisdictionId, report: Report): Promise<void> => {
  await writeJurisdiction(store, jurisdiction, (stored) => plan.apply(jurisdiction, stored))
  for (const { document, replaces } of plan.puts(jurisdiction)) {
    report.read++
    report[replaces ? 'replaced' : 'added']++
    countWarnings(report, document.record.warnings)
  }
  const summary = await store.jurisdiction(jurisdiction)
  report.jurisdictions.push({
    id: jurisdiction,
    documents: summary?.documents ?? 0,
    meetings: summary?.counts.meeting ?? 0,
  })
}

type Source = { is: 'file'; read: () => Promise<FileText | Refusal>; origin?: string } | Refusal

/** The report is filled as the work goes on, so that it is true also when this throws, as it does when the store cannot serve. */
const ingestAll = async (store: Store, sources: readonly Source[], report: Report, watcher: Watcher): Promise<void> => {
  const plan = new Plan(await store.documentHeads())
  report.files = sources.filter(({ is }) => is === 'file').length
  let done = 0
  for (const one of sources) {
    if (await stopped(watcher.stop)) break
    const read = one.is === 'file' ? await one.read() : one
    const outcome = read.is === 'text' ? plan.add(read, one.is === 'file' ? one.origin : undefined) : read
    if (outcome === 'unchanged') report.unchanged++
    else if (outcome !== 'planned') refuse(report, outcome)
    if (one.is === 'file') watcher.file(++done, report.files)
  }
  for (const jurisdiction of plan.jurisdictions()) {
    if (await stopped(watcher.stop)) break
    watcher.writing(jurisdiction, plan.puts(jurisdiction).length)
    await write(store, plan, jurisdiction, report)
  }
  report.interrupted = watcher.stop.aborted
}

/**
 * Reads files, folders and patterns and writes what they say: one commit for each jurisdiction, with all its documents.
 * What is the matter with a file is told in the report and stops nothing else.
 */
export const ingest = async (
  store: Store,
  paths: readonly string[],
  report: Report,
  watcher: Watcher,
): Promise<void> => {
  const found = await findFiles(paths)
  const sources = found.map((one): Source => (one.is === 'file' ? { is: 'file', read: () => readFile(one.path) } : one))
  await ingestAll(store, sources, report, watcher)
}

export type GivenFile = { name: string; bytes: Buffer }

/** The same for files that are handed over; one of the same name replaces the one that was handed over before. */
export const ingestGiven = (
  store: Store,
  files: readonly GivenFile[],
  report: Report,
  watcher: Watcher,
): Promise<void> => {
  const sources = files.map(
    ({ name, bytes }): Source => ({ is: 'file', read: () => readGiven(name, bytes), origin: `upload:${name}` }),
  )
  return ingestAll(store, sources, report, watcher)
}
