import { Empty, Failure, Pending } from '../../frame/notice.tsx'
import { PlacePage } from '../../frame/page.tsx'
import { Widen } from '../../frame/widen.tsx'
import { useWords } from '../../i18n/words.ts'
import classes from './attendance.module.css'
import { AttendanceTable } from './attendance-table.tsx'
import { AttendingProvider, useAttendance } from './attending.tsx'
import { Card } from './card.tsx'
import { Matrix } from './matrix.tsx'
import { Sentence } from './sentence.tsx'

const SKELETON = { widths: [0.7, 0.4, 1, 1, 1, 1], gap: 60 }

const Content = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { choice, filter, query, choose } = useAttendance(place)
  const { data, error, refetch } = query
  if (error && !data) return <Failure page what={t('error.attendance')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Pending {...SKELETON} />
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
  return (
    <PlacePage title={t('attendance.title')} className={classes.page} skeleton={SKELETON}>
      {(place) => <Content key={place} place={place} />}
    </PlacePage>
  )
}
