/** What the lists of policies and of what vanished keep in the address. Pure. */
import { PolicyFilter } from '../../model/api/trace.ts'

export const SORTS = ['open', 'recent', 'activity', 'name'] as const
export const LEASTS = ['1', '2', '3', '6', '12'] as const

export type PoliciesChoice = {
  q: string
  only: PolicyFilter
  sort: (typeof SORTS)[number]
  least: (typeof LEASTS)[number]
}

export const POLICIES_DEFAULT: PoliciesChoice = { q: '', only: 'all', sort: 'open', least: '2' }

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined, fallback: Value): Value =>
  values.find((value) => value === text) ?? fallback

/** What is malformed counts as absent. */
export const parsePolicies = (view: Readonly<Record<string, string>>): PoliciesChoice => ({
  q: (view['q'] ?? '').slice(0, 100),
  only: oneOf(PolicyFilter.options, view['only'], POLICIES_DEFAULT.only),
  sort: oneOf(SORTS, view['sort'], POLICIES_DEFAULT.sort),
  least: oneOf(LEASTS, view['least'], POLICIES_DEFAULT.least),
})

/** What has its default value is left out. */
export const formatPolicies = (choice: PoliciesChoice): Record<string, string> => {
  const view: Record<string, string> = {}
  for (const name of ['q', 'only', 'sort', 'least'] as const)
    if (choice[name] !== POLICIES_DEFAULT[name]) view[name] = choice[name]
  return view
}
