import type { CurationEvent } from '../../model/curation.ts'
import type { IdentityDecisions, MentionPair, NameDecision, Unapplied } from '../resolve/identity-decisions.ts'
import type { Claim } from './claims.ts'
import { mentionKey, pairKey } from './mention-key.ts'
import type { Conflict } from './standing.ts'

/** What the claims that stand say of who is who, for `resolve`. */
export const identityDecisions = (claims: readonly Claim[]): IdentityDecisions => {
  const same: MentionPair[] = []
  const different: MentionPair[] = []
  const names: NameDecision[] = []
  for (const claim of claims) {
    if (claim.of === 'pair') (claim.is === 'same' ? same : different).push(claim.pair)
    if (claim.of === 'name') names.push({ mention: claim.mention, name: claim.name })
  }
  return { same, different, names }
}

export type UnappliedEvents = { conflicts: Conflict[]; dangling: CurationEvent[] }

const mentionsIn = (claim: Claim): string[] => {
  if (claim.of === 'pair') return claim.pair.map(mentionKey)
  return claim.of === 'name' ? [mentionKey(claim.mention)] : []
}

/** Which events stand behind the decisions that `resolve` has not applied. */
export const unappliedEvents = ({ conflicts, dangling }: Unapplied, claims: readonly Claim[]): UnappliedEvents => {
  const bySubject = new Map(claims.map((claim) => [claim.subject, claim.event]))
  const eventOf = (subject: string) => bySubject.get(subject) ?? []
  const lost = new Set(dangling.map(mentionKey))
  return {
    conflicts: conflicts.map(({ same, different, names }) => ({
      events: [
        ...[...same, ...different].flatMap((pair) => eventOf(`pair ${pairKey(...pair)}`)),
        ...names.flatMap(({ mention }) => eventOf(`name ${mentionKey(mention)}`)),
      ],
    })),
    dangling: claims
      .filter((claim) => mentionsIn(claim).some((mention) => lost.has(mention)))
      .map(({ event }) => event),
  }
}
