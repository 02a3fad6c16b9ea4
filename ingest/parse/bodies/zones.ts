import { GOVERNED_ZONES } from '../../lexicon/body-grammar.ts'
import { endsAt } from '../tries.ts'
import { committeeEnds } from './body-shapes.ts'
import { ZONES } from './body-tables.ts'
import type { Jurisdiction } from './jurisdiction.ts'
import { DUTY_OR_LIST, isSent } from './place-words.ts'

const COMMITTEE = /^(?:管委会?|管理委员会|党工委)$/u
export const isCommittee = (tail: string): boolean => COMMITTEE.test(tail)

export const isGoverned = (zone: string): boolean => GOVERNED_ZONES.some((ending) => zone.endsWith(ending))

/** 高新区管委会, and 高新区 where it is sent (由高新区牵头): the one that the place has, or -1. A zone's own minutes mean themselves. */
export const nearbyZoneEnd = (text: string, at: number, { rank }: Jurisdiction): number => {
  if (rank === 1) return -1
  const committee = committeeEnds(text, at).at(-1)
  if (committee !== undefined) return committee
  if (!isSent(text, at)) return -1
  const acts = (end: number) => isGoverned(text.slice(at, end)) && DUTY_OR_LIST.test(text.slice(end, end + 3))
  return endsAt(ZONES, text, at).findLast(acts) ?? -1
}
