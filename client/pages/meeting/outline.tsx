import { Trans } from 'react-i18next'
import { Link } from 'wouter'
import type { Beside } from '../../../model/api/meetings.ts'
import { Icon } from '../../frame/icons.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import { usePlace } from '../../frame/place.tsx'
import { dayInWords } from '../../i18n/dates.ts'
import { meetingName, seqInWords, useWords } from '../../i18n/words.ts'
import { countMarks, MARK_KINDS } from '../../state/document-marks.ts'
import { excerpt } from '../../state/facts.ts'
import { meetingPath } from '../../state/url-state.ts'
import { Contradictions } from './contradictions.tsx'
import classes from './outline.module.css'
import { usePart, useReading } from './reading.tsx'

const Neighbour = ({ beside, side }: { beside: Beside; side: 'previous' | 'next' }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const before = side === 'previous' ? <Icon name="chevronLeft" size={14} /> : null
  const after = side === 'next' ? <Icon name="chevronRight" size={14} /> : null
  if (beside.is === 'missing')
    return (
      <span className={classes.missing}>
        {before}
        <span title={t('meeting.lacksLong', { ordinal: beside.ordinal })}>
          {t('meeting.lacks', { ordinal: beside.ordinal })}
        </span>
        {after}
      </span>
    )
  return (
    <Link
      href={link(meetingPath(beside.meeting))}
      className={classes.neighbour}
      aria-label={t(side === 'previous' ? 'meeting.previous' : 'meeting.next', { label: beside.label })}
    >
      {before}
      {beside.ordinal ?? beside.label}
      {after}
    </Link>
  )
}

export const Neighbours = () => {
  const { reply } = useReading()
  if (!reply.previous && !reply.next) return null
  return (
    <div className={classes.neighbours}>
      {reply.previous ? <Neighbour beside={reply.previous} side="previous" /> : null}
      {reply.next ? <Neighbour beside={reply.next} side="next" /> : null}
    </div>
  )
}

const AgendaList = () => {
  const { t, language } = useWords()
  const { reply, blocks, goToPart } = useReading()
  const part = usePart()
  const hasRoll = blocks.some(({ kind }) => kind === 'roll')
  return (
    <section aria-labelledby="agenda-list">
      <h2 id="agenda-list" className={classes.title}>
        {t('meeting.agenda')}
      </h2>
      <ol className={classes.agenda}>
        {reply.items.map((item) => {
          const current = part.is === 'item' && part.seq === item.seq
          return (
            <li key={item.id}>
              <button
                type="button"
                className={classes.item}
                aria-current={current ? 'true' : undefined}
                onClick={() => goToPart({ is: 'item', seq: item.seq })}
              >
                <span className={classes.seq}>{seqInWords(language, item.seq)}</span>
                <span lang="zh">{item.label}</span>
              </button>
            </li>
          )
        })}
        {hasRoll ? (
          <li>
            <button
              type="button"
              className={classes.item}
              aria-current={part.is === 'roll' ? 'true' : undefined}
              onClick={() => goToPart({ is: 'roll' })}
            >
              <span className={classes.seq} />
              {t('meeting.roll')}
            </button>
          </li>
        ) : null}
      </ol>
      {reply.meeting.hiddenItems ? <p className={classes.warning}>{t('meeting.hidden')}</p> : null}
    </section>
  )
}

const Marks = () => {
  const { t } = useWords()
  const { marks } = useReading()
  const counts = countMarks(marks)
  return (
    <section aria-labelledby="marks-list" className={classes.marks}>
      <h2 id="marks-list" className={classes.title}>
        {t('meeting.marks')}
      </h2>
      <ul>
        {MARK_KINDS.map((kind) => (
          <li key={kind} className={classes.mark}>
            <KindMark kind={kind} />
            <span className={classes[kind]}>{t(`kind.${kind}`)}</span>
            <span className={classes.count}>{counts[kind]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const QUOTED = 18

const Unread = () => {
  const { t } = useWords()
  const { document, goToSpan } = useReading()
  const { warnings } = document
  if (warnings.length === 0) return <p className={classes.unread}>{t('meeting.allRead')}</p>
  return (
    <div className={classes.unread}>
      <p>
        <Trans
          t={t}
          i18nKey="meeting.unread"
          count={warnings.length}
          values={{ count: warnings.length }}
          components={{ warn: <b className={classes.warn} /> }}
        />
      </p>
      <ul>
        {warnings.map(({ code, message, quote, span }, index) => (
          // The same thing may be missing twice; warnings never change order.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} title={message} lang="zh">
            {span ? (
              <button type="button" className={classes.place} onClick={() => goToSpan(span)}>
                “{excerpt(quote, QUOTED)}”
              </button>
            ) : (
              <span>{quote ? `“${excerpt(quote, QUOTED)}”` : message || code}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

export const Outline = () => {
  const words = useWords()
  const { t, language } = words
  const { reply } = useReading()
  const { current } = usePlace()
  const { meeting } = reply
  return (
    <aside className={classes.outline} aria-label={t('meeting.outline')}>
      <p className={classes.issuer} lang="zh">
        {current?.issuer ?? meeting.jurisdiction}
      </p>
      <h1 className={classes.name}>{meetingName(words, meeting)}</h1>
      <p className={classes.facts}>
        <span>{meeting.date ? dayInWords(meeting.date, language) : t('meetings.undated')}</span>
        {meeting.docNumber ? <span lang="zh">{meeting.docNumber}</span> : null}
      </p>
      <Neighbours />
      <AgendaList />
      <Marks />
      <Unread />
      <Contradictions />
    </aside>
  )
}
