import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { DEFAULT_MEETINGS, DEFAULT_SEED, writeCity } from '../../scripts/samples/main.ts'
import { README } from '../../scripts/samples/readme.ts'
import { SAMPLES } from './corpus.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'jiyao-samples-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true })
})

const filesIn = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()

describe('the generator of the sample corpus', () => {
  test('writes the committed files, byte for byte', () => {
    const out = folder()
    writeCity(DEFAULT_SEED, 0, DEFAULT_MEETINGS, out)
    expect(filesIn(SAMPLES)).toEqual([...filesIn(out), 'README.md'].sort())
    for (const file of filesIn(out))
      expect(readFileSync(join(out, file)).equals(readFileSync(join(SAMPLES, file))), file).toBe(true)
    expect(readFileSync(join(SAMPLES, 'README.md'), 'utf8')).toBe(README)
  })

  test('writes other meetings from another seed', () => {
    const [one, other] = [folder(), folder()]
    writeCity('a', 0, 3, one)
    writeCity('b', 0, 3, other)
    const first = (root: string) =>
      readFileSync(join(root, 'minutes', readdirSync(join(root, 'minutes'))[0] ?? ''), 'utf8')
    expect(first(one)).not.toBe(first(other))
  })

  test('leaves no trace of its own city when it writes another', () => {
    const out = folder()
    expect(writeCity(DEFAULT_SEED, 1, 50, out)).toBe(50)
    for (const file of filesIn(out))
      expect(readFileSync(join(out, file), 'utf8'), file).not.toMatch(/澜|临江区|\{市\}/u)
  })
})
