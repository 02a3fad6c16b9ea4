/** The programs of the command line, called as they should not be, over files as they should not be. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { INTERRUPTED } from '../../ingest/command.ts'
import { runProgram } from '../../ingest/run-program.ts'
import type { Rng } from '../../scripts/samples/prng.ts'
import { pickText, type Seeds } from './seeds.ts'
import { kindOf, type Target } from './target.ts'
import { mutateText } from './text-mutations.ts'

const COMMANDS = ['parse', 'ingest', 'remove', 'reparse', 'curate', 'copy-store']
const ACTIONS = [
  'same',
  'different',
  'split',
  'rename',
  'correct-roll',
  'correct-name',
  'settle',
  'accept',
  'undo',
  'log',
  'conflicts',
  'worklist',
  'export',
  'import',
]
const OPTIONS = [
  '--help',
  '--json',
  '--force',
  '--explain',
  '--by',
  '--why',
  '--jurisdiction',
  '--to',
  '--none',
  '--role',
  '--post',
  '--item',
  '--part',
  '--limit',
  '--dry-run',
  '--all',
  '--file',
  '--',
  '-',
  '-h',
  '-x',
  '--by=甲',
  '--limit=-1',
  '--item=九',
  '--no-json',
]
const WORDS = [
  '',
  ' ',
  '[',
  '{a,b}',
  '!(a)',
  '\u202e',
  '\ud800',
  '__proto__',
  '澜州市',
  '岚州市',
  '第45次',
  '市财政局',
  '陆衡',
  '陆衡@市财政局',
  '@',
  '2022-07-19',
  '0',
  '-1',
  '9'.repeat(50),
  'a'.repeat(3000),
  'roll-unread',
  'member',
  'lead',
]

/** A folder with files of every sort: good, damaged, empty, looping. */
const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-fuzz-'))
  mkdirSync(join(folder, 'in', 'deep'), { recursive: true })
  writeFileSync(join(folder, 'in', 'empty.txt'), '')
  writeFileSync(join(folder, 'in', '纪要[1].txt'), 'x')
  writeFileSync(join(folder, 'in', 'events.json'), '{"id":1}\n{')
  symlinkSync(join(folder, 'in'), join(folder, 'in', 'deep', 'loop'))
  symlinkSync(join(folder, 'in', 'self.txt'), join(folder, 'in', 'self.txt'))
  symlinkSync(join(folder, 'in', 'gone'), join(folder, 'in', 'gone.txt'))
  return folder
}

const collector = () => {
  const chunks: string[] = []
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(String(chunk))
      done()
    },
  })
  return { stream, text: () => chunks.join('') }
}

const STACK = /\n\s+at .+:\d+:\d+/u

export const cliTarget = (seeds: Seeds): Target => {
  const folder = makeFolder()
  const files = ['a.txt', 'b.md', 'c.html', 'd.docx'].map((name) => join(folder, 'in', name))
  const paths = [
    ...files,
    join(folder, 'in'),
    join(folder, 'in', '*'),
    join(folder, 'in', 'none.txt'),
    join(folder, 'in', 'self.txt'),
    join(folder, 'in', 'events.json'),
    join(folder, 'out'),
    `--text=${join(folder, 'out')}`,
    '/dev/null',
    join(folder, 'in', 'a.txt', 'x'),
  ]
  const argsOf = (rng: Rng): string[] => {
    const command = rng.chance(0.97) ? rng.pick(COMMANDS) : rng.pick(WORDS)
    const args = Array.from({ length: rng.int(0, 6) }, () =>
      rng.chance(0.4) ? rng.pick(OPTIONS) : rng.chance(0.6) ? rng.pick(paths) : rng.pick(WORDS),
    )
    return command === 'curate'
      ? [command, rng.pick(ACTIONS), ...args, ...(rng.chance(0.6) ? ['--by', '甲'] : [])]
      : [command, ...args]
  }
  return {
    name: 'command line',
    attack: async (rng) => {
      const text = rng.chance(0.5) ? pickText(rng, seeds) : mutateText(rng, pickText(rng, seeds), pickText(rng, seeds))
      writeFileSync(rng.pick(files), text)
      const args = argsOf(rng)
      const [out, err] = [collector(), collector()]
      const status = await runProgram(args, {
        env: { DATA_DIR: join(folder, rng.chance(0.95) ? `data-${rng.int(0, 3)}` : 'in/a.txt') },
        stdout: out.stream,
        stderr: err.stream,
        now: () => new Date(Date.UTC(2024, 0, rng.int(1, 28))),
        stop: rng.chance(0.03) ? AbortSignal.abort() : new AbortController().signal,
      })
      const told = err.text()
      const faults = [
        ...(STACK.test(told) || STACK.test(out.text()) || /fault of Jiyao/u.test(told)
          ? [`${JSON.stringify(args)}: ${told.slice(0, 600)}`]
          : []),
        ...(status === 0 || status === INTERRUPTED || told !== '' || out.text() !== ''
          ? []
          : [`${JSON.stringify(args)} ends with ${status} and says nothing`]),
      ]
      const words =
        told.trim() === ''
          ? ''
          : `: ${kindOf(told.replaceAll(folder, '').replaceAll(/\S*\/\S*/gu, 'FILE')).slice(0, 50)}`
      return { kind: `status ${status}${status === 2 ? words : ''}`, bytes: text.length, faults }
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true })
      return Promise.resolve()
    },
  }
}
