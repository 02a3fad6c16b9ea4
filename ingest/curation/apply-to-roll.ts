import type { RollFact } from '../../model/curation.ts'
import type { Span } from '../../model/record.ts'
import { entriesFor, type Reading, type Roll, samePrint } from './reading.ts'

type RollReadings = Extract<Reading, { of: 'roll' }>

const isOf = (fact: RollFact, person: string | null, body: string | null): boolean =>
  samePrint(fact.person, person) && samePrint(fact.body, body)

/** The roll with every corrected entry replaced where it stood, by as many as were read there, or by none; and the places of these. */
export const readRoll = (
  roll: Roll,
  readings: readonly Reading[],
  applied: Set<Reading>,
): Roll & { corrected: Span[] } => {
  const ofRoll = readings.filter((reading): reading is RollReadings => reading.of === 'roll')
  const corrected: Span[] = []
  const readingOf = (person: string | null, body: string | null, span: Span): RollReadings | undefined => {
    const found = ofRoll.find(({ fact }) => isOf(fact, person, body))
    if (!found) return undefined
    applied.add(found)
    corrected.push(span)
    return found
  }
  const entries = roll.attendance.map((entry): Roll => {
    const reading = readingOf(entry.person, entry.body, entry.span)
    return reading ? entriesFor(reading.readings, entry) : { attendance: [entry], representatives: [] }
  })
  const bodies = roll.representatives.map((one): Roll => {
    const reading = readingOf(null, one.body, one.span)
    return reading
      ? entriesFor(reading.readings, { span: one.span, personSpan: one.span })
      : { attendance: [], representatives: [one] }
  })
  const all = [...entries, ...bodies]
  return {
    corrected,
    attendance: all.flatMap(({ attendance }) => attendance),
    representatives: all.flatMap(({ representatives }) => representatives),
  }
}
