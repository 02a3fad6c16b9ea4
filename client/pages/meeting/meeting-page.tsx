import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link } from 'wouter'
import type { DocumentReply } from '../../../model/api/documents.ts'
import type { MeetingReply } from '../../../model/api/meetings.ts'
import { useAddress } from '../../frame/address.ts'
import { Failure, isGone, Pending, Skeleton } from '../../frame/notice.tsx'
import { Main } from '../../frame/page.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { usePlace } from '../../frame/place.tsx'
import { Ribbon } from '../../frame/ribbon.tsx'
import { meetingName, useWords } from '../../i18n/words.ts'
import { documentQuery, meetingQuery } from '../../queries.ts'
import { idInPath, nameInId } from '../../state/url-state.ts'
import { Missing } from '../missing.tsx'
import { MinutesText } from './document.tsx'
import classes from './meeting-page.module.css'
import { Outline } from './outline.tsx'
import { PartProvider, ReadingProvider } from './reading.tsx'
import { ReadingBar } from './reading-bar.tsx'
import { useScreen } from './screen.ts'
import { Sheet } from './sheet.tsx'
import { Side } from './side.tsx'
import { useReadingState } from './use-reading.ts'

const Reader = ({ reply, document }: { reply: MeetingReply; document: DocumentReply }) => {
  const words = useWords()
  const { t } = words
  const article = useRef<HTMLElement>(null)
  const screen = useScreen()
  const { reading, part } = useReadingState(reply, document, article)
  usePageTitle(meetingName(words, reply.meeting))
  const desktop = screen === 'desktop'
  return (
    <ReadingProvider value={reading}>
      <PartProvider value={part}>
        {screen === 'phone' ? null : <Ribbon current={reply.meeting.id} />}
        {reading.partGone ? <p className={classes.gone}>{t('missing.part')}</p> : null}
        <Main className={classes.page}>
          {desktop ? <Outline /> : <ReadingBar screen={screen} />}
          <MinutesText article={article} />
          {desktop ? <Side /> : null}
        </Main>
        {desktop ? null : <Sheet screen={screen} />}
      </PartProvider>
    </ReadingProvider>
  )
}

const Waiting = () => (
  <Main className={classes.page}>
    <div className={classes.plain}>
      <Pending widths={[0.5, 0.8, 0.6, 1, 1, 1, 1, 1]} gap={28} />
    </div>
    <div className={classes.plain}>
      <Skeleton widths={[1, 0.5, 1, 1, 1, 0.7, 1, 1, 1, 0.4, 1, 1]} gap={32} />
    </div>
    <div className={classes.plain}>
      <Skeleton widths={[1]} gap={360} />
      <Skeleton widths={[1, 1, 1, 1]} gap={44} />
    </div>
  </Main>
)

const Loader = ({ id }: { id: string }) => {
  const { t } = useWords()
  const { state } = useAddress()
  const { link } = usePlace()
  const meeting = useQuery(meetingQuery(id))
  const documents = meeting.data?.documents ?? []
  const chosen = documents.find((document) => document.id === state.document) ?? documents[0]
  const document = useQuery(documentQuery(chosen?.id ?? null))
  if (isGone(meeting.error))
    return (
      <Missing what={t('missing.meeting', { what: nameInId(id) })}>
        <Link href={link('/meetings')}>{t('missing.list')}</Link>
      </Missing>
    )
  const failed = meeting.error ?? document.error
  if (failed && !document.data)
    return (
      <Main className={classes.plain}>
        <Failure
          page
          what={t(meeting.error ? 'error.meeting' : 'error.document')}
          error={failed}
          onRetry={() => void (meeting.error ? meeting.refetch() : document.refetch())}
        />
      </Main>
    )
  if (!meeting.data || !document.data) return <Waiting />
  return <Reader key={document.data.id} reply={meeting.data} document={document.data} />
}

export const MeetingPage = () => {
  const { path } = useAddress()
  const id = idInPath(path)
  return id ? <Loader key={id} id={id} /> : <Missing what={null} />
}
