import type { SignalCode } from '../../../model/inference.ts'
import { DUAL_WITH_LEADERS } from '../../lexicon/ranks.ts'
import { monthsBetween } from '../days.ts'
import { nameWeight } from './name-weight.ts'
import { type Ranks, ranksOf, rise, tagsOf } from './ranks.ts'
import { placeKey } from './seen.ts'
import { SAME_BODY_MONTHS, type Stint } from './stints.ts'

/** Who was seen at a place by name, with the first and the last day. */
export type Delegates = ReadonlyMap<string, ReadonlyMap<string, { first: string; last: string }>>
/** What the corpus says beside the two stints. */
export type Surroundings = {
  delegates: Delegates
  /** Whether the second body took the place of the first in a reform. */
  succeeds: (later: string, earlier: string) => boolean
}
/** Two stints of one name, the earlier first. */
export type Candidates = { a: Stint; b: Stint; around: Surroundings }
export type Signal = { code: SignalCode; weight: number; says: (pair: Candidates) => boolean }
/** What settles the matter whatever else speaks for it. */
export type Proof = { code: SignalCode; verdict: 'two' | 'open'; says: (pair: Candidates) => boolean }

const gap = ({ a, b }: Candidates): number | null =>
  a.last === null || b.first === null ? null : monthsBetween(a.last, b.first)
const inOrder = (pair: Candidates): boolean => (gap(pair) ?? -1) > 0
const samePlace = ({ a, b }: Candidates): boolean => placeKey(a.place) === placeKey(b.place)
const isBody = ({ place }: Stint): boolean => place.of === 'body'
const isDistrict = ({ place }: Stint): boolean => place.of === 'body' && place.body.kind === 'district'
const follows = ({ a, b, around }: Candidates): boolean =>
  isBody(a) && isBody(b) && around.succeeds(placeKey(b.place), placeKey(a.place))

const others = ({ name, place }: Stint, { delegates }: Surroundings) =>
  [...(delegates.get(placeKey(place)) ?? [])].filter(([other]) => other !== name).map(([, days]) => days)

/** Somebody new is seen at the seat that was left. */
const isLeft = ({ a, around }: Candidates): boolean => {
  const { last } = a
  return (
    isBody(a) &&
    last !== null &&
    others(a, around).some(({ first }) => first > last && monthsBetween(last, first) <= SAME_BODY_MONTHS)
  )
}

/** Somebody who was seen at the new seat is not seen there any more. */
const isTaken = ({ b, around }: Candidates): boolean => {
  const { first } = b
  return (
    isBody(b) &&
    first !== null &&
    others(b, around).some(({ last }) => last < first && monthsBetween(last, first) <= SAME_BODY_MONTHS)
  )
}

const ofObservers = ({ place, seen }: Stint): boolean =>
  place.of === 'leaders' && seen.every(({ roles }) => !roles.has('member'))

const ranks = ({ a, b }: Candidates): [Ranks, Ranks] => [ranksOf(a), ranksOf(b)]
const fits = (pair: Candidates): boolean => {
  const step = rise(...ranks(pair))
  return step >= 0 && step <= 1
}

const isMove = (pair: Candidates): boolean => inOrder(pair) && !samePlace(pair) && !follows(pair)
const within = (pair: Candidates, months: number): boolean => (gap(pair) ?? Infinity) <= months

const SOON = 12
const LONG = 36

/** Weights add up; from `SAME` on two stints are one person, from `LIKELY` on they likely are (`score.ts`). */
export const SIGNALS: readonly Signal[] = [
  { code: 'same_name', weight: 3, says: () => true },
  { code: 'rare_name', weight: 3, says: ({ a }) => nameWeight(a.name) === 'rare' },
  { code: 'common_name', weight: -4, says: ({ a }) => nameWeight(a.name) === 'common' },
  { code: 'same_body', weight: 12, says: (pair) => samePlace(pair) && inOrder(pair) && within(pair, SAME_BODY_MONTHS) },
  {
    code: 'same_body_later',
    weight: 4,
    says: (pair) => samePlace(pair) && inOrder(pair) && !within(pair, SAME_BODY_MONTHS),
  },
  { code: 'successor_body', weight: 12, says: (pair) => follows(pair) && within(pair, SAME_BODY_MONTHS) },
  { code: 'successor_body_later', weight: 4, says: (pair) => follows(pair) && !within(pair, SAME_BODY_MONTHS) },
  { code: 'both_seats_change_hands', weight: 7, says: (pair) => isMove(pair) && isLeft(pair) && isTaken(pair) },
  { code: 'seat_left', weight: 1, says: (pair) => isMove(pair) && isLeft(pair) && !isTaken(pair) },
  { code: 'seat_taken', weight: 1, says: (pair) => isMove(pair) && isTaken(pair) && !isLeft(pair) },
  {
    code: 'leaves_leaders_list_for_district',
    weight: 4,
    says: (pair) => isMove(pair) && ofObservers(pair.a) && isDistrict(pair.b),
  },
  { code: 'joins_leaders', weight: 2, says: (pair) => isMove(pair) && isBody(pair.a) && pair.b.place.of === 'leaders' },
  { code: 'soon_after', weight: 1, says: (pair) => isMove(pair) && within(pair, SOON) },
  { code: 'long_gap', weight: -3, says: (pair) => inOrder(pair) && !within(pair, LONG) },
  { code: 'rank_fits', weight: 1, says: (pair) => isMove(pair) && fits(pair) },
  { code: 'rank_does_not_fit', weight: -4, says: (pair) => isMove(pair) && !fits(pair) },
]

const together = ({ a, b }: Candidates): boolean => a.seen.some(({ meeting }) => b.meetings().has(meeting))

/** Both are seen before the other is gone. */
const interleaved = ({ a, b }: Candidates): boolean =>
  a.first !== null && a.last !== null && b.first !== null && b.last !== null && a.first <= b.last && b.first <= a.last

const isDual = ({ a, b }: Candidates): boolean =>
  [
    [a, b],
    [b, a],
  ].some(([one, other]) => {
    if (one?.place.of !== 'leaders' && !(one && isDistrict(one))) return false
    if (other?.place.of !== 'body') return false
    const { key, bodyKind } = other.place.body
    return one.place.of === 'leaders'
      ? DUAL_WITH_LEADERS.some((ending) => key.endsWith(ending))
      : bodyKind === 'zone' && one.place.of === 'body' && one.place.body.bodyKind === 'district'
  })

const tagsConflict = ({ a, b }: Candidates): boolean => {
  const [one, other] = [tagsOf(a), tagsOf(b)]
  return (['ethnicity', 'gender'] as const).some(
    (tag) => one[tag] !== null && other[tag] !== null && one[tag] !== other[tag],
  )
}

const withRecorder = ({ a, b }: Candidates): boolean => (a.place.of === 'recorder') !== (b.place.of === 'recorder')

/** In this order; the first that says so decides. `open`: neither one nor two, whatever the weights. */
export const PROOFS: readonly Proof[] = [
  { code: 'tag_conflict', verdict: 'two', says: tagsConflict },
  { code: 'dual_post', verdict: 'open', says: (pair) => isDual(pair) && (together(pair) || interleaved(pair)) },
  { code: 'together', verdict: 'two', says: together },
  { code: 'recorder', verdict: 'open', says: withRecorder },
  { code: 'returns', verdict: 'two', says: interleaved },
]
