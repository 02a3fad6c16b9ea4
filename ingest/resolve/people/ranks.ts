import { PERSON_TAGS, RANK_OF_PLACE, RANK_OF_POST } from '../../lexicon/ranks.ts'
import type { Seen } from './seen.ts'
import type { Stint } from './stints.ts'

/** From the highest to the lowest band that the roll leaves open; 1 is the mayor. */
export type Ranks = readonly [number, number]

/** Of a printed post; of several in one string the highest. `null` for a post that no table knows. */
export const rankOfPost = (post: string): number | null => {
  const ranks = post
    .split(/[、，兼]/u)
    .flatMap((part) => RANK_OF_POST.find(([, words]) => words.some((word) => part.includes(word)))?.[0] ?? [])
  return ranks.length ? Math.min(...ranks) : null
}

const openRanks = ({ place, roles }: Seen): Ranks =>
  place.of === 'leaders' ? RANK_OF_PLACE[roles.has('observer') ? 'observer' : 'member'] : RANK_OF_PLACE[place.of]

/** Printed posts, where there are any; otherwise what the places on the rolls leave open. */
export const ranksOf = ({ seen }: Stint): Ranks => {
  const printed = seen.flatMap(({ posts }) => posts.flatMap((post) => rankOfPost(post) ?? []))
  const ranks = printed.length ? printed.map((rank): Ranks => [rank, rank]) : seen.map(openRanks)
  return [Math.min(...ranks.map(([high]) => high)), Math.max(...ranks.map(([, low]) => low))]
}

/** How many bands lie between: positive for a rise, negative for a fall, 0 where the two can be one or neighbours overlap. */
export const rise = ([fromHigh, fromLow]: Ranks, [toHigh, toLow]: Ranks): number =>
  toLow < fromHigh ? fromHigh - toLow : toHigh > fromLow ? fromLow - toHigh : 0

/** What brackets behind the name say: ethnicity and gender. */
export const tagsOf = ({ seen }: Stint): { ethnicity: string | null; gender: string | null } => {
  const posts = seen.flatMap((one) => one.posts)
  const first = (pattern: RegExp) =>
    posts.map((post) => pattern.exec(post)?.[0]).find((tag) => tag !== undefined) ?? null
  return { ethnicity: first(PERSON_TAGS.ethnicity), gender: first(PERSON_TAGS.gender) }
}
