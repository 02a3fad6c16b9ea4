import type { JurisdictionId } from '../model/graph.ts'
import type { Store } from '../store/port.ts'
import { Plan } from './plan.ts'
import { findFiles } from './read/find-files.ts'
import { readFile } from './read/read-file.ts'
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

/**
 * Reads files, folders and patterns and writes what they say: one commit for each jurisdiction, with all its documents.
 * What is the matter with a file is told in the report and stops nothing else. The report is filled as the work goes on, so
 * that it is true also when this throws, as it does when the store cannot serve.
 */
export const ingest = async (
  store: Store,
  paths: readonly string[],
  report: Report,
  watcher: Watcher,
): Promise<void> => {
  const found = await findFiles(paths)
  const plan = new Plan(await store.documentHeads())
  report.files = found.filter(({ is }) => is === 'file').length
  let done = 0
  for (const one of found) {
    if (await stopped(watcher.stop)) break
    const read = one.is === 'file' ? await readFile(one.path) : one
    const outcome = read.is === 'text' ? plan.add(read) : read
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
