import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from '../../ingest/parse/parse.ts'
import { readMinutes } from '../../ingest/read-minutes.ts'
import { repair } from '../../ingest/repair/repair.ts'
import { MinutesRecord } from '../../model/record.ts'
import { describeWithShared, SHARED } from '../machine.ts'
import { factsOf } from './facts.ts'

const FIXTURES = 'test/fixtures/minutes'
const SAMPLES = 'samples/minutes'
const TRUTH = 'samples/truth/records'

const recordOf = (path: string) => {
  const text = repair(readFileSync(path, 'utf8'))
  return { text: text.text, record: parse(text, { path, sha256: '0'.repeat(64), format: 'txt' }) }
}
const goldFacts = (path: string) => factsOf(JSON.parse(readFileSync(path, 'utf8')))

/** Every quote is the text at its span, and names the bodies that lead. */
const expectEvidence = (text: string, record: MinutesRecord) => {
  for (const fact of record.items.flatMap((item) => [...item.decisions, ...item.tasks])) {
    expect(fact.quote).toBe(text.slice(fact.span.start, fact.span.end))
    for (const body of fact.lead) expect(fact.quote.replace(/\s/gu, '')).toContain(body)
  }
  for (const mention of record.items.flatMap((item) => item.mentions))
    expect(text.slice(mention.span.start, mention.span.end).replace(/\s/gu, '')).toBe(mention.body)
  for (const entry of record.attendance)
    expect(text.slice(entry.personSpan.start, entry.personSpan.end).replace(/\s/gu, '')).toBe(entry.person)
  for (const warning of record.warnings) expect(text).toContain(warning.quote)
}

const read = async (path: string) => {
  const minutes = await readMinutes(path, { force: false })
  if (minutes.is === 'refused') throw new Error(minutes.reason)
  return { text: minutes.repaired.text, record: minutes.record }
}

describe('documents of every kind, format and encoding', () => {
  test.each(readdirSync(FIXTURES))('%s is read as a reader reads it', async (name) => {
    const folder = join(FIXTURES, name)
    const source = readdirSync(folder).find((file) => file.startsWith('source.'))
    const { text, record } = await read(join(folder, source ?? 'source.txt'))
    expect(MinutesRecord.safeParse(record).error).toBeUndefined()
    expect(factsOf(record)).toEqual(goldFacts(join(folder, 'expected.gold.json')))
    expectEvidence(text, record)
  })
})

const real = SHARED ? readdirSync(join(SHARED, 'minutes')).filter((name) => name.endsWith('.txt')) : ['all of them']
describeWithShared('real minutes', () => {
  test.each(real)('%s is read as a reader reads it', (name) => {
    const path = join(SHARED ?? '', 'minutes', name)
    const { text, record } = recordOf(path)
    expect(factsOf(record)).toEqual(goldFacts(path.replace('.txt', '.gold.json')))
    expectEvidence(text, record)
    expect(record.warnings).toEqual([])
  })
})

describe('the invented city', () => {
  test.each(readdirSync(SAMPLES))('%s is read as its truth has it', (name) => {
    const { text, record } = recordOf(join(SAMPLES, name))
    expect(factsOf(record)).toEqual(goldFacts(join(TRUTH, name.replace('.txt', '.gold.json'))))
    expectEvidence(text, record)
  })
})
