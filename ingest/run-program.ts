import { BadEnvironment } from '../store/environment.ts'
import { StaleBase, StoreUnavailable } from '../store/port.ts'
import { backupCommand } from './cli-backup.ts'
import { copyStoreCommand } from './cli-copy-store.ts'
import { curateCommand } from './cli-curate.ts'
import { ingestCommand } from './cli-ingest.ts'
import { parseCommand } from './cli-parse.ts'
import { removeCommand } from './cli-remove.ts'
import { reparseCommand } from './cli-reparse.ts'
import { type Command, INTERRUPTED, OK, print, REFUSED, UsageError, type World } from './command.ts'
import { BadLine } from './curation/event-lines.ts'
import { UnknownEvent } from './curation/holding.ts'
import { CurationRefused } from './curation/refuse-action.ts'

const WRONG_CALL = 2

const COMMANDS: Readonly<Record<string, Command>> = {
  parse: parseCommand,
  ingest: ingestCommand,
  remove: removeCommand,
  reparse: reparseCommand,
  curate: curateCommand,
  'copy-store': copyStoreCommand,
  backup: backupCommand,
}

const overview = (): string =>
  [
    'Usage: npm run -s COMMAND -- [options] …',
    '',
    ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`),
    '',
    'Each of them explains itself with --help.',
  ].join('\n')

const HELP = new Set(['--help', '-h'])

/** Options end at `--`; behind it a file may be called --help. */
const asksForHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf('--')
  return (end < 0 ? args : args.slice(0, end)).some((arg) => HELP.has(arg))
}

const runCommand = async ([name, ...args]: readonly string[], world: World): Promise<number> => {
  if (name === undefined || HELP.has(name)) {
    await print(name === undefined ? world.stderr : world.stdout, overview())
    return name === undefined ? WRONG_CALL : OK
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new UsageError(`there is no command ${name}; there are ${Object.keys(COMMANDS).join(', ')}`)
  if (!asksForHelp(args)) return command.run(args, world)
  await print(world.stdout, command.help)
  return OK
}

/** Troubles that a person can do something about are told without a stack. */
const explain = (error: unknown): { status: number; message: string } => {
  if (error instanceof UsageError) return { status: WRONG_CALL, message: `${error.message}\nSee --help.` }
  if (error instanceof BadEnvironment) return { status: WRONG_CALL, message: error.message }
  if (error instanceof CurationRefused || error instanceof BadLine || error instanceof UnknownEvent)
    return { status: REFUSED, message: error.message }
  if (error instanceof StoreUnavailable) return { status: REFUSED, message: error.message }
  if (error instanceof StaleBase)
    return { status: REFUSED, message: `${error.message}, again and again; run it once more` }
  return { status: REFUSED, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

/** Runs the command that the arguments name and returns the exit status; whatever goes wrong is told on stderr. */
export const runProgram = async (args: readonly string[], world: World): Promise<number> => {
  try {
    return await runCommand(args, world)
  } catch (error) {
    const { status, message } = explain(error)
    await print(world.stderr, message)
    return world.stop.aborted && error instanceof StoreUnavailable ? INTERRUPTED : status
  }
}
