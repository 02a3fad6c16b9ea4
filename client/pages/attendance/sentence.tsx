import { Trans } from 'react-i18next'
import { Link } from 'wouter'
import { Denominator } from '../../../model/api/attendance.ts'
import { Icon } from '../../frame/icons.tsx'
import { MethodLink } from '../../frame/method-link.tsx'
import { usePlace } from '../../frame/place.tsx'
import { SentenceMenu } from '../../frame/sentence-menu.tsx'
import { percent } from '../../i18n/figures.ts'
import { useWords } from '../../i18n/words.ts'
import { castOf, countsByLeast, isCut, LEASTS, WHO } from '../../state/attendance.ts'
import { NO_SELECTION } from '../../state/url-state.ts'
import classes from './attendance.module.css'
import { AttendanceExport } from './attendance-export.tsx'
import { useAttending } from './attending.tsx'

const Who = () => {
  const { t } = useWords()
  const { choice, choose } = useAttending()
  return (
    <SentenceMenu
      label={t('attendance.who')}
      value={choice.who}
      choices={WHO.map((value) => ({ value, text: t(`attendance.whoOf.${value}`) }))}
      onChoose={(who) => choose({ who, least: null, one: null })}
    />
  )
}

const Least = () => {
  const { t } = useWords()
  const { choice, choose, least, reply } = useAttending()
  const counts = countsByLeast(reply.rows)
  const { who } = choice
  return (
    <SentenceMenu
      label={t('attendance.least')}
      value={least}
      choices={LEASTS.filter((value) => counts[value] > 0 || value === least).map((value) => ({
        value,
        text: t(value === '1' ? `attendance.leastOf.${who}.all` : `attendance.leastOf.${who}.some`, {
          rows: counts[value],
          least: value,
        }),
        ...(value === '1' ? {} : { note: t('attendance.leastNote', { total: reply.total }) }),
      }))}
      onChoose={(value) => choose({ least: value })}
    />
  )
}

const Per = () => {
  const { t } = useWords()
  const { choice, choose } = useAttending()
  return (
    <SentenceMenu
      label={t('attendance.per')}
      value={choice.per}
      choices={Denominator.options.map((value) => ({ value, text: t(`attendance.perOf.${value}`) }))}
      onChoose={(per) => choose({ per })}
    />
  )
}

const useCastWords = () => {
  const { language } = useWords()
  const { choice, reply, rows } = useAttending()
  const { fixed, others, departments, districts } = castOf(rows)
  const values = {
    count: fixed.rows,
    share: percent(fixed.of > 0 ? Math.round((fixed.present / fixed.of) * 100) / 100 : 0, language),
    others,
    departments,
    districts,
  }
  if (choice.who === 'body')
    return { key: fixed.rows ? 'attendance.castBodies' : 'attendance.noCastBodies', values } as const
  if (fixed.rows) return { key: 'attendance.cast', values } as const
  return { key: reply.withRoll < 5 ? 'attendance.noCast' : 'attendance.noFixed', values } as const
}

const Links = () => {
  const { t } = useWords()
  const { link } = usePlace()
  const network = link('/co-occurrence', { ...NO_SELECTION, view: { who: 'person', level: 'meeting' } })
  return (
    <p className={classes.links}>
      <Link href={network} className={classes.network}>
        <Icon name="network" size={16} />
        {t('attendance.network')}
      </Link>
      <Link href={link('/people')}>{t('attendance.people')}</Link>
      <Link href={link('/departments')}>{t('attendance.departments')}</Link>
      <Link href={link('/districts')}>{t('attendance.districts')}</Link>
    </p>
  )
}

/** What the view says before it shows anything; the words that can be changed are menus. */
export const Sentence = () => {
  const { t } = useWords()
  const { reply } = useAttending()
  const { key, values } = useCastWords()
  const meetings = t('attendance.meetings', { count: reply.meetings })
  const all =
    reply.withRoll === reply.meetings ? meetings : t('attendance.meetingsWithRoll', { meetings, rolls: reply.withRoll })
  return (
    <div className={classes.sentence}>
      <h1>
        <Trans
          t={t}
          i18nKey="attendance.sentence"
          values={{ meetings: all }}
          components={{ who: <Who />, least: <Least /> }}
        />{' '}
        <Trans t={t} i18nKey={key} values={values} components={{ b: <b /> }} />
      </h1>
      <div className={classes.under}>
        <p>
          <Trans t={t} i18nKey="attendance.counted" components={{ per: <Per /> }} /> <MethodLink part="share" />
          {isCut(reply) ? ` ${t('attendance.cut', { shown: reply.shown, total: reply.total })}` : null}
        </p>
        <Links />
        <AttendanceExport />
      </div>
    </div>
  )
}
