import { Footer } from '../../frame/footer.tsx'
import { Awaited, Empty, Failure, Skeleton } from '../../frame/notice.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { usePlace } from '../../frame/place.tsx'
import { Ribbon } from '../../frame/ribbon.tsx'
import { Widen } from '../../frame/widen.tsx'
import { useWords } from '../../i18n/words.ts'
import classes from './attendance.module.css'
import { AttendanceTable } from './attendance-table.tsx'
import { AttendingProvider, useAttendance } from './attending.tsx'
import { Card } from './card.tsx'
import { Matrix } from './matrix.tsx'
import { Sentence } from './sentence.tsx'

const Loading = () => (
  <>
    <Awaited />
    <Skeleton widths={[0.7, 0.4, 1, 1, 1, 1]} gap={60} />
  </>
)

const Content = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { choice, filter, query, choose } = useAttendance(place)
  const { data, error, refetch } = query
  if (error && !data) return <Failure page what={t('error.attendance')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.rows.length === 0)
    return (
      <Empty>
        {t(data.meetings === 0 ? 'attendance.emptyPeriod' : 'attendance.empty')} <Widen />
      </Empty>
    )
  return (
    <AttendingProvider filter={filter} choice={choice} reply={data} choose={choose}>
      <Sentence />
      <div className={classes.views}>
        <Matrix />
        <Card />
      </div>
      <AttendanceTable />
    </AttendingProvider>
  )
}

/** Who was in the room. */
export const AttendancePage = () => {
  const { t } = useWords()
  usePageTitle(t('attendance.title'))
  const { current, pending, error, retry } = usePlace()
  return (
    <>
      <Ribbon current={null} />
      <main id="main" tabIndex={-1} className={classes.page}>
        {error ? <Failure page what={t('error.jurisdictions')} error={error} onRetry={retry} /> : null}
        {pending ? <Loading /> : null}
        {current ? <Content key={current.id} place={current.id} /> : null}
        {!pending && !error && !current ? <Empty>{t('start.title')}</Empty> : null}
      </main>
      <Footer />
    </>
  )
}
