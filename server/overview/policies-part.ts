import { coursesOf, type Handling, isDeferred, type PolicyCourse } from '../../analysis/courses.ts'
import type { Course, OverviewReply } from '../../model/api/overview.ts'
import type { ItemNode, NodeId } from '../../model/graph.ts'
import { type GraphReader, INCIDENCE_ROLES, type Incidence } from '../../store/port.ts'

const CONSIDERED = INCIDENCE_ROLES.indexOf('considered')
const ROWS = 5

const AGREED: ReadonlySet<string> = new Set(['approved', 'approved_in_principle'])

const outcomeOf = (item: ItemNode | undefined): Handling['outcome'] => {
  if (item?.outcomes.includes('deferred')) return 'deferred'
  return item?.outcomes.some((outcome) => AGREED.has(outcome)) ? 'agreed' : null
}

const handlingsOf = async (
  store: GraphReader,
  { who, what, rows, columns, roles }: Incidence,
  placeOf: ReadonlyMap<NodeId, number>,
): Promise<Handling[]> => {
  const named = [...new Set(columns)].flatMap((column) => what[column]?.id ?? [])
  const items = new Map(
    (await store.nodes(named)).flatMap((node) => (node.kind === 'item' ? [[node.id, node] as const] : [])),
  )
  return Array.from(rows).flatMap((row, at): Handling[] => {
    const [policy, column] = [who[row], what[columns[at] ?? -1]]
    const place = column ? placeOf.get(column.meeting) : undefined
    if (!policy || !column || place === undefined) return []
    return [
      { policy: policy.id, place, considered: roles[at] === CONSIDERED, outcome: outcomeOf(items.get(column.id)) },
    ]
  })
}

const byActivity = (a: PolicyCourse, b: PolicyCourse): number =>
  b.marks.length - a.marks.length || b.returns.length - a.returns.length || (a.policy < b.policy ? -1 : 1)

/** Policies by what became of them; `placeOf` is the place of each meeting in the series. */
export const policiesPart = async (
  store: GraphReader,
  incidence: Incidence,
  placeOf: ReadonlyMap<NodeId, number>,
): Promise<OverviewReply['policies']> => {
  const courses = coursesOf(await handlingsOf(store, incidence, placeOf)).sort(byActivity)
  const title = new Map(incidence.who.map(({ id, label }) => [id, label]))
  const shown = ({ policy, ...course }: PolicyCourse): Course => ({
    ...course,
    id: policy,
    title: title.get(policy) ?? policy,
    meetings: course.marks.length,
  })
  const deferred = courses.filter(isDeferred)
  const example = courses.find(({ returns }) => returns.length > 0) ?? courses[0]
  return {
    total: courses.length,
    deferred: deferred.length,
    returned: deferred.filter(({ open }) => !open).length,
    open: deferred.filter(({ open }) => open).length,
    rows: courses.slice(0, ROWS).map(shown),
    example: example ? shown(example) : null,
  }
}
