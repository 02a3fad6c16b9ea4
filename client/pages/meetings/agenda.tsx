import { seqInWords, useWords } from '../../i18n/words.ts'
import classes from './meetings.module.css'

/** Headings of the items, all of them, run on. */
export const Agenda = ({ headings, hidden }: { headings: readonly string[]; hidden: boolean }) => {
  const { t, language } = useWords()
  if (headings.length === 0) return <p className={classes.agenda}>{t('meetings.noAgenda')}</p>
  return (
    <p className={classes.agenda}>
      {headings.map((heading, index) => (
        // Two items may have one heading; their order is fixed.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className={classes.heading}>
          <span className={classes.seq}>{seqInWords(language, index + 1)}</span>
          <span lang="zh">{heading}</span>{' '}
        </span>
      ))}
      {hidden ? <span className={classes.hidden}>{t('meetings.hidden')}</span> : null}
    </p>
  )
}
