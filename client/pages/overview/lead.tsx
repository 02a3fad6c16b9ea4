import { Trans } from 'react-i18next'
import type { CoverageReply, JurisdictionReply } from '../../../model/api/jurisdictions.ts'
import { MethodLink } from '../../frame/method-link.tsx'
import { countInWords, monthInWords } from '../../i18n/dates.ts'
import { meetingType, useWords, type Words } from '../../i18n/words.ts'
import { commonType, extentOf, numberingOf } from '../../state/lead.ts'
import { shortIssuer } from '../../state/names.ts'
import classes from './overview.module.css'

const spanInWords = ({ t, language }: Words, from: string | null, to: string | null): string => {
  const extent = extentOf(from, to)
  switch (extent.is) {
    case 'years':
      return extent.years === 1 && from
        ? t('overview.spanYear', { year: Number(from.slice(0, 4)) })
        : t('overview.spanYears', { years: countInWords(extent.years, language) })
    case 'year':
      return t('overview.spanYear', { year: extent.year })
    case 'month':
      return from ? t('overview.spanMonth', { month: monthInWords(from, language) }) : ''
    case 'months':
      return from && to
        ? t('overview.spanMonths', { from: monthInWords(from, language), to: monthInWords(to, language) })
        : ''
    case 'none':
      return ''
  }
}

const Warned = (
  // Trans puts the words of the sentence inside.
  <b className={classes.warn} />
)

const Numbering = ({ coverage }: { coverage: CoverageReply }) => {
  const { t } = useWords()
  const numbering = numberingOf(coverage.slots)
  switch (numbering.is) {
    case 'single':
      return t('overview.single')
    case 'unnumbered':
      return t('overview.unnumbered')
    case 'whole':
      return t('overview.whole', { first: numbering.first, last: numbering.last })
    case 'gaps': {
      const { count, first, last } = numbering
      return (
        <Trans
          t={t}
          i18nKey="overview.missing"
          count={count}
          values={{ count, first, last }}
          components={{ warn: Warned }}
        />
      )
    }
    case 'gaps-of-several': {
      const { count } = numbering
      return (
        <Trans t={t} i18nKey="overview.missingSome" count={count} values={{ count }} components={{ warn: Warned }} />
      )
    }
  }
}

/** The sentence that answers first: how much there is, and what is missing. */
export const Lead = ({ place, coverage }: { place: JurisdictionReply; coverage: CoverageReply }) => {
  const words = useWords()
  const { t, language } = words
  const type = commonType(coverage.slots)
  const meetings = type
    ? t('overview.meetingsOf', { count: coverage.meetings, type: meetingType(words, type) })
    : t('overview.meetings', { count: coverage.meetings })
  const sentence = t('overview.lead', {
    place: language === 'zh' ? shortIssuer(place.issuer) : place.id,
    span: spanInWords(words, place.from, place.to),
    meetings,
    items: t('overview.items', { count: coverage.items }),
    departments: t('overview.departments', { count: place.counts.department }),
  })
  const first = place.from ? monthInWords(place.from, language) : null
  const last = place.to ? monthInWords(place.to, language) : null
  return (
    <>
      <h1 className={classes.lead}>{sentence}</h1>
      <p className={classes.missing}>
        {first && last && first !== last ? t('overview.range', { from: first, to: last }) : null}
        <Numbering coverage={coverage} /> <MethodLink part="count" />
      </p>
    </>
  )
}
