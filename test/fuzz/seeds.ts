/** Documents to begin from: the sample city, the fixtures and small minutes; whole, and cut down to what is quickly read. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Rng } from '../../scripts/samples/prng.ts'
import { smallMinutes } from '../ingest/small-minutes.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SAMPLES = join(ROOT, 'samples/minutes')
const FIXTURES = join(ROOT, 'test/fixtures/minutes')

export type Seeds = {
  texts: readonly string[]
  /** Whole files of the fixtures that have this ending. */
  files(ending: string): readonly Buffer[]
}

export const readSeeds = (): Seeds => {
  const samples = readdirSync(SAMPLES).map((name) => readFileSync(join(SAMPLES, name), 'utf8'))
  const sources = readdirSync(FIXTURES).flatMap((name) =>
    readdirSync(join(FIXTURES, name))
      .filter((file) => file.startsWith('source.'))
      .map((file) => join(FIXTURES, name, file)),
  )
  const plain = sources.filter((path) => /\.(?:txt|md)$/u.test(path)).map((path) => readFileSync(path, 'utf8'))
  return {
    texts: [...samples, ...plain, smallMinutes(), smallMinutes({ issuer: '青桐县人民政府' })],
    files: (ending) => sources.filter((path) => path.endsWith(ending)).map((path) => readFileSync(path)),
  }
}

/** The head of a document, a stretch of its middle and its end: all that minutes have, in a quarter of the text. */
export const pickText = (rng: Rng, { texts }: Seeds): string => {
  const text = rng.pick(texts)
  if (text.length < 2500 || rng.chance(0.05)) return text
  const lines = text.split('\n')
  const from = rng.int(6, Math.max(6, lines.length - 14))
  return [...lines.slice(0, 6), ...lines.slice(from, from + rng.int(2, 10)), ...lines.slice(-rng.int(4, 14))].join('\n')
}
