import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { curateCommand } from '../../ingest/cli-curate.ts'
import { ingestCommand } from '../../ingest/cli-ingest.ts'
import { reparseCommand } from '../../ingest/cli-reparse.ts'
import { type Command, UsageError } from '../../ingest/command.ts'
import type { WorkEntry } from '../../model/work-list.ts'
import { Desk, lines } from './command-line.ts'
import { smallMinutes } from './small-minutes.ts'

const YUN = '云汀区人民政府'

let desk: Desk
beforeEach(async () => {
  desk = new Desk()
  const [a, b] = [
    smallMinutes(),
    smallMinutes({ ordinal: 47, date: [2022, 9, 20], roll: '市住建局凌舟 市审计局顾一鸣' }),
  ]
  await ingest(desk.put('a.txt', a), desk.put('b.txt', b))
})
afterEach(() => desk.clear())

/** Runs a command in this process: starting one for each call takes its seconds. */
const call = async (command: Command, args: readonly string[], folder = 'data') => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const world = { env: { DATA_DIR: desk.path(folder) }, now: () => new Date(), stop: new AbortController().signal }
  const status = await command.run(args, { ...world, stdout, stderr })
  stdout.end()
  return { status, stdout: await text(stdout) }
}
const ingest = (...paths: string[]) => call(ingestCommand, paths)
const curate = (...args: string[]) => call(curateCommand, args)
const refusal = (...args: string[]) => expect(curate(...args)).rejects
const by = ['--by', '林', '--why', '看了原文']

describe('curate', () => {
  test('merges two people, shows it in the log, and undoes it', async () => {
    const before = await desk.contents()
    const ids = ['澜州市/person/顾一鸣@市财政局', '澜州市/person/顾一鸣@市审计局']
    const wrong = await desk.run(['curate', 'same', ...ids])
    expect([wrong.status, wrong.stderr]).toEqual([2, 'say who decides: --by NAME\nSee --help.\n'])
    const refused = await desk.run(['curate', 'rename', '无此局', '甲', ...by])
    expect([refused.status, refused.stderr]).toEqual([1, '“无此局” is nothing\n'])
    const dry = await curate('same', ...ids, ...by, '--dry-run')
    expect([dry.status, lines(dry.stdout)[0]]).toEqual([0, expect.stringContaining('nothing is written: same:')])
    expect(await desk.contents()).toEqual(before)

    const merged = await curate('same', ...ids, ...by, '--json')
    const { event } = JSON.parse(merged.stdout)
    expect([merged.status, event.by, event.why, event.before.length, event.after.length]).toEqual([
      0,
      '林',
      '看了原文',
      2,
      1,
    ])

    expect((await curate('undo', event.id, '--by', '苏')).status).toBe(0)
    expect(await desk.contents()).toEqual(before)
    const { stdout } = await curate('log')
    expect(lines(stdout)).toEqual([
      expect.stringMatching(/^\S+ {2}林, /),
      expect.stringContaining('  same: 顾一鸣@市财政局 (2022-07-19-常务会议-45) + 顾一鸣@市审计局'),
      expect.stringContaining(' → '),
      '  why: 看了原文',
      expect.stringMatching(/^ {2}undone by 苏 in \S+$/),
      expect.stringMatching(/^\S+ {2}苏, /),
      `  undo: ${event.id}`,
      expect.stringContaining(' → '),
    ])
  })
  test('lists what a name may mean instead of choosing', async () => {
    await refusal('rename', '顾一鸣', '顾鸣', ...by).toThrow(
      [
        '“顾一鸣” means 2; name one:',
        '  澜州市/person/顾一鸣@市审计局  顾一鸣',
        '  澜州市/person/顾一鸣@市财政局  顾一鸣',
      ].join('\n'),
    )
    await refusal('rename', '财政', '甲', ...by).toThrow('  澜州市/department/市财政局  市财政局')
    expect((await curate('log')).stdout).toBe('nobody has corrected anything\n')
  })
  test('takes a person apart by meeting, and a body by its printed form', async () => {
    const ling = '澜州市/person/凌舟@市住建局'
    await refusal('different', ling, '凌舟', ...by).toThrow(
      'are one: 澜州市/person/凌舟@市住建局; `split` takes it apart',
    )
    await refusal('split', ling, '第45次', '第47次', ...by).toThrow('nothing of')
    await refusal('split', ling, '第46次', ...by).toThrow('“第46次” is nothing')
    expect((await curate('split', ling, '第47次', ...by)).stdout).toContain(
      'split: 凌舟@市住建局 (2022-09-20-常务会议-47)',
    )
    const people = [...((await desk.contents()).graphs[0]?.nodes.keys() ?? [])].filter((id) =>
      id.includes('/person/凌舟'),
    )
    expect(people).toHaveLength(2)
    await refusal('split', '市财政局', '市财政局', ...by).toThrow('nothing of')
  })
  test('finds an entry by what a correction put there, and asks in which item a name is wrong', async () => {
    await curate('correct-roll', '第45次', '凌舟@市住建局', '--to', '凌洲@市住建局', ...by)
    const again = await curate('correct-roll', '第45次', '凌洲', '--to', '凌州@市住建局', '--role', 'absent', ...by)
    expect(again.stdout).toContain('correct-roll: 凌舟@市住建局 (2022-07-19-常务会议-45) is 凌州@市住建局 [absent]')
    await refusal('correct-roll', '第45次', '凌', '--none', ...by).toThrow(
      '“凌” is nothing; there is:\n  凌舟@市住建局',
    )
    await refusal('correct-name', '第45次', '市住建局', '--none', '--item', '2', ...by).toThrow('“市住建局” is nothing')
    const title = await curate('correct-name', '第45次', '《澜州市城市更新实施办法》', '--none', ...by)
    expect(title.stdout).toContain('correct-name: 《澜州市城市更新实施办法》 in “审议《澜州市城市更新实施办法》”')
  })
  test('corrects the chair and the recorder, and adds what was not read', async () => {
    const chair = await curate('correct-chair', '第45次', '--to', '陆恒', '--post', '市长', '--acting', ...by)
    expect(chair.stdout).toContain('correct-chair: 陆衡 (2022-07-19-常务会议-45) is 陆恒 (市长, acting)')
    const recorder = await curate('correct-recorder', '第45次', '--none', ...by)
    expect(recorder.stdout).toContain('correct-recorder: 栗溪 (2022-07-19-常务会议-45) is nobody')
    await refusal('correct-recorder', '第45次', '栗希', '--none', ...by).toThrow('“栗希” is nothing; there is:\n  栗溪')
    await refusal('correct-chair', '第45次', ...by).toThrow('say what is right')
    await refusal('correct-chair', '第45次', '--none', '--quote', '陆衡', ...by).toThrow('nobody can be rejected')
    const roll = await curate('add-roll', '第47次', '澜州市人民政府办公室', '--to', '@市政府办公室', ...by)
    expect(roll.stdout).toContain(
      'add-roll: “澜州市人民政府办公室” (2022-09-20-常务会议-47) is @市政府办公室 [observer]',
    )
    await refusal('add-roll', '第47次', '市园林局', '--to', '@市园林局', ...by).toThrow('words are printed nowhere so')
    await refusal('add-roll', '第47次', '澜州市', ...by).toThrow('say who stands there with --to')
    const name = await curate('add-name', '第47次', '各部门', '--part', 'task', ...by)
    expect(name.stdout).toContain('add-name: 各部门 [task] in “审议《澜州市城市更新实施办法》”')
    await refusal('add-name', '第47次', '各部门', '--part', 'lead', ...by).toThrow('no decision is read')
    await refusal('add-name', '第47次', '各部门', '--part', 'any', ...by).toThrow('--part any: expected lead')
    await refusal('add-name', '第47次', '市园林局', ...by).toThrow('“市园林局” is nothing')
  })
  test('settles a warning by its code, and undoes an event by the beginning of its id', async () => {
    await ingest(desk.put('c.txt', smallMinutes({ ordinal: 48, date: [2022, 11, 22], roll: '市住建局凌舟 ※※※※※※' })))
    const warnings = JSON.parse((await curate('worklist', '--json')).stdout).rows as WorkEntry[]
    const warning = warnings.find(({ kind }) => kind === 'warning')
    expect(warning).toBeDefined()
    await refusal('settle', '第48次', 'no-such-code', ...by).toThrow('“no-such-code” is nothing; there is:')
    expect((await curate('settle', '第48次', warning?.about ?? '', ...by)).stdout).toContain('): nothing')
    const left = JSON.parse((await curate('worklist', '--json')).stdout).rows as WorkEntry[]
    expect(left.map(({ id }) => id)).not.toContain(warning?.id)
    const [event] = JSON.parse((await curate('log', '--json')).stdout)
    await curate('rename', '市财政局', '甲', ...by)
    await refusal('undo', '2', ...by).toThrow('2 begins 2 events')
    await refusal('undo', 'x', ...by).toThrow('there is no event x')
    expect((await curate('undo', event.id, ...by)).stdout).toContain(`undo: ${event.id}`)
  })
  test('corrects a roll and a name, and holds through a reparse and a changed file', async () => {
    expect((await curate('correct-roll', '第45次', '凌舟', '--to', '凌洲@市住建局', ...by)).status).toBe(0)
    expect((await curate('correct-name', '2022-07-19', '市住建局', '--to', '市城管局', ...by)).status).toBe(0)
    await ingest(desk.put('a.txt', smallMinutes({ more: '会议强调，要加强监督检查。' })))
    expect((await call(reparseCommand, [])).stdout).toContain('nothing came out differently')
    const nodes = [...((await desk.contents()).graphs[0]?.nodes.keys() ?? [])]
    expect(nodes).toContain('澜州市/person/凌洲@市住建局')
    const log = JSON.parse((await curate('log', '--json')).stdout)
    expect(log.map(({ state }: { state: string }) => state)).toEqual(['holds', 'holds'])
  })
  test('tells of two people who contradict each other', async () => {
    expect((await curate('conflicts')).stdout).toBe('no two corrections contradict each other\n')
    await curate('rename', '市财政局', '甲', ...by)
    const { stdout } = await curate('rename', '市财政局', '乙', '--by', '苏')
    expect(stdout).toContain('in conflict, none of these is applied until the others are undone:')
    const { status, stdout: listed } = await curate('conflicts')
    expect([status, lines(listed).length]).toEqual([0, 3])
  })
  test('lists what has to be looked at, and no longer what was accepted', async () => {
    const rows = async () => JSON.parse((await curate('worklist', '--json')).stdout).rows as WorkEntry[]
    const missing = (await rows()).find(({ kind }) => kind === 'missing-number')
    expect(missing?.about).toBe('常务会议 46')
    expect((await curate('accept', missing?.id ?? '', ...by)).status).toBe(0)
    expect((await rows()).filter(({ kind }) => kind === 'missing-number')).toEqual([])
  })
  test('exports events as lines and takes them in elsewhere, once', async () => {
    await curate('rename', '市财政局', '甲', ...by)
    await curate('correct-roll', '第45次', '凌舟', '--none', ...by)
    const { stdout } = await curate('export')
    expect(lines(stdout)).toHaveLength(2)
    const file = desk.put('events.jsonl', stdout)
    const taken = await call(curateCommand, ['import', file], 'elsewhere')
    expect([taken.status, taken.stdout]).toEqual([0, '澜州市: 2 events new, 0 known\n'])
    await call(ingestCommand, [desk.path('b.txt'), desk.path('a.txt')], 'elsewhere')
    expect(await desk.contents('elsewhere')).toEqual(await desk.contents())
    expect((await curate('import', file)).stdout).toBe('澜州市: 0 events new, 2 known\n')
    expect((await call(curateCommand, ['export'], 'elsewhere')).stdout).toBe(stdout)
  })
  test('takes nothing in from a file with a wrong line, and says which', async () => {
    await curate('rename', '市财政局', '甲', ...by)
    const { stdout } = await curate('export')
    const file = desk.put('events.jsonl', `${stdout}{"id":1}\n`)
    await refusal('import', file).toThrow(/^line 2: no event of curation: id: /)
    const undo = { ...JSON.parse(stdout), action: { do: 'undo', event: '2024-01-01T00:00:00.000Z-0000-000000' } }
    const stray = desk.put('stray.jsonl', JSON.stringify({ ...undo, id: '2023-01-01T00:00:00.000Z-0000-000000' }))
    await refusal('import', stray).toThrow('which is no earlier event')
    const other = desk.put('other.jsonl', stdout.replace('"林"', '"苏"'))
    await refusal('import', other).toThrow(/^line 1: event \S+ is known and says something else/)
    await refusal('import', desk.path('nowhere.jsonl')).toThrow('cannot be read')
    expect((await curate('export')).stdout).toBe(stdout)
  })
  test('asks for the place where several are stored', async () => {
    await ingest(desk.put('yun/a.txt', smallMinutes({ issuer: YUN })))
    await refusal('worklist').toThrow('--jurisdiction: 云汀区, 澜州市')
    expect((await curate('worklist', '--jurisdiction', '云汀区')).status).toBe(0)
  })
  test('knows the place from an id or an event, where several are stored', async () => {
    await ingest(desk.put('yun/a.txt', smallMinutes({ issuer: YUN })))
    const named = await curate('rename', '澜州市/department/市财政局', '甲', ...by, '--json')
    const { event } = JSON.parse(named.stdout)
    expect(event.jurisdiction).toBe('澜州市')
    expect((await curate('undo', event.id, ...by)).stdout).toContain(`undo: ${event.id}`)
    await refusal('rename', '市财政局', '甲', ...by).toThrow('--jurisdiction: 云汀区, 澜州市')
    await refusal('undo', 'x', ...by).toThrow('--jurisdiction: 云汀区, 澜州市')
  })
  test.each([
    [['same', '甲', '乙'], 'say who decides: --by NAME'],
    [['same', '甲', ...by], 'same: expected A B'],
    [['correct-roll', '第45次', '凌舟', ...by], 'say what is right with --to'],
    [['correct-roll', '第45次', '凌舟', '--to', '甲', '--none', ...by], '--to and --none'],
    [['correct-roll', '第45次', '凌舟', '--to', '甲', '--role', 'x', ...by], 'expected member, observer'],
    [['correct-name', '第45次', '市住建局', '--to', '甲', '--item', 'x', ...by], '--item x: expected a number'],
    [['worklist', '--limit', '0'], '--limit 0: expected a number'],
    [['merge'], 'there is no action merge'],
    [[], 'say what to do'],
  ])('%j is a wrong call', async (args, message) => {
    const error: unknown = await curate(...args).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UsageError)
    expect(error).toMatchObject({ message: expect.stringContaining(message) })
  })
})
