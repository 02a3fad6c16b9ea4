import type { RollReading } from '../../model/curation.ts'
import type { MinutesRecord, RollEntry, Span } from '../../model/record.ts'
import { foldName } from '../resolve/fold.ts'
import type { Claim } from './claims.ts'

const READINGS = ['roll', 'fact', 'warning', 'chair', 'recorder', 'added-roll', 'added-name'] as const

/** Claims about what one document prints. */
export type Reading = Claim<(typeof READINGS)[number]>

const OF_READINGS: ReadonlySet<string> = new Set(READINGS)

export const isReading = (claim: Claim): claim is Reading => OF_READINGS.has(claim.of)

/** Whether it is about words that only the text prints: no record has what was not read. */
export const needsText = (reading: Reading): boolean => {
  if (reading.of === 'chair' || reading.of === 'recorder') return reading.words !== null
  return reading.of === 'added-roll' || reading.of === 'added-name'
}

export const meetingOf = (reading: Reading): string =>
  reading.of === 'warning' || reading.of === 'added-roll' ? reading.meeting : reading.fact.meeting

/** Width, white space and quotation marks make no other fact. */
export const samePrint = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : foldName(a) === foldName(b)

export type Roll = Pick<MinutesRecord, 'attendance' | 'representatives'>

/** What stands at a place of a roll by what a person reads there; a corrected entry keeps its reason of absence. */
export const entriesFor = (
  readings: readonly RollReading[],
  place: { span: Span; personSpan: Span; reason?: string },
): Roll => ({
  attendance: readings.flatMap(({ person, role, body, post, onBehalfOf }): RollEntry[] =>
    person === null
      ? []
      : [
          {
            person,
            role,
            body,
            post,
            onBehalfOf,
            confidence: 1,
            ...(role === 'absent' && place.reason !== undefined && { reason: place.reason }),
            span: place.span,
            personSpan: place.personSpan,
          },
        ],
  ),
  representatives: readings.flatMap(({ person, role, body }) =>
    person === null && body !== null ? [{ body, role, span: place.span }] : [],
  ),
})
