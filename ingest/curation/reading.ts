import type { RollReading } from '../../model/curation.ts'
import type { MinutesRecord, RollEntry, Span } from '../../model/record.ts'
import { foldName } from '../resolve/fold.ts'
import type { Claim } from './claims.ts'

/** Claims about what one document prints. */
export type Reading = Claim<'roll' | 'fact' | 'warning'>

export const isReading = (claim: Claim): claim is Reading =>
  claim.of === 'roll' || claim.of === 'fact' || claim.of === 'warning'

export const meetingOf = (reading: Reading): string =>
  reading.of === 'warning' ? reading.meeting : reading.fact.meeting

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
