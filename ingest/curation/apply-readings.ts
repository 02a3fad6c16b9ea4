import type { MinutesRecord, Span } from '../../model/record.ts'
import { foldName } from '../resolve/fold.ts'
import { addedEntries, withMissed } from './apply-additions.ts'
import { readItem } from './apply-to-item.ts'
import { readMeeting } from './apply-to-meeting.ts'
import { readRoll } from './apply-to-roll.ts'
import { readWarnings } from './apply-to-warnings.ts'
import { meetingOf, type Reading, type Roll } from './reading.ts'

export type ReadRecord = {
  record: MinutesRecord
  /** Those that found in this record what they correct. The others are not applied to anything. */
  applied: Set<Reading>
}

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

/** `nth`, from 1, of those items of a record that share a heading. */
export const nthOfHeading = (headings: readonly string[]): number[] => {
  const seen = new Map<string, number>()
  return headings.map((heading) => {
    const nth = (seen.get(foldName(heading)) ?? 0) + 1
    seen.set(foldName(heading), nth)
    return nth
  })
}

/**
 * The record of a document of `meeting` as people have corrected it; `text` is what its spans point into. Each reading is looked for in what the parser read, never in
 * what another reading put there, so that their order does not matter. What takes the place of a fact keeps its span, with
 * confidence 1. The record that is given stays as it is.
 */
export const applyReadings = (
  { record, text }: { record: MinutesRecord; text: string },
  meeting: string,
  readings: readonly Reading[],
): ReadRecord => {
  const here = readings.filter((reading) => meetingOf(reading) === meeting)
  const applied = new Set<Reading>()
  if (here.length === 0) return { record, applied }
  const nth = nthOfHeading(record.items.map(({ heading }) => heading))
  const roll = readRoll(record, here, applied)
  const items = record.items.map((item, at) => {
    const corrected = readItem(item, nth[at] ?? 1, here, applied)
    return withMissed(corrected, nth[at] ?? 1, text, here, applied)
  })
  const { warnings, put } = readWarnings(record.warnings, here, applied)
  const known: Roll = {
    attendance: [...roll.attendance, ...put.attendance],
    representatives: [...roll.representatives, ...put.representatives],
  }
  const added = addedEntries(text, known, here, applied)
  // The parser's doubt about an entry is settled with the entry.
  const doubted = warnings.filter(({ span }) => span === null || !roll.corrected.some((one) => isSame(one, span)))
  return {
    record: {
      ...record,
      meeting: readMeeting(record.meeting, text, here, applied),
      items,
      attendance: [...known.attendance, ...added.attendance],
      representatives: [...known.representatives, ...added.representatives],
      warnings: doubted,
    },
    applied,
  }
}
