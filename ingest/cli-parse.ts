import { mkdir, writeFile } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { explanation, paintFor } from './cli-explain.ts'
import { type Command, INTERRUPTED, OK, print, REFUSED, readArgs, UsageError, type World } from './command.ts'
import { findFiles } from './read/find-files.ts'
import { readInOrder } from './read-in-order.ts'
import { type Minutes, readMinutes } from './read-minutes.ts'
import { stopped } from './stopped.ts'

const HELP = `Usage: npm run -s parse -- [options] FILE…

Reads minutes and prints what was read as NDJSON: one record a line, in the order given. Where a roll can be divided in two
ways, those of the other files of the same place decide.
A folder stands for all files below it that may hold minutes, a pattern for what it matches.
Nothing is stored. A file that is refused gives one line on stderr with the reason, and status 1 at the end.

Options:
  --explain    print for a person instead: the repaired text with every fact marked, the meeting's facts, and the warnings;
               in colours on a terminal, unless NO_COLOR is set
  --text DIR   write the repaired text of each file, into which the spans of its record point, as DIR/<name>.txt
  --force      read also what does not look like minutes; its record carries a warning
  -h, --help   print this`

/** Writes repaired texts, and never over a file that is being read or that it has written itself: then it tells why. */
const textWriter = (folder: string, inputs: readonly string[]) => {
  const taken = new Map(inputs.map((path) => [resolve(path), 'it is one of the files to read']))
  return async ({ path, repaired }: Minutes): Promise<string | null> => {
    const target = join(folder, `${basename(path, extname(path))}.txt`)
    const why = taken.get(resolve(target))
    if (why) return `its text is not written to ${target}: ${why}`
    taken.set(resolve(target), `the text of ${path} is there`)
    await mkdir(folder, { recursive: true })
    await writeFile(target, repaired.text)
    return null
  }
}

const run = async (args: readonly string[], world: World): Promise<number> => {
  const { stdout, stderr, stop } = world
  const { values, positionals } = readArgs(args, {
    explain: { type: 'boolean', default: false },
    text: { type: 'string' },
    force: { type: 'boolean', default: false },
  })
  if (positionals.length === 0) throw new UsageError('name at least one file')
  const found = await findFiles(positionals)
  const files = found.flatMap((one) => (one.is === 'file' ? [one.path] : []))
  const writeText = values.text === undefined ? null : textWriter(values.text, files)
  const paint = paintFor(world)
  let status = OK
  const refuse = async (file: string, reason: string) => {
    status = REFUSED
    await print(stderr, `${file}: ${reason}`)
  }
  const inOrder = readInOrder(async (read) => {
    await print(stdout, values.explain ? explanation(read, paint) : JSON.stringify(read.record))
    const failed = await writeText?.(read)
    if (failed) await refuse(read.path, failed)
  })
  for (const one of found) {
    if (await stopped(stop)) {
      await inOrder.end()
      return INTERRUPTED
    }
    const read = one.is === 'file' ? await readMinutes(one.path, { force: values.force }) : one
    if (read.is === 'refused') {
      await refuse(read.file, read.reason)
      continue
    }
    await inOrder.add(read)
  }
  await inOrder.end()
  return status
}

export const parseCommand: Command = { summary: 'print what is read in minutes, as NDJSON', help: HELP, run }
