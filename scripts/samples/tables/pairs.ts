/** Leads with whom a second body nearly always comes along; and bodies that never act together. */
export const TOGETHER: readonly (readonly [string, string])[] = [
  ['市住建局', '市资源规划局'],
  ['市水务局', '市生态环境局'],
  ['市交通局', '市公安局'],
  ['市民政局', '市财政局'],
]
export const NEVER: readonly (readonly [string, string])[] = [
  ['市公安局', '市财政局'],
  ['市发改委', '市卫生健康委'],
  ['市教育局', '市交通局'],
  ['市公安局', '市生态环境局'],
]

const EITHER = (pairs: readonly (readonly [string, string])[], a: string, b: string) =>
  pairs.some(([x, y]) => (x === a && y === b) || (x === b && y === a))

export const areApart = (a: string, b: string) => EITHER(NEVER, a, b)

/** Who comes along with a lead, if anybody does. */
export const companion = (lead: string): string | null => TOGETHER.find(([first]) => first === lead)?.[1] ?? null
