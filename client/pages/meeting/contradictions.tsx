import { Trans } from 'react-i18next'
import type { Contradiction } from '../../../model/graph.ts'
import { RollRole } from '../../../model/record.ts'
import { useWords } from '../../i18n/words.ts'
import { zh } from '../../i18n/zh.ts'
import classes from './outline.module.css'
import { useReading } from './reading.tsx'

const OUTCOMES = Object.keys(zh.outcome)
const isOutcome = (value: string): value is keyof typeof zh.outcome => OUTCOMES.includes(value)

const useValue = () => {
  const { t } = useWords()
  return ({ field }: Contradiction, value: string | null): string => {
    if (value === null) return t('review.leftOut')
    if (field === 'outcome' && isOutcome(value)) return t(`outcome.${value}`)
    const role = field === 'roll' ? RollRole.options.find((one) => one === value) : undefined
    return role ? t(`role.${role}`) : value
  }
}

/** Where two documents of the meeting say two things, with what each says. */
export const Contradictions = () => {
  const { t } = useWords()
  const { reply, setDocument } = useReading()
  const valueOf = useValue()
  const { contradictions } = reply.meeting
  if (contradictions.length === 0) return null
  return (
    <div className={classes.unread}>
      <p>
        <Trans
          t={t}
          i18nKey="review.contradictions"
          count={contradictions.length}
          values={{ count: contradictions.length }}
          components={{ warn: <b className={classes.warn} /> }}
        />
      </p>
      <ul>
        {contradictions.map((one) => (
          <li key={`${one.field} ${one.about ?? ''}`}>
            {one.about ? <span lang="zh">{one.about}</span> : t(`review.contradicted.${one.field}`)}
            {t('join.colon')}
            {one.values.map(({ value, documents }, index) => (
              <span key={JSON.stringify(value)}>
                {index > 0 ? ' / ' : null}
                <button type="button" className={classes.place} onClick={() => setDocument(documents[0] ?? '')}>
                  {valueOf(one, value)}
                </button>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
