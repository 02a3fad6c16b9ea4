import { Trans } from 'react-i18next'
import { Link } from 'wouter'
import type { Slot } from '../../../model/api/jurisdictions.ts'
import type { OverviewReply } from '../../../model/api/overview.ts'
import { usePlace } from '../../frame/place.tsx'
import { useWords } from '../../i18n/words.ts'
import { CourseDrawing, CourseLine } from './course.tsx'
import { Door } from './door.tsx'
import classes from './doors.module.css'

const policyPath = (id: string): string => `/policies/${encodeURIComponent(id)}`

/** What became of a policy. */
export const PoliciesDoor = ({ overview, slots }: { overview: OverviewReply; slots: readonly Slot[] }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const { rows, example, total, deferred, returned, open } = overview.policies
  return (
    <Door
      id="door-policies"
      method="course"
      question={t('doors.policies')}
      to={link('/policies')}
      drawing={
        example ? (
          <>
            <CourseDrawing course={example} slots={slots} />
            <p className={classes.caption} lang="zh">
              {example.title}
            </p>
          </>
        ) : null
      }
      answer={
        <Trans
          t={t}
          i18nKey={deferred > 0 ? 'doors.policiesAnswer' : 'doors.policiesNone'}
          values={{ total, deferred, returned, open }}
          components={{ b: <b /> }}
        />
      }
      title={t('doors.active')}
      note={t('doors.activeNote')}
    >
      {rows.map((course) => (
        <li key={course.id}>
          <Link href={link(policyPath(course.id))} className={classes.row}>
            <span className={classes.name} lang="zh">
              {course.title}
            </span>
            <CourseLine course={course} slots={slots.length} />
            <span className={classes.figure}>{course.meetings}</span>
          </Link>
        </li>
      ))}
    </Door>
  )
}
