import type { MinutesRecord, Warning } from '../../model/record.ts'
import { entriesFor, type Reading, type Roll } from './reading.ts'

type Settled = Extract<Reading, { of: 'warning' }>

/** A warning without a place bears no entries: there would be nothing to show for them. */
const settles = (reading: Settled, { code, quote, span }: Warning): boolean =>
  reading.code === code && reading.quote === quote && (span !== null || reading.readings.length === 0)

/** The warnings that are not settled, and what people read in the places of those that are. */
export const readWarnings = (
  warnings: MinutesRecord['warnings'],
  readings: readonly Reading[],
  applied: Set<Reading>,
): { warnings: Warning[]; put: Roll } => {
  const settled = readings.filter((reading): reading is Settled => reading.of === 'warning')
  const left: Warning[] = []
  const put: Roll = { attendance: [], representatives: [] }
  for (const warning of warnings) {
    const reading = settled.find((one) => settles(one, warning))
    if (!reading) {
      left.push(warning)
      continue
    }
    applied.add(reading)
    if (!warning.span) continue
    const entries = entriesFor(reading.readings, { span: warning.span, personSpan: warning.span })
    put.attendance.push(...entries.attendance)
    put.representatives.push(...entries.representatives)
  }
  return { warnings: left, put }
}
