import type { Words } from './words.ts'

/** `2022-01-14 至 2024-12-11`, one day once; an unknown day is said to be so. */
export const spanInWords = ({ t }: Words, first: string | null, last: string | null): string => {
  const unknown = t('ribbon.undated')
  return first === last
    ? (first ?? unknown)
    : t('attendance.postSpan', { first: first ?? unknown, last: last ?? unknown })
}
