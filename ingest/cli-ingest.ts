import { type Command, INTERRUPTED, OK, print, REFUSED, readArgs, UsageError, type World } from './command.ts'
import { ingest } from './pipeline.ts'
import { progress } from './progress.ts'
import { emptyReport, reportText } from './report.ts'
import { withStore } from './with-store.ts'

const HELP = `Usage: npm run -s ingest -- [options] PATH…

Reads minutes into the store: files, folders with all below them, patterns. What is stored already is not read again, a file
that has changed takes the place of its former self, and the order does not matter. All documents of a place are written at once:
whenever it is stopped, by Ctrl-C or by a power cut, whole documents are stored, and running it again finishes the job.
A file that is refused is told with the reason, and gives status 1 at the end.

The store is the folder that DATA_DIR names (data, if it is not set).

Options:
  --json       print the report as JSON
  -h, --help   print this`

const run = async (args: readonly string[], world: World): Promise<number> => {
  const { values, positionals } = readArgs(args, { json: { type: 'boolean', default: false } })
  if (positionals.length === 0) throw new UsageError('name at least one file or folder')
  const report = emptyReport()
  const shown = progress(world)
  try {
    await withStore(world, (store) => ingest(store, positionals, report, { ...shown, stop: world.stop }))
  } finally {
    shown.end()
    await print(world.stdout, values.json ? JSON.stringify(report, null, 2) : reportText(report))
  }
  if (report.interrupted) return INTERRUPTED
  return report.refused.length ? REFUSED : OK
}

export const ingestCommand: Command = { summary: 'read minutes into the store', help: HELP, run }
