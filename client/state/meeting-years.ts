import type { MeetingNode } from '../../model/graph.ts'

export type MeetingYear = { year: number | null; meetings: MeetingNode[] }

/** Keeps the order of the rows; those without a day come under `null`. */
export const byYear = (rows: readonly MeetingNode[]): MeetingYear[] => {
  const years: MeetingYear[] = []
  for (const meeting of rows) {
    const year = meeting.date ? Number(meeting.date.slice(0, 4)) : null
    const last = years.at(-1)
    if (last && last.year === year) last.meetings.push(meeting)
    else years.push({ year, meetings: [meeting] })
  }
  return years
}
