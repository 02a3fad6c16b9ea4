import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { LIST_FORMATS } from '../../../model/api/exports.ts'
import { getTrace, type TraceReply } from '../../../model/api/trace.ts'
import { requestFile } from '../../api.ts'
import { useAddress } from '../../frame/address.ts'
import { copyText } from '../../frame/copy.ts'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { Footer } from '../../frame/footer.tsx'
import { Icon } from '../../frame/icons.tsx'
import { Failure, isGone, Pending } from '../../frame/notice.tsx'
import { Main } from '../../frame/page.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { usePlace } from '../../frame/place.tsx'
import { Ribbon } from '../../frame/ribbon.tsx'
import { usePeriod } from '../../frame/use-period.ts'
import { dayInWords } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/words.ts'
import { traceQuery } from '../../queries.ts'
import { versionText } from '../../state/names.ts'
import { idInPath, jurisdictionOf, nameInId, nodePath } from '../../state/url-state.ts'
import { useScreen } from '../meeting/screen.ts'
import { Missing } from '../missing.tsx'
import { CourseProvider } from './course.tsx'
import { CourseSentence } from './course-sentence.tsx'
import { courseText } from './course-words.ts'
import { OpenEnds, Related } from './open-ends.tsx'
import { Panel } from './panel.tsx'
import { Rail } from './rail.tsx'
import { Duties, Steps } from './steps.tsx'
import { Timeline } from './timeline.tsx'
import classes from './trace.module.css'

const Actions = ({ reply }: { reply: TraceReply }) => {
  const words = useWords()
  const { t, language } = words
  const { current } = usePlace()
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null)
  const citation = () =>
    t('trace.citation', {
      policy: reply.policy.title,
      course: courseText(words, reply),
      issuer: current?.issuer ?? reply.policy.jurisdiction,
      until: reply.until ? dayInWords(reply.until, language) : '–',
      version: versionText(reply.version),
      url: window.location.href,
    })
  const cite = async () => {
    setOutcome((await copyText(citation())) ? 'copied' : 'copyFailed')
  }
  return (
    <div className={classes.actions}>
      <span role="status">{outcome ? t(`meeting.${outcome}`) : null}</span>
      <button type="button" onClick={() => window.print()}>
        <Icon name="print" size={16} />
        {t('trace.print')}
      </button>
      <button type="button" onClick={() => void cite()}>
        <Icon name="quote" size={16} />
        {t('trace.cite')}
      </button>
      <ExportMenu
        title={reply.policy.title}
        citation={citation}
        formats={LIST_FORMATS}
        take={(format) => requestFile(getTrace, { params: { id: reply.policy.id }, query: { format } })}
      />
    </div>
  )
}

const Head = ({ reply }: { reply: TraceReply }) => {
  const { t } = useWords()
  const { link } = usePlace()
  return (
    <div className={classes.head}>
      <h1 lang="zh">《{reply.policy.title}》</h1>
      <Link href={link('/policies')} className={classes.other}>
        {t('trace.other')}
      </Link>
      <Link href={link(nodePath(reply.policy.id))} className={classes.profile}>
        {t('trace.profile')}
      </Link>
      <Actions reply={reply} />
    </div>
  )
}

const Views = () => {
  const phone = useScreen() === 'phone'
  return (
    <div className={classes.views}>
      <div className={classes.main}>
        {phone ? (
          <Rail />
        ) : (
          <>
            <Timeline />
            <Steps />
          </>
        )}
        <Duties />
      </div>
      <aside className={classes.side}>
        {phone ? null : (
          <>
            <Panel />
            <OpenEnds />
          </>
        )}
        <Related />
      </aside>
    </div>
  )
}

const Loader = ({ id }: { id: string }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const { data, error, refetch } = useQuery(traceQuery(id))
  const period = usePeriod(jurisdictionOf(id))
  usePageTitle(data ? t('trace.title', { policy: data.policy.title }) : null)
  if (isGone(error))
    return (
      <Missing what={t('missing.node', { what: nameInId(id) })}>
        <Link href={link('/policies')}>{t('trace.back')}</Link>
      </Missing>
    )
  const failed = error ?? period.error
  return (
    <>
      <Ribbon current={null} />
      <Main className={classes.page}>
        {failed ? (
          <Failure
            page
            what={t('error.trace')}
            error={failed}
            onRetry={() => {
              void refetch()
              period.retry()
            }}
          />
        ) : null}
        {data && period.inUse ? (
          <CourseProvider reply={data} inUse={period.inUse}>
            <Head reply={data} />
            <CourseSentence />
            <Views />
          </CourseProvider>
        ) : failed ? null : (
          <Pending widths={[0.4, 0.7, 1, 1, 1, 1]} gap={60} />
        )}
      </Main>
      <Footer />
    </>
  )
}

/** What became of one policy. */
export const TracePage = () => {
  const { path } = useAddress()
  const id = idInPath(path)
  return id ? <Loader key={id} id={id} /> : <Missing what={null} />
}
