import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { sentenceAt } from '../../../model/sentence.ts'
import { usePlace } from '../../frame/place.tsx'
import { itemName, useWords } from '../../i18n/words.ts'
import { documentQuery } from '../../queries.ts'
import { placeQuery, type SpanIn } from '../../review-queries.ts'
import { sentenceParts } from '../../state/citation.ts'
import { meetingPath, NO_SELECTION } from '../../state/url-state.ts'
import classes from './panel.module.css'

/** The sentence about some words of a document, and the way to it. */
export const Printed = ({ span }: { span: SpanIn }) => {
  const words = useWords()
  const { t } = words
  const { link } = usePlace()
  const { data: document } = useQuery(documentQuery(span.document))
  const { data: place } = useQuery(placeQuery(span))
  if (!document) return null
  const parts = sentenceParts(document.text, sentenceAt(document.text, span), span)
  const item = place?.item ?? null
  return (
    <div className={classes.printed}>
      <blockquote lang="zh">
        {parts.before}
        <mark>{parts.quote}</mark>
        {parts.after}
      </blockquote>
      {place ? (
        <p>
          <span lang="zh">{place.meeting.label}</span>
          {item ? ` · ${itemName(words, item.seq)}` : null}
          {place.meeting.date ? ` · ${place.meeting.date}` : null}{' '}
          <Link
            href={link(meetingPath(place.meeting.id), {
              ...NO_SELECTION,
              document: span.document,
              item: item?.seq ?? null,
              ...(item ? {} : { tab: 'roll' as const }),
            })}
          >
            {t('meeting.locate')}
          </Link>
        </p>
      ) : null}
    </div>
  )
}
