import { Link } from 'wouter'
import type { RollQuotation } from '../../../model/api/attendance.ts'
import { usePlace } from '../../frame/place.tsx'
import { useWords } from '../../i18n/words.ts'
import { sentenceParts } from '../../state/citation.ts'
import { meetingPath, NO_SELECTION } from '../../state/url-state.ts'
import classes from './card.module.css'

/** A roll is one long sentence: only what stands about the words is shown, and the link leads to all of it. */
const Quote = ({ quotation }: { quotation: RollQuotation }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const { quote, sentence, start, end, edge, meeting, meetingLabel, date } = quotation
  const own = { start: start - sentence.start, end: end - sentence.start }
  const parts = sentenceParts(quote, { start: 0, end: quote.length }, own)
  const near = (text: string, from: 'start' | 'end') =>
    text.length <= 16 ? text : from === 'end' ? `……${text.slice(-14)}` : `${text.slice(0, 14)}……`
  return (
    <li className={classes.quoted}>
      <blockquote className={classes.quote} lang="zh">
        {near(parts.before, 'end')}
        <mark>{parts.quote}</mark>
        {near(parts.after, 'start')}
      </blockquote>
      <p className={classes.where}>
        <span>
          <span lang="zh">{meetingLabel}</span>
          {date ? ` · ${date}` : null}
        </span>
        <Link href={link(meetingPath(meeting), { ...NO_SELECTION, tab: 'roll', edge })} className={classes.locate}>
          {t('meeting.locate')}
        </Link>
      </p>
    </li>
  )
}

export const RollQuotes = ({ quotations }: { quotations: readonly RollQuotation[] }) => (
  <ul className={classes.quotes}>
    {quotations.map((quotation) => (
      <Quote key={`${quotation.edge} ${quotation.document} ${quotation.start}`} quotation={quotation} />
    ))}
  </ul>
)
