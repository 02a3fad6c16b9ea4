import type { EdgeType, GraphEdge, GraphNode, Jurisdiction } from '../../model/graph.ts'
import {
  at,
  decisionOf,
  departmentOf,
  districtOf,
  documentOf,
  edgeOf,
  itemOf,
  LAN,
  meetingOf,
  personOf,
  policyOf,
} from './builders.ts'

/** Numbers below `limit`, the same on every run. */
const numbers = (seed: number) => {
  let state = seed
  return (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * limit)
  }
}

const many = <Value>(count: number, make: (at: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => make(at))

/**
 * Some dozens of nodes of every kind with edges of every type between them, drawn by `seed`: several duties of one body in one item,
 * meetings without a day or an item, bodies and people that occur nowhere.
 */
export const aCity = (seed: number, jurisdiction: Jurisdiction = LAN) => {
  const below = numbers(seed)
  const document = documentOf(jurisdiction, `city-${seed}`)
  // Astral and wide characters: their order in UTF-16 is not that of their code points.
  const bodies = ['市𠮷局', '市Ａ局', ...many(5, (n) => `市第${n}局`)].map((name) => departmentOf(jurisdiction, name))
  const districts = many(3, (n) => districtOf(jurisdiction, `第${n}区`))
  const people = many(12, (n) => personOf(jurisdiction, `人${n}`, n % 3 ? `市第${n % 5}局` : null))
  const policies = many(6, (n) => policyOf(jurisdiction, `办法${n}`))
  const meetings = many(7, (n) => meetingOf(jurisdiction, n, n === 3 ? null : `2023-0${1 + (n % 5)}-1${n}`))
  const edges = new Map<string, GraphEdge>()
  const draw = (list: readonly GraphNode[]): GraphNode => {
    const drawn = list[below(list.length - 1)]
    if (!drawn) throw new Error('nothing to draw from')
    return drawn
  }
  const join = (
    type: EdgeType,
    from: GraphNode,
    to: GraphNode,
    date: string | null,
    props: object = {},
    apart = '',
  ) => {
    const plain = edgeOf(type, from, to, [at(document, 0, 1 + below(5))], { date })
    const id = apart ? `${plain.id}|${apart}` : plain.id
    // The props are some of those that the type has, which TypeScript cannot follow through the union.
    edges.set(id, { ...plain, id, props: { ...plain.props, ...props } } as GraphEdge)
  }
  const items = meetings.slice(0, -1).flatMap((meeting) =>
    many(below(4), (n) => ({
      ...itemOf(meeting, n + 1, `议题${n}`),
      id: `${jurisdiction.id}/item/${meeting.id}/${n}`,
    })),
  )
  const decisions = items.flatMap((item) =>
    many(below(3), (n) => ({ ...decisionOf(item, n), id: `${item.id}/decision/${n}` })),
  )
  const both = [...bodies, ...districts]
  for (const meeting of meetings) {
    const { date } = meeting
    for (const _ of many(6, Number)) {
      const role = (['member', 'observer', 'guest'] as const)[below(3)] ?? 'guest'
      join('ATTENDED', draw(people), meeting, date, { role }, role)
      const named = below(2) === 0
      join('REPRESENTED', draw(both), meeting, date, { named, role }, named ? 'named' : 'unnamed')
    }
    join('CHAIRED', draw(people), meeting, date)
    join('RECORDED', draw(people), meeting, date)
    join('ABSENT_FROM', draw(people), meeting, date)
  }
  for (const item of items) {
    const { date } = item
    const meeting = meetings.find(({ id }) => id === item.meeting)
    if (meeting) join('HAS_ITEM', meeting, item, date)
    for (const _ of many(3, Number)) {
      join('MENTIONS', item, draw(both), date)
      const deadline = `2024-0${1 + below(6)}-30`
      join('TASKED', draw(both), item, date, { deadline }, deadline)
      join(below(2) ? 'CITES' : 'CONSIDERS', item, draw(policies), date)
    }
  }
  for (const decision of decisions) {
    const { date } = decision
    const item = items.find(({ id }) => id === decision.item)
    if (item) join('DECIDED', item, decision, date)
    join('LEADS', draw(both), decision, date)
    join('JOINS', draw(both), decision, date)
    join('ASSISTS', draw(both), decision, date)
    join('ASSISTS', draw(both), decision, date)
    join('SUBMITTED_TO', decision, draw(bodies), date)
    join('ISSUED_AS', decision, draw(bodies), date)
  }
  for (const type of ['EDITION_OF', 'REVISES', 'IMPLEMENTS', 'SIBLING_OF'] as const)
    join(type, draw(policies), policies.at(-1) ?? draw(policies), type === 'REVISES' ? '2023-02-11' : null)
  for (const _ of many(3, Number)) {
    const [one, other] = [draw(items), draw(items)]
    if (one !== other) join('RESUMES', one, other, '2023-03-12')
    join('SERVED_AT', draw(people), draw(bodies), null)
  }
  const nodes: GraphNode[] = [...both, ...people, ...policies, ...meetings, ...items, ...decisions]
  return { jurisdiction, documents: [document], nodes, edges: [...edges.values()] }
}
export type City = ReturnType<typeof aCity>
