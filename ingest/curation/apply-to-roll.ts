import type { RollFact } from '../../model/curation.ts'
import { entriesFor, type Reading, type Roll, samePrint } from './reading.ts'

type RollReadings = Extract<Reading, { of: 'roll' }>

const isOf = (fact: RollFact, person: string | null, body: string | null): boolean =>
  samePrint(fact.person, person) && samePrint(fact.body, body)

/** The roll with every corrected entry replaced where it stood, by as many as were read there, or by none. */
export const readRoll = (roll: Roll, readings: readonly Reading[], applied: Set<Reading>): Roll => {
  const ofRoll = readings.filter((reading): reading is RollReadings => reading.of === 'roll')
  const readingOf = (person: string | null, body: string | null): RollReadings | undefined => {
    const found = ofRoll.find(({ fact }) => isOf(fact, person, body))
    if (found) applied.add(found)
    return found
  }
  const entries = roll.attendance.map((entry): Roll => {
    const reading = readingOf(entry.person, entry.body)
    return reading ? entriesFor(reading.readings, entry) : { attendance: [entry], representatives: [] }
  })
  const bodies = roll.representatives.map((one): Roll => {
    const reading = readingOf(null, one.body)
    return reading
      ? entriesFor(reading.readings, { span: one.span, personSpan: one.span })
      : { attendance: [], representatives: [one] }
  })
  const all = [...entries, ...bodies]
  return {
    attendance: all.flatMap(({ attendance }) => attendance),
    representatives: all.flatMap(({ representatives }) => representatives),
  }
}
