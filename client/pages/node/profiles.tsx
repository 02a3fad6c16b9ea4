import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { GraphNode } from '../../../model/graph.ts'
import { bodyAttendanceQuery, personAttendanceQuery } from '../../attendance-queries.ts'
import { MethodLink } from '../../frame/method-link.tsx'
import { Failure, Skeleton } from '../../frame/notice.tsx'
import { usePlace } from '../../frame/place.tsx'
import { useWords } from '../../i18n/words.ts'
import type { NeighboursFilter } from '../../node-queries.ts'
import { DEFAULT, formatAttendance } from '../../state/attendance.ts'
import { NO_SELECTION } from '../../state/url-state.ts'
import { Quotes, Sum } from '../attendance/card.tsx'
import { Company } from '../attendance/company.tsx'
import { Delegates, Names } from '../attendance/delegates.tsx'
import { PossiblySame } from '../attendance/same.tsx'
import { Seats } from '../attendance/seats.tsx'
import { Alliances } from './alliances.tsx'
import { Duties } from './duties.tsx'
import classes from './node-page.module.css'

type ProfileProps = { node: GraphNode; filter: NeighboursFilter }

const COMPANY = 12

const Heading = ({ node }: { node: GraphNode }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const who = node.kind === 'person' ? ('person' as const) : ('body' as const)
  const view = formatAttendance({ ...DEFAULT, who, one: node.id })
  return (
    <div className={classes.partsHead}>
      <h2>{t('attendance.title')}</h2>
      <span className={classes.ways}>
        <MethodLink part={node.kind === 'person' ? 'people' : 'share'} />
        <Link href={link('/attendance', { ...NO_SELECTION, view })} className={classes.link}>
          {t('profile.matrix')}
        </Link>
      </span>
    </div>
  )
}

export const PersonProfile = ({ node, filter }: ProfileProps) => {
  const { t } = useWords()
  const { per } = DEFAULT
  const { data, error, refetch } = useQuery(personAttendanceQuery(node.id, { ...filter, per }, COMPANY))
  if (error && !data) return <Failure what={t('error.attendance')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton widths={[0.6, 0.9, 0.9, 0.8]} gap={28} />
  return (
    <div className={classes.parts}>
      <Heading node={node} />
      <Sum row={data.row} columns={data.columns} per={per} />
      <Seats reply={data} />
      <PossiblySame reply={data} />
      <Company reply={data} />
      <Quotes quotations={data.quotations} total={data.quotationsTotal} />
    </div>
  )
}

const SHOWN = 3

const Rolls = ({ node, filter }: ProfileProps) => {
  const { t } = useWords()
  const { per } = DEFAULT
  const { data, error, refetch } = useQuery(bodyAttendanceQuery(node.id, { ...filter, per }))
  if (error && !data) return <Failure what={t('error.attendance')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton widths={[0.6, 0.9, 0.9, 0.8]} gap={28} />
  return (
    <div className={classes.parts}>
      <Heading node={node} />
      <Sum row={data.row} columns={data.columns} per={per} />
      <Names reply={data} />
      <Delegates reply={data} />
      <Quotes quotations={data.quotations.slice(0, SHOWN)} total={data.quotationsTotal} />
    </div>
  )
}

export const BodyProfile = ({ node, filter }: ProfileProps) => (
  <>
    <Rolls node={node} filter={filter} />
    <Alliances node={node} filter={filter} />
    <Duties node={node} filter={filter} />
  </>
)
