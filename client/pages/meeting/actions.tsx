import { useMemo, useState } from 'react'
import { copyCitation, copyLink, READING_COMMANDS, type ReadingContext } from '../../commands/reading-commands.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { copyText } from '../../frame/copy.ts'
import { Icon } from '../../frame/icons.tsx'
import { usePlace } from '../../frame/place.tsx'
import { dayInWords } from '../../i18n/dates.ts'
import { meetingName, useWords } from '../../i18n/words.ts'
import { flatQuote } from '../../state/citation.ts'
import { versionText } from '../../state/names.ts'
import classes from './actions.module.css'
import { useReading } from './reading.tsx'

type Outcome = 'copied' | 'refused' | null

/** What is copied: the words, where they stand, and under which data they were read. */
const useCitation = (): (() => string | null) => {
  const words = useWords()
  const { reply, document, evidence } = useReading()
  const { current } = usePlace()
  const { t, language } = words
  return () => {
    const quotes = evidence.map(({ start, end }) => `“${flatQuote(document.text.slice(start, end))}”`)
    if (quotes.length === 0) return null
    const { meeting } = reply
    return t('meeting.citation', {
      quote: quotes.join(''),
      issuer: current?.issuer ?? meeting.jurisdiction,
      meeting: meetingName(words, meeting),
      number: meeting.docNumber ?? '',
      date: meeting.date ? dayInWords(meeting.date, language) : t('meetings.undated'),
      version: versionText(reply.version),
      url: window.location.href,
    })
  }
}

export const useReadingContext = () => {
  const { edge, node, clear } = useReading()
  const citation = useCitation()
  const [outcome, setOutcome] = useState<Outcome>(null)
  const context = useMemo(
    (): ReadingContext => ({
      selected: edge !== null || node !== null,
      clear,
      citation,
      link: () => window.location.href,
      copy: async (text) => setOutcome((await copyText(text)) ? 'copied' : 'refused'),
    }),
    [edge, node, clear, citation],
  )
  return { context, outcome }
}

export const Actions = ({ children }: { children?: React.ReactNode }) => {
  const { t } = useWords()
  const { context, outcome } = useReadingContext()
  useCommands(READING_COMMANDS, context)
  return (
    <div className={classes.actions}>
      {copyCitation.enabled(context) ? (
        <button type="button" className={classes.solid} onClick={() => void copyCitation.run(context)}>
          <Icon name="quote" size={16} />
          {t('meeting.copyQuoteLong')}
        </button>
      ) : null}
      {children}
      <button type="button" className={classes.plain} onClick={() => void copyLink.run(context)}>
        <Icon name="link" size={16} />
        {t('meeting.copyLink')}
      </button>
      <span role="status" className={classes.outcome}>
        {outcome === 'copied' ? t('meeting.copied') : outcome === 'refused' ? t('meeting.copyFailed') : null}
      </span>
    </div>
  )
}
