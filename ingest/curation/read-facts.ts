import type { BodyPart, CurationAction, ReadFact } from '../../model/curation.ts'
import type { EdgeType } from '../../model/graph.ts'
import type { Item, MinutesRecord, Span } from '../../model/record.ts'
import { nthOfHeading } from './apply-readings.ts'

/** What the parser reads at a place: `draft` would correct it, and says what it reads; `types` are those of the edges that it gives. */
export type FactRead = { fact: ReadFact; draft: CurationAction; span: Span; types: readonly EdgeType[] }

export const ROLL_EDGES: readonly EdgeType[] = ['ATTENDED', 'ABSENT_FROM', 'REPRESENTED']

const rollFacts = ({ attendance, representatives }: MinutesRecord, meeting: string): FactRead[] => {
  const unnamed = representatives.map((one) => ({ ...one, person: null, post: null, onBehalfOf: null }))
  return [...attendance, ...unnamed].map(({ person, role, body, post, onBehalfOf, span }) => {
    const fact = { of: 'roll' as const, meeting, person, body }
    const draft = { do: 'correct-roll' as const, fact, readings: [{ person, role, body, post, onBehalfOf }] }
    return { fact, draft, span, types: ROLL_EDGES }
  })
}

const officeFacts = ({ meeting: { chair, recorders, spans } }: MinutesRecord, meeting: string): FactRead[] => {
  const facts: FactRead[] = []
  if (chair) {
    const { span, ...right } = chair
    const fact = { of: 'chair' as const, meeting, name: chair.name }
    facts.push({ fact, draft: { do: 'correct-chair', fact, right, words: null }, span, types: ['CHAIRED'] })
  }
  for (const name of spans.recorders ? recorders : []) {
    const fact = { of: 'recorder' as const, meeting, name }
    const draft = { do: 'correct-recorder' as const, fact, right: name, words: null }
    facts.push({ fact, draft, span: spans.recorders ?? { start: 0, end: 0 }, types: ['RECORDED'] })
  }
  return facts
}

const DUTIES = [
  ['lead', 'LEADS'],
  ['joint', 'JOINS'],
  ['cooperating', 'ASSISTS'],
] as const
const NAMED = [
  ['submitTo', 'SUBMITTED_TO'],
  ['issuedAs', 'ISSUED_AS'],
] as const

const itemFacts = (item: Item, nth: number, meeting: string): FactRead[] => {
  const where = { meeting, heading: item.heading, nth }
  const body = (part: BodyPart, name: string, span: Span, type: EdgeType): FactRead => {
    const fact = { of: 'body' as const, ...where, part, body: name }
    return { fact, draft: { do: 'correct-name', fact, right: name }, span, types: [type] }
  }
  const title = (name: string, span: Span, type: EdgeType): FactRead => {
    const fact = { of: 'title' as const, ...where, title: name }
    return { fact, draft: { do: 'correct-name', fact, right: name }, span, types: [type] }
  }
  return [
    ...item.policies.map((one) => title(one.title, one.span, 'CONSIDERS')),
    ...item.cites.map((one) => title(one.title, one.span, 'CITES')),
    ...item.decisions.flatMap((decision) => [
      ...DUTIES.flatMap(([part, type]) => decision[part].map((name) => body(part, name, decision.span, type))),
      ...NAMED.flatMap(([part, type]) => {
        const name = decision[part]
        return name === null ? [] : [body(part, name, decision.span, type)]
      }),
    ]),
    ...item.tasks.flatMap((task) =>
      DUTIES.flatMap(([part]) => task[part].map((name) => body('task', name, task.span, 'TASKED'))),
    ),
    ...item.mentions.map((mention) => body('mention', mention.body, mention.span, 'MENTIONS')),
  ]
}

/** Everything in the record of a document of `meeting` that can be corrected. */
export const factsRead = (record: MinutesRecord, meeting: string): FactRead[] => {
  const nth = nthOfHeading(record.items.map(({ heading }) => heading))
  return [
    ...rollFacts(record, meeting),
    ...officeFacts(record, meeting),
    ...record.items.flatMap((item, at) => itemFacts(item, nth[at] ?? 1, meeting)),
  ]
}
