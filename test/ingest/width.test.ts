import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from '../../ingest/parse/parse.ts'
import { repair } from '../../ingest/repair/repair.ts'
import { factsOf } from './facts.ts'

const SAMPLES = readdirSync('samples/minutes').map((name) => readFileSync(`samples/minutes/${name}`, 'utf8'))
const facts = (text: string) => factsOf(parse(repair(text), { path: 'a.txt', sha256: '0', format: 'txt' }))

const swap = (from: string, to: string) => (text: string) =>
  Array.from(text, (sign) => Array.from(to)[Array.from(from).indexOf(sign)] ?? sign).join('')

const WAYS: readonly (readonly [string, (text: string) => string])[] = [
  [
    'figures and letters of full width',
    (text) => text.replace(/[0-9A-Za-z]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  ],
  ['brackets of half width', swap('（）', '()')],
  ['commas, colons and semicolons of half width', swap('，：；', ',:;')],
  ['straight quotation marks', swap('“”', '""')],
  ['angle brackets of half width', swap('〈〉', '<>')],
]

describe('the same minutes set in another way give the same facts', () => {
  test.each(WAYS)('%s', (_name, set) => {
    for (const text of SAMPLES) expect(facts(set(text))).toEqual(facts(text))
  })
})
