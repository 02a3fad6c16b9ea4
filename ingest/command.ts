import type { Writable } from 'node:stream'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Environment } from '../store/environment.ts'

/** What a command has of the world. */
export type World = {
  env: Environment
  stdout: Writable & { isTTY?: boolean }
  stderr: Writable & { isTTY?: boolean }
  now: () => Date
  /** Aborted when the user asks to stop. */
  stop: AbortSignal
}

export type Command = {
  /** One line for the list of commands. */
  summary: string
  /** What `--help` prints. */
  help: string
  /** Returns the exit status. */
  run(args: readonly string[], world: World): Promise<number>
}

/** The call was wrong; the message says how. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

export const OK = 0
export const REFUSED = 1
export const INTERRUPTED = 130

const isParseError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')

/** Throws `UsageError` for an option that is not known or lacks its value. */
export const readArgs = <Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true; strict: true }>> => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    if (isParseError(error)) throw new UsageError(error.message)
    throw error
  }
}

/** Resolves when the stream can take more, so that a slow reader does not make the memory full. */
export const print = (stream: Writable, text: string): Promise<void> =>
  new Promise((resolve) => {
    if (stream.write(`${text}\n`)) resolve()
    else stream.once('drain', resolve)
  })
