import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { openCity } from '../server/city.ts'
import { apiTarget } from './api-target.ts'
import { cliTarget } from './cli-target.ts'
import { fileTarget } from './file-target.ts'
import { parserTarget } from './parser-target.ts'
import { readSeeds } from './seeds.ts'
import { attackMany, type Target } from './target.ts'
import { uploadTarget } from './upload-target.ts'

/** Another one than that of `npm run bench:fuzz`, which attacks a hundred times as often. */
const SEED = 'short'
const seeds = readSeeds()

const expectUnharmed = async (target: Target, inputs: number): Promise<void> => {
  try {
    const { failures, kinds } = await attackMany(target, { seed: SEED, inputs })
    expect(failures).toEqual([])
    // Inputs that are all refused at the door would show nothing.
    expect(kinds.size).toBeGreaterThan(2)
  } finally {
    await target.close()
  }
}

describe('whatever comes in, nothing breaks and all that is read is proved by the text:', () => {
  test('damaged texts', () => expectUnharmed(parserTarget(seeds), 800))
  test.each([
    ['txt', 300],
    ['md', 100],
    ['html', 300],
    ['docx', 250],
    ['pdf', 100],
  ] as const)('damaged files of %s', (format, inputs) => expectUnharmed(fileTarget(format, seeds), inputs))
  test('calls of the command line that make no sense', () => expectUnharmed(cliTarget(seeds), 120))

  describe('over HTTP,', () => {
    let [full, empty]: Store[] = []
    beforeAll(async () => {
      full = await openCity()
      empty = await openSqlite({ file: ':memory:', readers: 0 })
    })
    afterAll(() => Promise.all([full?.close(), empty?.close()]))
    test('questions with hostile values', async () => {
      if (full) await expectUnharmed(await apiTarget(full), 700)
    })
    test('uploads of damaged files', async () => {
      if (empty) await expectUnharmed(await uploadTarget(empty, seeds), 60)
    })
  })
})
