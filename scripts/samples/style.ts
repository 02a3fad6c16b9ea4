import type { Meeting } from './calendar.ts'

/** How a document is made up; documents of one office differ from month to month. */
export type Style = {
  /** (一) for （一）. */
  halfBrackets: boolean
  /** — 3 — at the foot of the page comes through the extraction. */
  pageNumbers: boolean
  /** Paragraphs keep the line breaks of the page. */
  wrapped: boolean
  /** Two-character names in the leaders' list are spread to three columns. */
  padded: boolean
  /** A line 请假. */
  leave: boolean
  /** Time, place and rolls before the items, with posts. */
  rollFirst: boolean
  /** 会议指出, 会议强调. */
  says: boolean
  /** 甲（乙代） */
  standIn: boolean
  guests: boolean
  compiled: boolean
  /** Masthead in two lines. */
  tall: boolean
  /** 会议还研究了其他事项。 */
  hidden: boolean
  /** 常务（扩大）会议 */
  extended: boolean
  /** Which of the openings. */
  opening: number
  /** Columns of a roll line. */
  rollColumns: number
}

/** By turns, so that every feature is there and no two neighbours look alike. */
export const styleOf = ({ index }: Meeting): Style => ({
  halfBrackets: index % 5 === 3,
  pageNumbers: index % 7 === 4,
  wrapped: index % 12 === 9,
  padded: index % 4 === 1,
  leave: index % 6 === 2,
  rollFirst: index % 11 === 7,
  says: index % 3 === 1,
  standIn: index % 13 === 12,
  guests: index % 9 === 5,
  compiled: index % 8 !== 6,
  tall: index % 3 === 0,
  hidden: index % 15 === 11,
  extended: index % 40 === 20,
  opening: index % 4,
  rollColumns: 20 + (index % 3),
})
