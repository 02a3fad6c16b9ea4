import type { BodyPart, NameFact } from '../../model/curation.ts'
import type { Decision, Item, Task } from '../../model/record.ts'
import { type Reading, samePrint } from './reading.ts'

type FactReading = Extract<Reading, { of: 'fact' }>
type BodyFact = Extract<NameFact, { of: 'body' }>

/** What stands in place of a name: itself when nobody has corrected it, `null` when it was rejected. */
type Right = (name: string) => string | null

const bodiesBy =
  (readings: readonly FactReading[], applied: Set<Reading>) =>
  (part: BodyPart): Right => {
    const isOf = (fact: BodyFact, wanted: BodyPart, name: string) => fact.part === wanted && samePrint(fact.body, name)
    const find = (wanted: BodyPart, name: string) =>
      readings.find(({ fact }) => fact.of === 'body' && isOf(fact, wanted, name))
    return (name) => {
      const reading = find(part, name) ?? find('any', name)
      if (!reading) return name
      applied.add(reading)
      return reading.right
    }
  }

const each = (names: readonly string[], right: Right): string[] => [
  ...new Set(names.flatMap((name) => right(name) ?? [])),
]

const readDecision = (decision: Decision, right: (part: BodyPart) => Right): Decision => ({
  ...decision,
  lead: each(decision.lead, right('lead')),
  joint: each(decision.joint, right('joint')),
  cooperating: each(decision.cooperating, right('cooperating')),
  submitTo: decision.submitTo === null ? null : right('submitTo')(decision.submitTo),
  issuedAs: decision.issuedAs === null ? null : right('issuedAs')(decision.issuedAs),
})

const readTask = (task: Task, right: Right): Task => ({
  ...task,
  lead: each(task.lead, right),
  joint: each(task.joint, right),
  cooperating: each(task.cooperating, right),
})

const named = <Titled extends { title: string }>(all: readonly Titled[], right: Right): Titled[] =>
  all.flatMap((one) => {
    const title = right(one.title)
    if (title === one.title) return [one]
    return title === null ? [] : [{ ...one, title }]
  })

/** `nth` of the items that share its heading. A title that is rejected is neither considered nor cited. */
export const readItem = (item: Item, nth: number, readings: readonly Reading[], applied: Set<Reading>): Item => {
  const here = readings.filter(
    (reading): reading is FactReading =>
      reading.of === 'fact' && reading.fact.nth === nth && samePrint(reading.fact.heading, item.heading),
  )
  if (here.length === 0) return item
  const right = bodiesBy(here, applied)
  const titleOf: Right = (title) => {
    const reading = here.find(({ fact }) => fact.of === 'title' && samePrint(fact.title, title))
    if (!reading) return title
    applied.add(reading)
    return reading.right
  }
  const mentioned = right('mention')
  return {
    ...item,
    policies: named(item.policies, titleOf),
    cites: named(item.cites, titleOf),
    decisions: item.decisions.map((decision) => readDecision(decision, right)),
    tasks: item.tasks.map((task) => readTask(task, right('task'))),
    bodies: each(item.bodies, mentioned),
    mentions: item.mentions.flatMap((mention) => {
      const body = mentioned(mention.body)
      return body === null ? [] : [{ ...mention, body }]
    }),
  }
}
