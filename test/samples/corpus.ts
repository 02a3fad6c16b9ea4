/** The committed corpus as tests read it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { GoldRecord } from '../../scripts/samples/gold.ts'
import type { storiesOf } from '../../scripts/samples/truth.ts'

export const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url))

type Stories = ReturnType<typeof storiesOf>

// The generator wrote these files and the first test holds them to it, byte for byte.
const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(SAMPLES, path), 'utf8')) as T

export const stories = readJson<Stories>('truth/stories.json')
export const stems = readdirSync(join(SAMPLES, 'minutes')).map((name) => name.replace('.txt', ''))
export const textOf = (stem: string): string => readFileSync(join(SAMPLES, 'minutes', `${stem}.txt`), 'utf8')
export const goldOf = (stem: string): GoldRecord => readJson<GoldRecord>(`truth/records/${stem}.gold.json`)

/** Page numbers and white space out, as a reader sees the text. */
export const plain = (text: string): string => text.replace(/^— \d+ —$/gmu, '').replace(/\s/gu, '')
