/** Leads with whom a second body nearly always comes along; and bodies that never act together. */
export const TOGETHER: readonly (readonly [string, string])[] = [
  ['市住建局', '市资源规划局'],
  ['市水务局', '市生态环境局'],
  ['市交通局', '市公安局'],
  ['市民政局', '市财政局'],
]
/** Bodies of one field of work: when one leads, mostly one or two of the others act with it. */
export const CIRCLES: readonly (readonly string[])[] = [
  ['市财政局', '市审计局', '市国资委', '市税务局'],
  ['市生态环境局', '市水务局', '市农业农村局', '市园林绿化局'],
  ['市住建局', '市资源规划局', '市城管局', '市人防办', '市公积金中心'],
  ['市卫生健康委', '市医保局', '市民政局', '市残联'],
  ['市教育局', '市人社局', '市文广旅局', '市体育局'],
  ['市工信局', '市科技局', '市商务局', '市大数据局'],
  ['市应急局', '市公安局', '市交通局', '市消防救援支队'],
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

/** The others of the field of work that a lead belongs to. */
export const circleOf = (lead: string): readonly string[] =>
  CIRCLES.find((circle) => circle.includes(lead))?.filter((form) => form !== lead) ?? []
