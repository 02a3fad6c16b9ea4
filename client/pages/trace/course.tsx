import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Slot } from '../../../model/api/jurisdictions.ts'
import type { CourseEvent, TraceReply } from '../../../model/api/trace.ts'
import { useAddress } from '../../frame/address.ts'
import type { PeriodInUse } from '../../frame/use-period.ts'
import { eventsShown, type Selected, selectedOf } from '../../state/course.ts'

type Course = {
  reply: TraceReply
  slots: readonly Slot[]
  /** Of the chosen period. */
  days: { from: string; to: string } | null
  /** Those of the period; `outside` counts the others. */
  events: readonly CourseEvent[]
  outside: number
  selected: Selected
  select: (id: string) => void
  /** Chooses the step before or after; nothing beyond the ends. */
  move: (by: -1 | 1) => void
  wholePeriod: () => void
}

const Context = createContext<Course | null>(null)

export const useCourse = (): Course => {
  const course = useContext(Context)
  if (!course) throw new Error('useCourse stands outside CourseProvider')
  return course
}

type CourseProviderProps = { reply: TraceReply; inUse: PeriodInUse; children: ReactNode }

/** The course in hand, the period it is seen in, and the step that the address names. */
export const CourseProvider = ({ reply, inUse, children }: CourseProviderProps) => {
  const { state, update } = useAddress()
  const step = state.view['step'] ?? null
  const course = useMemo((): Course => {
    const { events, outside } = eventsShown(reply, inUse.period)
    const selected = selectedOf({ events: events.length ? events : reply.events, duties: reply.duties }, step)
    const select = (id: string) => update({ view: { step: id } }, { replace: true })
    const at = selected?.is === 'event' ? events.findIndex(({ id }) => id === selected.event.id) : -1
    return {
      reply,
      slots: inUse.coverage.slots,
      days: inUse.days,
      events,
      outside,
      selected,
      select,
      move: (by) => {
        const next = events[at + by]
        if (next) select(next.id)
      },
      wholePeriod: () => update({ from: null, to: null }, { replace: true }),
    }
  }, [reply, inUse, step, update])
  return <Context value={course}>{children}</Context>
}
