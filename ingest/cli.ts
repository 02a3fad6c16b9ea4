/** The programs of the command line: `parse`, `ingest`, `remove`, `reparse`, `curate`, `copy-store`, `backup`. */
import { withEnvFile } from '../store/environment.ts'
import { INTERRUPTED, OK } from './command.ts'
import { runProgram } from './run-program.ts'

const stop = new AbortController()
process.on('SIGINT', () => {
  // Asked a second time: not even the current commit is waited for; what is not committed is rolled back by the next who opens.
  if (stop.signal.aborted) process.exit(INTERRUPTED)
  process.stderr.write('stopping …\n')
  stop.abort()
})
// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(OK)
  throw error
})

process.exitCode = await runProgram(process.argv.slice(2), {
  env: withEnvFile(process.env, '.env'),
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  stop: stop.signal,
})
// The driver keeps a connection on which a server has never said a word, and that would keep this process; all that it had to say is said.
if (process.exitCode !== OK) setTimeout(() => process.exit(), 250).unref()
