import { Trans } from 'react-i18next'
import { Link } from 'wouter'
import { Actors, CountingLevel } from '../../../model/api/co-occurrence.ts'
import { MethodLink } from '../../frame/method-link.tsx'
import { usePlace } from '../../frame/place.tsx'
import { SentenceMenu } from '../../frame/sentence-menu.tsx'
import { chanceInWords, percent } from '../../i18n/figures.ts'
import { useWords } from '../../i18n/words.ts'
import { MINIMA, RATES } from '../../state/co-occurrence.ts'
import classes from './co-occurrence.module.css'
import { useTies } from './ties.tsx'
import { TiesExport } from './ties-export.tsx'

/** So many of the fixed cast are named. */
const NAMED = 8

const Level = () => {
  const { t } = useWords()
  const { choice, choose } = useTies()
  return (
    <SentenceMenu
      label={t('coOccurrence.level')}
      value={choice.level}
      choices={CountingLevel.options.map((value) => ({
        value,
        text: t(`coOccurrence.levelOf.${value}`),
        note: t(`coOccurrence.levelNote.${value}`),
      }))}
      onChoose={(level) => choose({ level })}
    />
  )
}

const Who = () => {
  const { t } = useWords()
  const { choice, choose } = useTies()
  return (
    <SentenceMenu
      label={t('coOccurrence.who')}
      value={choice.who}
      choices={Actors.options.map((value) => ({ value, text: t(`coOccurrence.whoOf.${value}`) }))}
      onChoose={(who) => choose({ who, a: null, b: null, ...(who === 'person' ? { level: 'meeting' as const } : {}) })}
    />
  )
}

const Rate = () => {
  const { t, language } = useWords()
  const { choice, choose } = useTies()
  return (
    <SentenceMenu
      label={t('coOccurrence.fdr')}
      value={choice.fdr}
      choices={RATES.map((value) => ({ value, text: percent(Number(value), language) }))}
      onChoose={(fdr) => choose({ fdr })}
    />
  )
}

const Minimum = () => {
  const { t } = useWords()
  const { choice, choose } = useTies()
  return (
    <SentenceMenu
      label={t('coOccurrence.minimum')}
      value={choice.minimum}
      choices={MINIMA.map((value) => ({
        value,
        text: t(`coOccurrence.minimumOf.${choice.level}`, { count: Number(value) }),
      }))}
      onChoose={(minimum) => choose({ minimum })}
    />
  )
}

/** Where those are listed whom the view counts. */
const Lists = () => {
  const { t } = useWords()
  const { link } = usePlace()
  return (
    <>
      <Link href={link('/departments')}>{t('attendance.departments')}</Link>{' '}
      <Link href={link('/districts')}>{t('attendance.districts')}</Link>
    </>
  )
}

/** What the view says before it shows anything; the words that can be changed are menus. */
export const Sentence = () => {
  const { t } = useWords()
  const { reply, choice } = useTies()
  const fixed = reply.actors.filter(({ fixed: is }) => is)
  const values = {
    actors: reply.actors.length,
    abovePairs: t('coOccurrence.pairs', { count: reply.above }),
    belowPairs: t('coOccurrence.pairs', { count: reply.below }),
    tested: reply.tested.toLocaleString('en'),
    columns: t(`coOccurrence.columns.${choice.level}`, { count: reply.columns }),
    column: t(`coOccurrence.levelOf.${choice.level}`),
    met: reply.pairs.filter(({ observed }) => observed > 0).length,
    p: reply.smallestP === null ? '1' : chanceInWords(reply.smallestP),
  }
  const components = {
    level: <Level />,
    who: <Who />,
    fdr: <Rate />,
    minimum: <Minimum />,
    b: <b />,
    warn: <span className={classes.fewer} />,
  }
  return (
    <div className={classes.sentence}>
      <h1>
        <Trans
          t={t}
          i18nKey={reply.testable ? 'coOccurrence.sentence' : 'coOccurrence.untestable'}
          values={values}
          components={components}
        />
      </h1>
      <div className={classes.under}>
        <p className={classes.kept}>
          {reply.testable
            ? t('coOccurrence.kept', {
                who: t(`coOccurrence.whoEach.${choice.who}`),
                column: t(`coOccurrence.columnName.${choice.level}`),
              })
            : null}{' '}
          {fixed.length > 0
            ? t('coOccurrence.fixed', {
                count: fixed.length,
                names: fixed
                  .slice(0, NAMED)
                  .map(({ label }) => label)
                  .join(t('join.list')),
                more: fixed.length > NAMED ? '…' : '',
              })
            : null}{' '}
          <Lists /> <MethodLink part="chance" />
        </p>
        <TiesExport />
      </div>
    </div>
  )
}
