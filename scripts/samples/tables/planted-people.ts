/** What is planted among the people of 澜州市. Seats are `body/head`, `body/0` (first deputy), `leaders/0` … and `office/0` …. */

/** Names that stand for a purpose: people of one name, names inside names, a name with a dot. */
export const CHOSEN_NAMES: readonly (readonly [seat: string, name: string])[] = [
  ['zhujian/0', '张伟'],
  ['beiping/head', '张伟'],
  ['canlian/head', '李静'],
  ['shiqiao/head', '韩冰'],
  ['yibao/head', '韩冰洁'],
  ['minzong/head', '艾尔肯·阿布都'],
]

/** Who comes into a seat on a day: the holder of another seat, or somebody new (of a chosen name). Steps of one day are taken together. */
export type Change = { on: string; to: string; from: string | null; name?: string }

export const CHANGES: readonly Change[] = [
  { on: '2022-06-10', to: 'shuju/head', from: 'shenpi/0' },
  { on: '2022-06-10', to: 'shenpi/0', from: null },
  { on: '2022-09-26', to: 'leaders/0', from: null },
  { on: '2022-10-28', to: 'qinghe/head', from: 'office/1' },
  { on: '2022-10-28', to: 'office/1', from: null },
  { on: '2022-12-20', to: 'canlian/head', from: null },
  { on: '2023-03-06', to: 'leaders/5', from: 'fagai/head' },
  { on: '2023-03-06', to: 'fagai/head', from: 'linjiang/head' },
  { on: '2023-03-06', to: 'linjiang/head', from: 'office/4' },
  { on: '2023-03-06', to: 'office/4', from: null },
  { on: '2023-04-10', to: 'yunjin/head', from: 'shuiwu/head' },
  { on: '2023-04-10', to: 'shuiwu/head', from: 'shuiwu/0' },
  { on: '2023-04-10', to: 'shuiwu/0', from: null },
  { on: '2023-06-25', to: 'chengtou/head', from: 'zhujian/head' },
  { on: '2023-06-25', to: 'zhujian/head', from: 'chengguan/head' },
  { on: '2023-06-25', to: 'chengguan/head', from: null },
  { on: '2024-01-08', to: 'tongji/1', from: null, name: '李静' },
  { on: '2024-02-26', to: 'shiqiao/head', from: 'office/6' },
  { on: '2024-02-26', to: 'office/6', from: null },
  { on: '2024-05-20', to: 'gongxin/head', from: 'gaoxin/head' },
  { on: '2024-05-20', to: 'gaoxin/head', from: 'gongxin/head' },
  { on: '2024-06-17', to: 'wenguang/head', from: 'hudong/0' },
  { on: '2024-06-17', to: 'hudong/0', from: null },
]

/** The mayor of the second term is 代市长 until the congress. */
export const ACTING_MAYOR = { from: '2022-09-26', until: '2023-01-16' } as const

/** Meetings that the first deputy mayor chairs for the mayor. */
export const DELEGATED_ORDINALS: readonly number[] = [44, 62, 74]

/** Bodies whose head and first deputy come by turns. */
export const ALTERNATING: readonly string[] = ['xinfang', 'gangkou', 'weijian']

/** Deputies who come more often than their head, so that what happens to them is seen. */
export const OFTEN_SEEN: readonly string[] = ['shenpi/0', 'hudong/0', 'tongji/1', 'zhujian/0']
