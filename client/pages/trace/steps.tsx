import { useState } from 'react'
import type { CourseDuty, CourseEvent } from '../../../model/api/trace.ts'
import { useWords, type Words } from '../../i18n/words.ts'
import { type GlyphName, glyphOf, selectedId } from '../../state/course.ts'
import { useCourse } from './course.tsx'
import { becameOf, meetingOf, planName, stepName } from './course-words.ts'
import { GlyphIcon } from './glyph.tsx'
import classes from './steps.module.css'

const FEW = 6
const KEY: readonly GlyphName[] = ['draft', 'deferred', 'agreed', 'issued', 'revised', 'unseen']

/** What the item was about, or what was done, in few words. */
export const gistOf = (words: Words, event: CourseEvent): { text: string; data: boolean } => {
  const { t } = words
  if (event.part === 'cites' && event.policies.length > 0)
    return { text: event.policies.map(({ label }) => `《${label}》`).join(''), data: true }
  const plans = event.named.map((step) =>
    planName(words, { next: step.next, to: step.submitTo?.label ?? null, as: step.issuedAs?.label ?? null }),
  )
  if (plans.length > 0) return { text: plans.join(t('join.list')), data: false }
  return { text: event.at.heading, data: true }
}

const Row = ({ event }: { event: CourseEvent }) => {
  const words = useWords()
  const { t } = words
  const { selected, select } = useCourse()
  const on = selectedId(selected) === event.id
  const gist = gistOf(words, event)
  const bodies = [...event.leads, ...event.joint].map(({ label }) => label)
  return (
    <tr className={on ? classes.on : undefined} aria-current={on ? 'true' : undefined}>
      <td className={classes.date}>{event.at.date ?? t('meetings.undated')}</td>
      <td className={classes.meeting}>{meetingOf(words, event.at)}</td>
      <th scope="row">
        <button type="button" data-warn={event.state === 'deferred' ? '' : undefined} onClick={() => select(event.id)}>
          <GlyphIcon name={glyphOf(event)} size={13} />
          {stepName(words, event)}
        </button>
      </th>
      <td>
        <span lang={gist.data ? 'zh' : undefined}>{gist.text}</span>
        {event.docNumber ? <span lang="zh"> {event.docNumber}</span> : null}
      </td>
      <td className={classes.bodies} lang="zh">
        {bodies.join('、')}
      </td>
    </tr>
  )
}

const Key = () => {
  const { t } = useWords()
  return (
    <ul className={classes.key} aria-hidden="true">
      {KEY.map((name) => (
        <li key={name}>
          <GlyphIcon name={name} size={12} /> {t(`trace.glyph.${name}`)}
        </li>
      ))}
    </ul>
  )
}

/** Every step of the period, in step with the timeline. */
export const Steps = () => {
  const { t } = useWords()
  const { events, reply, selected } = useCourse()
  const [all, setAll] = useState(false)
  const chosen = events.findIndex(({ id }) => id === selectedId(selected))
  const shown = all || chosen >= FEW ? events : events.slice(0, FEW)
  return (
    <section className={classes.steps} aria-labelledby="steps">
      <div className={classes.head}>
        <h2 id="steps">{t('trace.steps')}</h2>
        <span role="status">{t('trace.stepsNote', { shown: shown.length, total: events.length })}</span>
        <Key />
      </div>
      <table>
        <thead>
          <tr>
            {(['date', 'meeting', 'step', 'what', 'bodies'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`trace.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((event) => (
            <Row key={event.id} event={event} />
          ))}
        </tbody>
      </table>
      {shown.length < events.length ? (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t('trace.stepsMore', { count: events.length - shown.length })}
        </button>
      ) : null}
      {reply.items.shown < reply.items.total ? <p className={classes.cut}>{t('trace.cut', reply.items)}</p> : null}
    </section>
  )
}

const DutyRow = ({ duty }: { duty: CourseDuty }) => {
  const words = useWords()
  const { t } = words
  const { selected, select } = useCourse()
  const on = selectedId(selected) === duty.id
  const [quotation] = duty.quotations
  const open = duty.followed === 'open' && duty.deadline === null && duty.deadlineText === null
  return (
    <tr className={on ? classes.on : undefined} aria-current={on ? 'true' : undefined}>
      <th scope="row">
        <button type="button" lang="zh" onClick={() => select(duty.id)}>
          {duty.bodies.map(({ label }) => label).join('、')}
        </button>
      </th>
      <td className={classes.date}>
        {duty.deadline ?? (duty.deadlineText ? <span lang="zh">{duty.deadlineText}</span> : '–')}
      </td>
      <td lang="zh" className={classes.says}>
        {quotation?.quote.replace(/\s+/gu, '')}
      </td>
      <td className={duty.followed === 'never' ? classes.warn : undefined}>
        {duty.followed === 'seen' ? becameOf(words, duty, 0) : t(`trace.followed.${open ? 'undated' : duty.followed}`)}
      </td>
    </tr>
  )
}

/** Every duty, also those without a day, which the timeline does not draw. */
export const Duties = () => {
  const { t } = useWords()
  const { duties } = useCourse().reply
  const [all, setAll] = useState(false)
  if (duties.length === 0) return null
  const shown = all ? duties : duties.slice(0, FEW)
  return (
    <section className={classes.steps} aria-labelledby="duties">
      <div className={classes.head}>
        <h2 id="duties">{t('trace.dutyTitle')}</h2>
        <span role="status">{t('trace.dutiesNote', { shown: shown.length, total: duties.length })}</span>
      </div>
      <table>
        <thead>
          <tr>
            {(['body', 'due', 'says', 'became'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`trace.dutyColumns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((duty) => (
            <DutyRow key={duty.id} duty={duty} />
          ))}
        </tbody>
      </table>
      {shown.length < duties.length ? (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t('trace.stepsMore', { count: duties.length - shown.length })}
        </button>
      ) : null}
    </section>
  )
}
