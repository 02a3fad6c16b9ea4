import { useState } from 'react'
import { Link } from 'wouter'
import type { EdgeQuotation } from '../../../model/api/graph.ts'
import type { ItemAt } from '../../../model/api/trace.ts'
import { copyText } from '../../frame/copy.ts'
import { Icon } from '../../frame/icons.tsx'
import { usePlace } from '../../frame/place.tsx'
import { dayInWords } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/words.ts'
import { flatQuote } from '../../state/citation.ts'
import { versionText } from '../../state/names.ts'
import { meetingPath, NO_SELECTION } from '../../state/url-state.ts'
import { Sentence } from '../co-occurrence/quoted.tsx'
import { useCourse } from './course.tsx'
import { meetingOf } from './course-words.ts'
import classes from './panel.module.css'

const SHOWN = 3

/** The sentence in the minutes, the way to it, and its citation. */
export const EvidenceOf = ({ at, quotations }: { at: ItemAt; quotations: readonly EdgeQuotation[] }) => {
  const words = useWords()
  const { t, language } = words
  const { link, current } = usePlace()
  const { reply } = useCourse()
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null)
  const [first] = quotations
  const target = link(meetingPath(at.meeting), { ...NO_SELECTION, item: at.seq, edge: first?.edge ?? null })
  const copy = async () => {
    const text = t('meeting.citation', {
      quote: quotations
        .slice(0, 1)
        .map(({ quote }) => `“${flatQuote(quote)}”`)
        .join(''),
      issuer: current?.issuer ?? '',
      meeting: meetingOf(words, at),
      number: '',
      date: at.date ? dayInWords(at.date, language) : t('meetings.undated'),
      version: versionText(reply.version),
      url: new URL(target, window.location.href).href,
    })
    setOutcome((await copyText(text)) ? 'copied' : 'copyFailed')
  }
  return (
    <>
      {quotations.slice(0, SHOWN).map((quotation) => (
        <Sentence key={`${quotation.edge} ${quotation.start}`} quotation={quotation} names={[]} />
      ))}
      <p className={classes.actions}>
        <Link href={target} className={classes.solid}>
          <Icon name="book" size={16} />
          {t('trace.inText')}
        </Link>
        {first ? (
          <button type="button" className={classes.plain} onClick={() => void copy()}>
            <Icon name="quote" size={16} />
            {t('trace.copyQuote')}
          </button>
        ) : null}
        <span role="status" className={classes.outcome}>
          {outcome ? t(`meeting.${outcome}`) : null}
        </span>
      </p>
    </>
  )
}
