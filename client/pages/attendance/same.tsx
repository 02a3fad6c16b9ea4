import { Link } from 'wouter'
import type { PersonAttendanceReply } from '../../../model/api/attendance.ts'
import { usePlace } from '../../frame/place.tsx'
import { useWords } from '../../i18n/words.ts'
import { nodePath } from '../../state/url-state.ts'
import classes from './card.module.css'
import { RollQuotes } from './roll-quotes.tsx'

/** Who may be the same person, how sure that is, and the reasons for and against. */
export const PossiblySame = ({ reply }: { reply: PersonAttendanceReply }) => {
  const { t } = useWords()
  const { link } = usePlace()
  if (reply.possiblySame.length === 0) return null
  return (
    <section className={classes.part} aria-label={t('attendance.same')}>
      <h3>{t('attendance.same')}</h3>
      <ul>
        {reply.possiblySame.map(({ id, label, seat, grade, why, quotations }) => (
          <li key={id} className={classes.same}>
            <p>
              <Link href={link(nodePath(id))} lang="zh">
                {seat ? `${label}（${seat}）` : label}
              </Link>{' '}
              <span className={classes.warn}>{t(`attendance.sameOf.${grade}`)}</span>
            </p>
            <p className={classes.small}>
              {t('attendance.sameWhy', {
                reasons: why
                  .map(
                    ({ code, weight }) =>
                      `${t(`attendance.signal.${code}`)}${weight < 0 ? t('attendance.against') : ''}`,
                  )
                  .join(t('join.list')),
              })}
            </p>
            <RollQuotes quotations={quotations} />
          </li>
        ))}
      </ul>
    </section>
  )
}
