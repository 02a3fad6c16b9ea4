import { Fragment } from 'react'
import { MethodLink } from '../../frame/method-link.tsx'
import { useWords } from '../../i18n/words.ts'
import { useCourse } from './course.tsx'
import { betweenSentences, countsClause, courseClauses, endsClause } from './course-words.ts'
import classes from './trace.module.css'

/** The course in one line, what is open in amber. */
export const CourseSentence = () => {
  const words = useWords()
  const { t } = words
  const { reply } = useCourse()
  const open = reply.openEnds.length
  return (
    <p className={classes.sentence}>
      {courseClauses(words, reply).map(({ text, warn }, at) => (
        // Clauses have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={at}>
          {at > 0 ? t('join.clause') : null}
          {warn ? <span className={classes.warn}>{text}</span> : text}
        </Fragment>
      ))}
      {t('trace.courseStop')}
      {countsClause(words, reply)}
      {t('join.stop')}
      {betweenSentences(words)}
      {open > 0 ? <strong className={classes.warn}>{endsClause(words, reply)}</strong> : endsClause(words, reply)}{' '}
      <MethodLink part="course" />
    </p>
  )
}
