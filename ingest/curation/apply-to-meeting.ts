import type { PrintedWords } from '../../model/curation.ts'
import type { MeetingFacts, Span } from '../../model/record.ts'
import { findWords } from './printed-words.ts'
import { type Reading, samePrint } from './reading.ts'

type ChairReadings = Extract<Reading, { of: 'chair' }>
type RecorderReadings = Extract<Reading, { of: 'recorder' }>

const placeOf = (words: PrintedWords | null, text: string): Span | null => words && findWords(text, words)

const readChair = (
  facts: MeetingFacts,
  text: string,
  readings: readonly ChairReadings[],
  applied: Set<Reading>,
): MeetingFacts => {
  const { chair } = facts
  const reading = readings.find(({ fact }) => samePrint(fact.name, chair?.name ?? null))
  const span = chair?.span ?? placeOf(reading?.words ?? null, text)
  if (!reading || !span) return facts
  applied.add(reading)
  return { ...facts, chair: reading.right && { ...reading.right, span } }
}

const around = (a: Span | undefined, b: Span): Span =>
  a ? { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } : b

const readRecorders = (
  facts: MeetingFacts,
  text: string,
  readings: readonly RecorderReadings[],
  applied: Set<Reading>,
): MeetingFacts => {
  const named = facts.recorders.map((name) => {
    const reading = readings.find(({ fact }) => fact.name !== null && samePrint(fact.name, name))
    if (!reading) return name
    applied.add(reading)
    return reading.right
  })
  let span = facts.spans.recorders
  for (const reading of readings) {
    const place = reading.fact.name === null ? placeOf(reading.words, text) : null
    if (!place) continue
    applied.add(reading)
    named.push(reading.right)
    span = around(span, place)
  }
  const kept = named.filter((name) => name !== null)
  const recorders = kept.filter((name, at) => kept.findIndex((one) => samePrint(one, name)) === at)
  return { ...facts, recorders, spans: { ...facts.spans, ...(span && { recorders: span }) } }
}

/** Who chaired and who kept the minutes, as people have corrected it. A name that was not read is added where its words stand. */
export const readMeeting = (
  facts: MeetingFacts,
  text: string,
  readings: readonly Reading[],
  applied: Set<Reading>,
): MeetingFacts => {
  const chairs = readings.filter((reading): reading is ChairReadings => reading.of === 'chair')
  const recorders = readings.filter((reading): reading is RecorderReadings => reading.of === 'recorder')
  const chaired = chairs.length ? readChair(facts, text, chairs, applied) : facts
  return recorders.length ? readRecorders(chaired, text, recorders, applied) : chaired
}
