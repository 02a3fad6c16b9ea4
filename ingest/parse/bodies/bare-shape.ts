import { shapedEnds } from './body-shapes.ts'
import { ROLL_END } from './body-tables.ts'
import { DUTY_OR_LIST, isNoPlace } from './place-words.ts'

const BARE_ENDING = /(?:局|分局|办|大队|支队|管委会|集团|公司|指挥部|专班|中心|联社)$/u

/** A body of a county or zone that no table lists (运东分局, 城管办): shaped like one, and followed by what it is to do. */
export const bareShape = (text: string, at: number): number => {
  if (isNoPlace(text, at) || isNoPlace(text, at + 1)) return -1
  // 岚州市水务局 is a body of the city above.
  if (/^.{2,4}市(?!场|政|民|容|区)/u.test(text.slice(at, at + 6))) return -1
  const ends = shapedEnds(text, at, ROLL_END).filter(
    (end) => end - at >= 3 && end - at <= 8 && BARE_ENDING.test(text.slice(at, end)),
  )
  return (
    ends.find(
      (end) =>
        DUTY_OR_LIST.test(text.slice(end, end + 3)) || /^(?:重新|做好|会|，|会后)/u.test(text.slice(end, end + 2)),
    ) ?? -1
  )
}
