/** What is concluded and not stated: how sure it is, and why. */
import { z } from 'zod'
import { Day } from './record.ts'

/** How sure an inference is: 很可能 · 可能. */
export const Likelihood = z.enum(['likely', 'possible'])
export type Likelihood = z.infer<typeof Likelihood>

/** Reasons for and against two mentions being one; the weights stand with the signals in `ingest/resolve/people/`. */
export const SignalCode = z.enum([
  'same_name',
  'rare_name',
  'common_name',
  'same_body',
  'same_body_later',
  'successor_body',
  'successor_body_later',
  'both_seats_change_hands',
  'seat_left',
  'seat_taken',
  'leaves_leaders_list_for_district',
  'joins_leaders',
  'soon_after',
  'long_gap',
  'rank_fits',
  'rank_does_not_fit',
  'dual_post',
  'recorder',
  'several_ways',
  'together',
  'returns',
  'tag_conflict',
  'similar_title',
  'same_lead',
])
export type SignalCode = z.infer<typeof SignalCode>

/** How a title or a citation ties two policies. */
export const PolicyTie = z.enum(['cited', 'title', 'trial'])
export type PolicyTie = z.infer<typeof PolicyTie>

/** Positive for one, negative for two; 0 for what settles the matter by itself. */
export const Reason = z.object({ code: SignalCode, weight: z.number() })
export type Reason = z.infer<typeof Reason>

/** A change that no document dates: after one day and before another, both days of documents. */
export const Between = z.object({ after: Day.nullable(), before: Day.nullable() })
export type Between = z.infer<typeof Between>

/** When somebody was somewhere: the first and the last day lie between the days that documents show. */
export const service = {
  from: z.object({ after: Day.nullable(), by: Day }),
  until: z.object({ after: Day, by: Day.nullable() }),
  /** `post`: a post is printed; `delegate`: only that the person came for the body, which is no proof of an office. */
  grade: z.enum(['post', 'delegate']),
  post: z.string().nullable(),
}
