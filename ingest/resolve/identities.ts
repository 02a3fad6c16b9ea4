import type { Bodies } from './bodies.ts'
import type { Considered } from './links/resumes.ts'
import type { People } from './people/people.ts'
import type { Policies } from './policies.ts'

/** Who is who and which is which in all records of one jurisdiction; made first, so that no id depends on which document came first. */
export type Identities = {
  bodies: Bodies
  policies: Policies
  people: People
  /** Filled while the items are added. */
  considered: Considered[]
}
