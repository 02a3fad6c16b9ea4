import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Denominator, getAttendance, getBodyAttendance, getPersonAttendance } from '../model/api/attendance.ts'
import { request } from './api.ts'
import { period } from './queries.ts'

export type AttendanceFilter = { from: string | null; to: string | null; per: Denominator }

const counted = ({ per, ...days }: AttendanceFilter) => ({ per, ...period(days) })

/** As many rows as the server gives. */
const ROWS = 2000

export const attendanceQuery = (jurisdiction: string, who: 'person' | 'body', filter: AttendanceFilter) =>
  queryOptions({
    queryKey: ['attendance', jurisdiction, who, filter],
    queryFn: ({ signal }) => {
      const query = { jurisdiction, who, limit: ROWS, ...counted(filter) }
      return request(getAttendance, { params: {}, query }, signal)
    },
    placeholderData: keepPreviousData,
  })

export const personAttendanceQuery = (id: string, filter: AttendanceFilter, limit = 6) =>
  queryOptions({
    queryKey: ['person-attendance', id, filter, limit],
    queryFn: ({ signal }) =>
      request(getPersonAttendance, { params: { id }, query: { limit, ...counted(filter) } }, signal),
    placeholderData: keepPreviousData,
  })

export const bodyAttendanceQuery = (id: string, filter: AttendanceFilter) =>
  queryOptions({
    queryKey: ['body-attendance', id, filter],
    queryFn: ({ signal }) => request(getBodyAttendance, { params: { id }, query: counted(filter) }, signal),
    placeholderData: keepPreviousData,
  })
