import { Trans } from 'react-i18next'
import { Link } from 'wouter'
import type { BodyAttendanceReply } from '../../../model/api/attendance.ts'
import { usePlace } from '../../frame/place.tsx'
import { spanInWords } from '../../i18n/spans.ts'
import { useWords } from '../../i18n/words.ts'
import { nodePath } from '../../state/url-state.ts'
import classes from './card.module.css'
import { RollQuotes } from './roll-quotes.tsx'
import { Ticks } from './ticks.tsx'

/** Whom a body sent, one after the other. */
export const Delegates = ({ reply }: { reply: BodyAttendanceReply }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const { delegates, columns } = reply
  return (
    <section className={classes.part} aria-label={t('attendance.delegates')}>
      <div className={classes.head}>
        <h3>{t('attendance.delegates')}</h3>
        <span>{t('attendance.delegatesNote', { count: delegates.length })}</span>
      </div>
      {delegates.length === 0 ? <p className={classes.note}>{t('attendance.noDelegates')}</p> : null}
      <ul>
        {delegates.map((row) => (
          <li key={row.id} className={classes.delegate}>
            <Link href={link(nodePath(row.id))} lang="zh">
              {row.label}
            </Link>
            <Ticks cells={row.cells} columns={columns} />
            <span>
              {row.present}/{row.of}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Reform = BodyAttendanceReply['reforms'][number]

const ReformLine = ({ reform }: { reform: Reform }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const { after } = reform.on
  const before = reform.on.before ?? t('ribbon.undated')
  const on = after ? t('attendance.between', { after, before }) : t('attendance.byDay', { before })
  return (
    <li>
      <p className={classes.note}>
        <Trans
          t={t}
          i18nKey={`attendance.reform.${reform.is}`}
          values={{ on, label: reform.label }}
          components={{
            other: <Link href={link(nodePath(reform.id))} lang="zh" />,
            warn: <span className={classes.warn} />,
          }}
        />
      </p>
      <RollQuotes quotations={reform.quotations} />
    </li>
  )
}

/** Under which names it was printed, and the reforms in between. */
export const Names = ({ reply }: { reply: BodyAttendanceReply }) => {
  const words = useWords()
  const { t } = words
  const { names, reforms } = reply
  return (
    <section className={classes.part} aria-label={t('attendance.names')}>
      <h3>{t('attendance.names')}</h3>
      <ul className={classes.posts}>
        {names.map(({ form, first, last }) => (
          <li key={form}>
            <span lang="zh">{form}</span>
            <span>{spanInWords(words, first, last)}</span>
          </li>
        ))}
      </ul>
      <ul>
        {reforms.map((reform) => (
          <ReformLine key={`${reform.is} ${reform.id}`} reform={reform} />
        ))}
      </ul>
    </section>
  )
}
