/** What the steps of a course are called, in the language of the page. */
import type { CourseEvent, ItemAt, NamedStep, OpenEnd, TraceReply } from '../../../model/api/trace.ts'
import { dayInWords, monthInWords } from '../../i18n/dates.ts'
import { meetingShort, type Words } from '../../i18n/words.ts'
import { isMain } from '../../state/course.ts'

export const meetingOf = (words: Words, at: ItemAt): string =>
  meetingShort(words, { label: at.meetingLabel, ordinal: at.ordinal })

const decided = ({ t }: Words, { outcomes }: Pick<CourseEvent, 'outcomes'>): string | null =>
  outcomes[0] ? t(`outcome.${outcomes[0]}`) : null

/** The step in a word: 暂缓, 原则同意, 修订. */
export const stepName = (words: Words, event: Pick<CourseEvent, 'state' | 'outcomes'>): string => {
  const { state } = event
  const plain = words.t(`trace.state.${state}`)
  return state === 'considered' || state === 'resumed' ? (decided(words, event) ?? plain) : plain
}

const lower = ({ language }: Words, text: string): string =>
  language === 'en' ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** The step in a sentence. */
const stepInSentence = (words: Words, event: CourseEvent): string => {
  const outcome = event.state === 'revised' ? decided(words, event) : null
  return outcome ? words.t('trace.revisedAs', { step: lower(words, outcome) }) : lower(words, stepName(words, event))
}

export type Clause = { text: string; warn: boolean }

const MOST = 6

const clauseOf = (words: Words, reply: TraceReply, event: CourseEvent): Clause => {
  const { t, language } = words
  const warn = event.state === 'deferred'
  if (event.state === 'issued') {
    const meeting = meetingOf(words, event.at)
    const text = event.docNumber
      ? t('trace.course.issued', { number: event.docNumber, meeting })
      : t('trace.course.issuedPlain', { meeting })
    return { text, warn }
  }
  const step = stepInSentence(words, event)
  const back = reply.returns.find(({ to }) => to === event.id)
  if (back)
    return {
      text: back.months
        ? t('trace.course.returned', { months: back.months, step })
        : t('trace.course.returnedSoon', { step }),
      warn,
    }
  return {
    text: event.at.date ? t('trace.course.stepOn', { month: monthInWords(event.at.date, language), step }) : step,
    warn,
  }
}

/** What was done with it, step by step; of a long course the first and the last steps. */
export const courseClauses = (words: Words, reply: TraceReply): Clause[] => {
  const { t } = words
  const main = reply.events.filter(isMain)
  if (main.length === 0) return [{ text: t('trace.course.onlyCited'), warn: false }]
  const clauses = main.map((event, at) => {
    const clause = clauseOf(words, reply, event)
    return at === 0 ? { ...clause, text: clause.text.charAt(0).toUpperCase() + clause.text.slice(1) } : clause
  })
  if (clauses.length <= MOST) return clauses
  const between = t('trace.course.between', { count: clauses.length - MOST + 1 })
  return [...clauses.slice(0, 2), { text: between, warn: false }, ...clauses.slice(-(MOST - 3))]
}

export const countsClause = ({ t }: Words, { meetings, citingPolicies }: TraceReply): string =>
  [
    t('trace.course.meetings', { count: meetings }),
    citingPolicies > 0 ? t('trace.course.cited', { count: citingPolicies }) : t('trace.course.notCited'),
  ].join(t('join.clause'))

/** How many threads have no sequel; where none has, whether one could be seen at all. */
export const endsClause = ({ t }: Words, { openEnds, events }: TraceReply): string => {
  if (openEnds.length > 0) return t('trace.course.open', { count: openEnds.length })
  const last = events.findLast(({ part }) => part === 'considers')
  const waiting = last?.named.some(({ state, seenAgain }) => state === 'open' && seenAgain === null) ?? false
  return waiting ? t('trace.course.early') : t('trace.course.none')
}

/** Between two sentences; Chinese needs nothing there. */
export const betweenSentences = ({ language }: Words): string => (language === 'zh' ? '' : ' ')

export const courseText = (words: Words, reply: TraceReply): string => {
  const { t } = words
  const steps = courseClauses(words, reply)
    .map(({ text }) => text)
    .join(t('join.clause'))
  const counts = `${countsClause(words, reply)}${t('join.stop')}`
  return `${steps}${t('trace.courseStop')}${counts}${betweenSentences(words)}${endsClause(words, reply)}`
}

type Plan = { next: NamedStep['next']; to: string | null; as: string | null }

/** 提请省政府审议, 以市政府名义印发. */
export const planName = ({ t }: Words, { next, to, as }: Plan): string => {
  if (next === 'submit' && to) return t('trace.plan.submitTo', { body: to })
  if (next === 'issue' && as) return t('trace.plan.issueAs', { body: as })
  return t(`trace.plan.${next}`)
}

/** What a step that was named became, on the word of a later document. */
export const becameOf = (
  words: Words,
  { shown, seenAgain }: Pick<NamedStep, 'shown' | 'seenAgain'>,
  since: number,
): string => {
  const { t } = words
  if (shown) return t(`trace.became.${shown.by}`, { meeting: meetingOf(words, shown.at) })
  if (seenAgain) return t('trace.became.again', { meeting: meetingOf(words, seenAgain) })
  return since > 0 ? t('trace.became.never', { count: since }) : t('trace.became.open')
}

export const endName = (words: Words, end: OpenEnd): string => {
  const { t } = words
  switch (end.is) {
    case 'deferred':
      return t('trace.end.deferred')
    case 'next':
      return t('trace.end.next', { what: planName(words, { next: end.next, to: end.to?.label ?? null, as: null }) })
    case 'duty':
      return t('trace.end.duty', { bodies: end.bodies.map(({ label }) => label).join(t('join.list')) })
    case 'edition':
      return t('trace.end.edition', { year: end.year })
  }
}

export const endNote = (words: Words, end: OpenEnd): string => {
  const { t, language } = words
  if (end.is === 'edition')
    return t('trace.endNote.edition', { editions: end.editions, due: dayInWords(end.due, language) })
  const { silence } = end
  const note =
    end.is === 'duty'
      ? t('trace.endNote.duty', { due: end.due, count: silence.meetings })
      : t(`trace.endNote.${end.is}`, { meeting: meetingOf(words, end.at), count: silence.meetings })
  return silence.missing > 0 ? `${note}${t('trace.endMissing', { count: silence.missing })}` : note
}

/** Why the step is what it is said to be. */
export const saysOf = (words: Words, event: CourseEvent, events: readonly CourseEvent[]): string => {
  const { t } = words
  const outcome = decided(words, event)
  const { state, stage } = event
  const before = events.find(({ id }) => id === event.resumes)
  if (state === 'considered') return outcome ? t('trace.says.considered', { outcome }) : t('trace.says.plain')
  if (state === 'resumed')
    return before && outcome
      ? t('trace.says.resumed', { meeting: meetingOf(words, before.at), outcome })
      : t('trace.says.considered', { outcome: outcome ?? '' })
  if (state === 'revised')
    return stage
      ? t('trace.says.revised', { stage, outcome: outcome ?? '' })
      : t('trace.says.revisedPlain', { outcome: outcome ?? '' })
  return t(`trace.says.${state}`)
}
