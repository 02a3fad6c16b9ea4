import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { AttendanceReply, AttendanceRow } from '../../../model/api/attendance.ts'
import { type AttendanceFilter, attendanceQuery } from '../../attendance-queries.ts'
import { useAddress } from '../../frame/address.ts'
import {
  type AttendanceChoice,
  formatAttendance,
  type Least,
  leastOf,
  parseAttendance,
  rowsShown,
} from '../../state/attendance.ts'

export type Attending = {
  choice: AttendanceChoice
  filter: AttendanceFilter
  reply: AttendanceReply
  /** What is drawn of the rows. */
  rows: AttendanceRow[]
  least: Least
  selected: AttendanceRow | null
  choose: (changes: Partial<AttendanceChoice>) => void
}

const Context = createContext<Attending | null>(null)

export const useAttending = (): Attending => {
  const attending = useContext(Context)
  if (!attending) throw new Error('useAttending stands outside AttendingProvider')
  return attending
}

/** The choice in the address, and the question that it asks. */
export const useAttendance = (place: string) => {
  const { state, update } = useAddress()
  const choice = useMemo(() => parseAttendance(state.view), [state.view])
  const { from, to } = state
  const { who, per } = choice
  const filter = useMemo(() => ({ from, to, per }), [from, to, per])
  const query = useQuery(attendanceQuery(place, who, filter))
  const choose = (changes: Partial<AttendanceChoice>) => update({ view: formatAttendance({ ...choice, ...changes }) })
  return { choice, filter, query, choose }
}

type AttendingProviderProps = Pick<Attending, 'choice' | 'filter' | 'reply' | 'choose'> & { children: ReactNode }

export const AttendingProvider = ({ choice, filter, reply, choose, children }: AttendingProviderProps) => {
  const attending = useMemo((): Attending => {
    const least = leastOf(choice.least, reply.rows)
    return {
      choice,
      filter,
      reply,
      choose,
      least,
      rows: rowsShown(reply.rows, least),
      selected: reply.rows.find(({ id }) => id === choice.one) ?? null,
    }
  }, [choice, filter, reply, choose])
  return <Context value={attending}>{children}</Context>
}
