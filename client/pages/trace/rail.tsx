import { VisuallyHidden } from '@mantine/core'
import { Fragment } from 'react'
import type { CourseEvent } from '../../../model/api/trace.ts'
import { useWords } from '../../i18n/words.ts'
import { glyphOf, isMain, missingBetween, runsOfNumbers, selectedId } from '../../state/course.ts'
import { useCourse } from './course.tsx'
import { endName, endNote, meetingOf, stepName } from './course-words.ts'
import { GlyphIcon } from './glyph.tsx'
import { DutyDetail, EventDetail } from './panel.tsx'
import classes from './rail.module.css'
import { gistOf } from './steps.tsx'

type Part = { is: 'step'; event: CourseEvent } | { is: 'cited'; events: CourseEvent[] }

/** Citations that follow each other stand as one. */
const partsOf = (events: readonly CourseEvent[]): Part[] => {
  const parts: Part[] = []
  for (const event of events) {
    const last = parts.at(-1)
    if (isMain(event)) parts.push({ is: 'step', event })
    else if (last?.is === 'cited') last.events.push(event)
    else parts.push({ is: 'cited', events: [event] })
  }
  return parts
}

const Missing = ({ numbers }: { numbers: readonly number[] }) => {
  const { t } = useWords()
  return numbers.length === 0 ? null : (
    <li className={classes.missing}>
      <span className={classes.slot} aria-hidden="true" />
      {t('trace.railMissing', { ordinals: runsOfNumbers(numbers) })}
    </li>
  )
}

const Step = ({ event }: { event: CourseEvent }) => {
  const words = useWords()
  const { selected, select } = useCourse()
  const on = selectedId(selected) === event.id
  const gist = gistOf(words, event)
  return (
    <li className={classes.step} data-open={event.state === 'deferred' ? '' : undefined} data-on={on ? '' : undefined}>
      <button type="button" aria-expanded={on} onClick={() => select(event.id)}>
        <GlyphIcon name={glyphOf(event)} size={20} />
        <span className={classes.name}>{stepName(words, event)}</span>
        <span className={classes.when}>
          {meetingOf(words, event.at)} · {event.at.date?.slice(0, 7) ?? '–'}
        </span>
        <span className={classes.gist} lang={gist.data ? 'zh' : undefined}>
          {event.docNumber ?? gist.text}
        </span>
      </button>
      {on ? (
        <div className={classes.detail}>
          <EventDetail event={event} />
        </div>
      ) : null}
    </li>
  )
}

const Cited = ({ events }: { events: readonly CourseEvent[] }) => {
  const { t } = useWords()
  const [first, last] = [events[0]?.at.date?.slice(0, 7) ?? '–', events.at(-1)?.at.date?.slice(0, 7) ?? '–']
  const { selected } = useCourse()
  const open = events.some(({ id }) => id === selectedId(selected))
  return (
    <li className={classes.step}>
      <details open={open || undefined}>
        <summary>
          <GlyphIcon name="cited" size={20} />
          <span className={classes.name}>{t('trace.railCited', { count: events.length })}</span>
          <span className={classes.when}>
            {first === last ? first : t('trace.railSpan', { from: first, to: last })}
          </span>
        </summary>
        <ol>
          {events.map((event) => (
            <Step key={event.id} event={event} />
          ))}
        </ol>
      </details>
    </li>
  )
}

/** On a phone: the course from top to bottom, the evidence in its place. */
export const Rail = () => {
  const words = useWords()
  const { t } = words
  const { events, slots, reply, outside, wholePeriod, selected } = useCourse()
  const parts = partsOf(events)
  const lastOf = (part: Part | undefined) => (part?.is === 'step' ? part.event : part?.events.at(-1))
  const firstOf = (part: Part) => (part.is === 'step' ? part.event : part.events[0])
  return (
    <section aria-labelledby="rail">
      <VisuallyHidden>
        <h2 id="rail">{t('trace.rail')}</h2>
      </VisuallyHidden>
      <ol className={classes.rail}>
        {parts.map((part, at) => {
          const [before, here] = [lastOf(parts[at - 1]), firstOf(part)]
          return (
            <Fragment key={here?.id}>
              {before && here ? <Missing numbers={missingBetween(slots, before.at.meeting, here.at.meeting)} /> : null}
              {part.is === 'step' ? <Step event={part.event} /> : <Cited events={part.events} />}
            </Fragment>
          )
        })}
        {reply.openEnds.map((end) => (
          <li key={`${end.is} ${end.of}`} className={classes.end}>
            <GlyphIcon name="unseen" size={20} />
            <span className={classes.name}>{endName(words, end)}</span>
            <span className={classes.gist}>{endNote(words, end)}</span>
          </li>
        ))}
      </ol>
      {selected?.is === 'duty' ? <DutyDetail duty={selected.duty} /> : null}
      {outside > 0 ? (
        <p className={classes.outside}>
          {events.length === 0 ? t('trace.nothingInside') : null} {t('trace.outside', { count: outside })}{' '}
          <button type="button" onClick={wholePeriod}>
            {t('trace.whole')}
          </button>
        </p>
      ) : null}
    </section>
  )
}
