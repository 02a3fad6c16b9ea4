import type { Decision, Item, MinutesRecord, RollEntry, Span, Task } from '../../model/record.ts'
import type { Fact, FactKind } from './marks.ts'

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

const joined = (...parts: (string | number | null | undefined | false)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '').join(', ')

const named = (name: string, value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : `${name} ${value}`

const meetingFacts = ({ meeting, hiddenItems }: MinutesRecord): Fact[] => {
  const facts: Fact[] = []
  for (const field of Object.keys(meeting.spans) as (keyof typeof meeting.spans)[]) {
    const span = meeting.spans[field]
    const value = meeting[field]
    if (span)
      facts.push({ span, kind: 'meeting', label: `${field} ${Array.isArray(value) ? value.join('、') : value}` })
  }
  const { chair } = meeting
  if (chair)
    facts.push({
      span: chair.span,
      kind: 'person',
      label: joined(
        `chair ${chair.name}`,
        chair.post,
        chair.acting && 'acting',
        named('on behalf of', chair.onBehalfOf),
      ),
    })
  if (hiddenItems)
    facts.push({
      span: hiddenItems.span,
      kind: 'item',
      label:
        hiddenItems.count === null ? 'items that are not printed' : `${hiddenItems.count} items that are not printed`,
    })
  return facts
}

type Work = Decision | Task

const ROLES = ['lead', 'joint', 'cooperating'] as const

/** What a body does where it is named: its parts in the decisions and tasks that stand there. */
const partOf = (body: string, span: Span, works: readonly Work[]): string => {
  const partsIn = (work: Work): string[] => [
    ...ROLES.filter((role) => work[role].includes(body)),
    ...('submitTo' in work && work.submitTo === body ? ['submitTo'] : []),
    ...('issuedAs' in work && work.issuedAs === body ? ['issuedAs'] : []),
  ]
  const parts = works.flatMap((work) => (within(span, work.span) ? partsIn(work) : []))
  return [...new Set(parts)].join('+') || 'mention'
}

const deadlineOf = ({ deadline, deadlineText }: Work): string | null =>
  deadlineText === null && deadline === null ? null : `deadline ${joined(deadlineText, deadline)}`

/** Bodies are told where they stand, and here as well where that place is outside of the sentence. */
const agentsOf = (work: Work, { mentions }: Item): (string | null)[] =>
  ROLES.map((role) => {
    const elsewhere = work[role].filter(
      (body) => !mentions.some((one) => one.body === body && within(one.span, work.span)),
    )
    return elsewhere.length ? `${role} ${elsewhere.join('、')}` : null
  })

const decisionLabel = (decision: Decision, name: string, item: Item): string =>
  joined(
    `${name} ${decision.outcome}`,
    named('next', decision.next),
    named('submitTo', decision.submitTo),
    named('issuedAs', decision.issuedAs),
    ...agentsOf(decision, item),
    deadlineOf(decision),
  )

const itemFacts = (item: Item): Fact[] => {
  const works: Work[] = [...item.decisions, ...item.tasks]
  const fact = (kind: FactKind, span: Span, label: string): Fact => ({ kind, span, label })
  return [
    fact('item', item.headingSpan, joined(`item ${item.seq}`, item.verbs.join('+') || 'no verb')),
    ...item.policies.map(({ span, title, abbreviation, stage, unnamed }) =>
      fact(
        'policy',
        span,
        joined(
          `policy ${title}`,
          named('called', abbreviation),
          named('stage', stage),
          unnamed && `and ${unnamed} more`,
        ),
      ),
    ),
    ...item.cites.map(({ span, title, relation, docNumber }) =>
      fact('policy', span, joined(`cites ${title}`, relation, docNumber)),
    ),
    ...item.matters.map(({ span, reporters }) =>
      fact('policy', span, joined('matter', reporters.length > 0 && `reported by ${reporters.join('、')}`)),
    ),
    ...item.decisions.map((decision, at) =>
      fact('decision', decision.span, decisionLabel(decision, `decision ${item.seq}.${at + 1}`, item)),
    ),
    ...item.tasks.map((task) => fact('decision', task.span, joined('task', ...agentsOf(task, item), deadlineOf(task)))),
    ...item.mentions.map(({ body, span }) => fact('body', span, partOf(body, span, works))),
  ]
}

const entryFact = (entry: RollEntry): Fact => ({
  kind: 'person',
  span: entry.span,
  label: joined(
    `${entry.role} ${entry.person}`,
    named('of', entry.body),
    entry.post,
    named('on behalf of', entry.onBehalfOf),
    entry.reason,
    entry.confidence < 1 && `sure to ${Math.round(entry.confidence * 100)} %`,
    entry.runnerUp &&
      `else ${entry.runnerUp.person}${entry.runnerUp.body === null ? '' : ` of ${entry.runnerUp.body}`}`,
  ),
})

/** Every fact of the record that has a place in the text. */
export const factsOf = (record: MinutesRecord): Fact[] => [
  ...meetingFacts(record),
  ...record.items.flatMap(itemFacts),
  ...record.attendance.map(entryFact),
  ...record.representatives.map(
    ({ body, role, span }): Fact => ({ kind: 'body', span, label: `${role} ${body}, without a name` }),
  ),
  ...record.warnings.flatMap(({ code, span }): Fact[] =>
    span ? [{ kind: 'warning', span, label: `warning ${code}` }] : [],
  ),
]
