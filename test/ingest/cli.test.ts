import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MinutesRecord } from '../../model/record.ts'
import { Desk, lines } from './command-line.ts'
import { NEWS, smallMinutes } from './small-minutes.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})
afterEach(() => desk.clear())

describe('every command', () => {
  test('explains itself', async () => {
    for (const command of ['parse', 'ingest', 'remove', 'reparse']) {
      const { status, stdout, stderr } = await desk.run([command, '--help'])
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toContain(`npm run -s ${command}`)
    }
    expect((await desk.run(['--help'])).stdout).toMatch(/parse .*ingest .*remove .*reparse /s)
  })
  test('that is called wrongly says how, with status 2, and does nothing', async () => {
    const calls = [
      [],
      ['parze'],
      ['parse'],
      ['parse', '--txet', 'x', 'a.txt'],
      ['parse', '--text'],
      ['ingest'],
      ['ingest', '-x', 'a'],
      ['remove'],
      ['reparse', 'a'],
    ]
    const results = await Promise.all(calls.map((call) => desk.run(call)))
    expect(results.map(({ status, stdout }) => [status, stdout])).toEqual(calls.map(() => [2, '']))
    expect(results[1]?.stderr).toContain('there is no command parze')
    expect(results[3]?.stderr).toContain("'--txet'")
    expect(existsSync(desk.path('data'))).toBe(false)
  })
  test('that needs the store names a variable that is wrong', async () => {
    const { status, stderr } = await desk.run(['reparse'], { NEO4J_URI: 'http://db', NEO4J_PASSWORD: 'sesame' })
    expect(status).toBe(2)
    expect(stderr).toMatch(/NEO4J_URI=http:\/\/db: expected an address such as/)
    expect(stderr).not.toContain('sesame')
  })
  test('takes settings from a file .env, below those of the environment', async () => {
    desk.put('.env', 'DATA_DIR=from-file\n')
    desk.put('a.txt', smallMinutes())
    await desk.run(['ingest', 'a.txt'])
    await desk.run(['ingest', 'a.txt'], { DATA_DIR: 'from-environment' })
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('from-'))).toEqual([
      'from-environment',
      'from-file',
    ])
  })
  test('that cannot use the store says why, with status 1', async () => {
    desk.put('data/jiyao.sqlite', '这不是数据库'.repeat(500))
    const { status, stderr } = await desk.run(['reparse'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/jiyao\.sqlite is not a SQLite database.*move it away/)
    expect(stderr).not.toContain('    at ')
  })
})

describe('parse', () => {
  test('prints a record a line, in the order given, and stores nothing', async () => {
    const ordinals = [46, 44, 45]
    const paths = ordinals.map((ordinal) => desk.put(`${ordinal}.txt`, smallMinutes({ ordinal })))
    const { status, stdout, stderr } = await desk.run(['parse', ...paths])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const records = lines(stdout).map((line) => MinutesRecord.parse(JSON.parse(line)))
    expect(records.map(({ source, meeting }) => [source.path, meeting.ordinal])).toEqual(
      paths.map((path, at) => [path, ordinals[at]]),
    )
    expect(readdirSync(desk.folder).sort()).toEqual(['44.txt', '45.txt', '46.txt'])
  })
  test('tells a refused file on stderr alone, goes on, and ends with status 1', async () => {
    desk.put('a.txt', smallMinutes())
    desk.put('news.txt', NEWS)
    desk.put('empty.txt', '')
    const { status, stdout, stderr } = await desk.run(['parse', 'none.txt', 'empty.txt', 'a.txt', 'news.txt'])
    expect(status).toBe(1)
    expect(lines(stdout)).toHaveLength(1)
    expect(lines(stderr)).toEqual([
      'none.txt: no such file',
      'empty.txt: the file is empty',
      expect.stringMatching(/^news\.txt: not minutes: it looks like a news report/),
    ])
  })
  test('--force reads what is not recognised as minutes, with a warning', async () => {
    desk.put('news.txt', NEWS)
    const { status, stdout } = await desk.run(['parse', '--force', 'news.txt'])
    expect(status).toBe(0)
    const { warnings } = MinutesRecord.parse(JSON.parse(stdout))
    expect(warnings.filter(({ code }) => code === 'not-minutes')).toHaveLength(1)
  })
  test('--text writes the text into which the spans point', async () => {
    desk.put('in/a.txt', smallMinutes().replaceAll('\n', '\r\n'))
    const { stdout } = await desk.run(['parse', '--text', 'out/deep', 'in/a.txt'])
    const written = readFileSync(desk.path('out/deep/a.txt'), 'utf8')
    const [item] = MinutesRecord.parse(JSON.parse(stdout)).items
    const decision = item?.decisions[0]
    expect(decision && written.slice(decision.span.start, decision.span.end)).toBe(decision?.quote)
  })
  test('--text writes over no file that is read, and over no text of another file', async () => {
    const source = smallMinutes()
    desk.put('a/x.txt', source)
    desk.put('b/x.md', smallMinutes({ ordinal: 46 }))
    const over = await desk.run(['parse', '--text', 'a', 'a/x.txt'])
    expect([over.status, over.stderr]).toEqual([1, expect.stringMatching(/^a\/x\.txt: .*one of the files to read/)])
    expect(readFileSync(desk.path('a/x.txt'), 'utf8')).toBe(source)
    const twice = await desk.run(['parse', '--text', 'out', 'a/x.txt', 'b/x.md'])
    expect([twice.status, twice.stderr]).toEqual([
      1,
      expect.stringMatching(/^b\/x\.md: .*the text of a\/x\.txt is there/),
    ])
    expect(lines(twice.stdout)).toHaveLength(2)
  })
})
