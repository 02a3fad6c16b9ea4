/**
 * What became of bodies in reforms of the government, as short forms without the level (`{place}`, `{city}` as in `body-aliases.ts`): the former one, what
 * took its place, and the first and the last year in which places did it. A change made outside these years is none of these.
 */
export type Reform = { old: string; new: string; from: number; until: number }

const reform = (from: number, until: number, changes: readonly (readonly [string, string])[]): Reform[] =>
  changes.map(([old, successor]) => ({ old, new: successor, from, until }))

/** The national reform of 2018, carried out by cities and counties until the summer of 2019. */
const OF_2018 = reform(2018, 2019, [
  ['经信委', '工信局'],
  ['工信委', '工信局'],
  ['经信局', '工信局'],
  ['经信委', '经信局'],
  ['国土局', '资源规划局'],
  ['规划局', '资源规划局'],
  ['环保局', '生态环境局'],
  ['农委', '农业农村局'],
  ['农业局', '农业农村局'],
  ['文广新局', '文广旅局'],
  ['文广新局', '文旅局'],
  ['文化局', '文旅局'],
  ['旅游局', '文广旅局'],
  ['旅游局', '文旅局'],
  ['旅游委', '文旅局'],
  ['旅发委', '文旅局'],
  ['文体局', '文体旅局'],
  ['卫计委', '卫生健康委'],
  ['卫计局', '卫健局'],
  ['卫计委', '卫健局'],
  ['安监局', '应急局'],
  ['工商局', '市场监管局'],
  ['质监局', '市场监管局'],
  ['食药监局', '市场监管局'],
  ['粮食局', '粮食和储备局'],
  ['金融办', '金融监管局'],
  ['政府法制办', '司法局'],
  ['国税局', '税务局'],
  ['地税局', '税务局'],
  ['委深改组', '委深改委'],
  ['民防局', '人防办'],
  ['发改委', '发改局'],
  ['市容市政局', '城管局'],
  ['建设局', '住建局'],
  ['消防支队', '消防救援支队'],
  ['消防大队', '消防救援大队'],
  ['公安消防支队', '消防救援支队'],
  ['监察局', '监委'],
  ['纪委', '纪委监委'],
  ['{place}银监分局', '{place}银保监分局'],
])

/** From the office for the poor to rural revitalisation, and into agriculture with the next reform. */
const OF_THE_VILLAGE = [
  ...reform(2021, 2021, [['扶贫办', '乡村振兴局']]),
  ...reform(2023, 2025, [['乡村振兴局', '农业农村局']]),
]

/** The national reform of 2023, in cities and counties from the autumn of 2023 to the end of 2024; the banks' supervisors from July 2023. */
const OF_2023 = reform(2023, 2025, [
  ['金融监管局', '委金融办'],
  ['金融监管局', '地方金融管理局'],
  ['金融办', '委金融办'],
  ['大数据局', '数据局'],
  ['大数据中心', '数据局'],
  ['大数据发展局', '数据局'],
  ['数据资源局', '数据局'],
  ['政数局', '数据局'],
  ['行政审批局', '数据局'],
  ['政务办', '数据局'],
  ['人防办', '国动办'],
  ['人行{place}中支', '人行{city}分行'],
  ['{place}银保监分局', '金融监管总局{place}监管分局'],
  ['消防救援支队', '消防救援局'],
])

export const REFORMS: readonly Reform[] = [...OF_2018, ...OF_THE_VILLAGE, ...OF_2023]
