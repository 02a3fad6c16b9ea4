import { Link } from 'wouter'
import type { PersonAttendanceReply } from '../../../model/api/attendance.ts'
import { usePlace } from '../../frame/place.tsx'
import { figure } from '../../i18n/figures.ts'
import { useWords } from '../../i18n/words.ts'
import { nodePath } from '../../state/url-state.ts'
import classes from './card.module.css'

type Met = PersonAttendanceReply['company'][number]

const BAR = 84

const Share = ({ met }: { met: Met }) => (
  <svg width={BAR} height="12" aria-hidden="true" className={classes.share}>
    <rect x="0" y="3" width={BAR} height="6" className={classes.track} />
    <rect x="0" y="3" width={(BAR * met.together) / met.of} height="6" className={classes.filled} />
    <rect x={(BAR * met.expected) / met.of - 0.8} y="0" width="1.6" height="12" className={classes.expected} />
  </svg>
)

/** With whom one was in the room, and what the two rates alone would give. */
export const Company = ({ reply }: { reply: PersonAttendanceReply }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const { company, companyTotal, fixed } = reply
  return (
    <section className={classes.part} aria-label={t('attendance.company')}>
      <div className={classes.head}>
        <h3>{t('attendance.company')}</h3>
        {fixed > 0 ? <span>{t('attendance.companyNote', { count: fixed })}</span> : null}
      </div>
      {company.length === 0 ? <p className={classes.note}>{t('attendance.noCompany')}</p> : null}
      <ul>
        {company.map((met) => (
          <li key={met.id} className={classes.met}>
            <Link
              href={link(nodePath(met.id))}
              aria-label={t('attendance.companyRow', {
                name: met.label,
                together: met.together,
                of: met.of,
                expected: figure(met.expected),
              })}
            >
              <span lang="zh">{met.label}</span>
              <span className={classes.metSeat} lang="zh">
                {met.seat}
              </span>
              <Share met={met} />
              <span>
                {met.together}/{met.of}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {company.length > 0 ? (
        <p className={classes.small}>
          {t('attendance.companyKey')}
          {t('join.stop')} {t('attendance.companyShown', { shown: company.length, total: companyTotal })}
        </p>
      ) : null}
    </section>
  )
}
