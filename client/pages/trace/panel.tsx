import type { CourseDuty, CourseEvent } from '../../../model/api/trace.ts'
import { Icon } from '../../frame/icons.tsx'
import { dayInWords } from '../../i18n/dates.ts'
import { itemName, useWords, type Words } from '../../i18n/words.ts'
import { glyphOf } from '../../state/course.ts'
import { useCourse } from './course.tsx'
import { becameOf, meetingOf, planName, saysOf, stepName } from './course-words.ts'
import { EvidenceOf } from './evidence.tsx'
import { GlyphIcon } from './glyph.tsx'
import classes from './panel.module.css'

const whereOf = (words: Words, { at }: Pick<CourseEvent, 'at'>): string =>
  [
    meetingOf(words, at),
    itemName(words, at.seq),
    at.date ? dayInWords(at.date, words.language) : words.t('meetings.undated'),
  ].join(' · ')

const Moves = () => {
  const { t } = useWords()
  const { move } = useCourse()
  return (
    <span className={classes.moves}>
      <button type="button" aria-label={t('trace.previous')} onClick={() => move(-1)}>
        <Icon name="chevronLeft" />
      </button>
      <button type="button" aria-label={t('trace.next')} onClick={() => move(1)}>
        <Icon name="chevronRight" />
      </button>
    </span>
  )
}

/** What the minutes plan, and what is known to have become of it. */
const Plans = ({ event }: { event: CourseEvent }) => {
  const words = useWords()
  const { t } = words
  const { reply } = useCourse()
  if (event.named.length === 0) return null
  const since = reply.openEnds.find((end) => end.is !== 'edition' && end.of === event.id)
  const count = since && since.is !== 'edition' ? since.silence.meetings : 0
  return (
    <>
      <h3>{t('trace.planned')}</h3>
      <ul className={classes.plans}>
        {event.named.map((step) => (
          <li key={`${step.next} ${step.submitTo?.id ?? ''}`}>
            <span>
              {planName(words, { next: step.next, to: step.submitTo?.label ?? null, as: step.issuedAs?.label ?? null })}
            </span>
            <small className={step.state === 'open' && count > 0 ? classes.warn : undefined}>
              {becameOf(words, step, count)}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

export const EventDetail = ({ event }: { event: CourseEvent }) => {
  const words = useWords()
  const { t } = words
  const { reply } = useCourse()
  return (
    <>
      <EvidenceOf key={event.id} at={event.at} quotations={event.quotations} />
      <h3>{t('trace.how')}</h3>
      <p className={classes.how}>{saysOf(words, event, reply.events)}</p>
      <Plans event={event} />
    </>
  )
}

export const DutyDetail = ({ duty }: { duty: CourseDuty }) => {
  const words = useWords()
  const { t } = words
  const says = duty.deadline === null && duty.deadlineText === null ? 'undated' : duty.followed
  return (
    <>
      <p className={classes.bodies} lang="zh">
        {duty.bodies.map(({ label, role }) => `${label}（${t(`trace.role.${role}`)}）`).join(t('join.list'))}
      </p>
      <EvidenceOf key={duty.id} at={duty.at} quotations={duty.quotations} />
      <h3>{t('trace.how')}</h3>
      <p className={classes.how}>
        {duty.deadlineText ? <span lang="zh">“{duty.deadlineText}” </span> : null}
        {duty.deadline ? `→ ${duty.deadline}${t('join.stop')}` : null} {t(`trace.dutySays.${says}`)}{' '}
        {duty.shown || duty.seenAgain ? `${becameOf(words, duty, 0)}${t('join.stop')}` : null}
      </p>
    </>
  )
}

/** The step in hand: its sentence, how it was read, what was planned. */
export const Panel = () => {
  const words = useWords()
  const { t } = words
  const { selected } = useCourse()
  if (!selected) return null
  const event = selected.is === 'event' ? selected.event : null
  const held = event ?? (selected.is === 'duty' ? selected.duty : null)
  if (!held) return null
  return (
    <section className={classes.panel} aria-label={t('trace.panel')}>
      <div className={classes.head}>
        <h2 data-warn={event?.state === 'deferred' ? '' : undefined}>
          <GlyphIcon name={event ? glyphOf(event) : 'duty'} />
          {event
            ? stepName(words, event)
            : t(selected.is === 'duty' ? `trace.dutyOf.${selected.duty.of}` : 'trace.duty')}
        </h2>
        {event ? <Moves /> : null}
      </div>
      <p className={classes.where}>{whereOf(words, held)}</p>
      {event ? <EventDetail event={event} /> : null}
      {selected.is === 'duty' ? <DutyDetail duty={selected.duty} /> : null}
    </section>
  )
}
