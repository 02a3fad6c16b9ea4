import { Link } from 'wouter'
import type { OpenEnd } from '../../../model/api/trace.ts'
import { usePlace } from '../../frame/place.tsx'
import { dayInWords } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/words.ts'
import { targetOfEnd } from '../../state/course.ts'
import { policyPath } from '../../state/url-state.ts'
import { useCourse } from './course.tsx'
import { endName, endNote } from './course-words.ts'
import { GlyphIcon } from './glyph.tsx'
import classes from './panel.module.css'
import { relationName } from './relation-name.ts'

const keyOf = (end: OpenEnd): string => `${end.is} ${end.of} ${end.is === 'next' ? end.next : ''}`

const End = ({ end }: { end: OpenEnd }) => {
  const words = useWords()
  const { select } = useCourse()
  const target = targetOfEnd(end)
  const text = (
    <>
      <GlyphIcon name="unseen" />
      <span>
        <b>{endName(words, end)}</b>
        <small>{endNote(words, end)}</small>
      </span>
    </>
  )
  return (
    <li>
      {target ? (
        <button type="button" onClick={() => select(target)}>
          {text}
        </button>
      ) : (
        <div>{text}</div>
      )}
    </li>
  )
}

/** What was named and never seen again. */
export const OpenEnds = () => {
  const { t, language } = useWords()
  const { reply } = useCourse()
  const { openEnds, until } = reply
  return (
    <section className={classes.ends} aria-labelledby="ends">
      <h2 id="ends">{openEnds.length > 0 ? t('trace.ends', { count: openEnds.length }) : t('trace.endsNone')}</h2>
      <ul>
        {openEnds.map((end) => (
          <End key={keyOf(end)} end={end} />
        ))}
      </ul>
      {until ? <p className={classes.note}>{t('trace.endsUntil', { until: dayInWords(until, language) })}</p> : null}
    </section>
  )
}

/** Editions, revisions, what carries it out: each with the way to its own course. */
export const Related = () => {
  const words = useWords()
  const { t } = words
  const { link } = usePlace()
  const { related } = useCourse().reply
  if (related.length === 0) return null
  return (
    <section className={classes.ends} aria-labelledby="related">
      <h2 id="related">{t('trace.related')}</h2>
      <ul>
        {related.map((one) => (
          <li key={`${one.relation} ${one.policy.id}`} className={classes.relatedItem}>
            <small>{relationName(words, one)}</small>
            <Link href={link(policyPath(one.policy.id))} lang="zh">
              《{one.policy.title}》
            </Link>
            <small>{t('trace.relatedItems', { count: one.total })}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
