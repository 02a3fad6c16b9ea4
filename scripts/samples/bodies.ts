import { localise, type Place } from './place.ts'

/** A name that a body bears from a day on. */
type Name = { from: string; form: string }

export type Body = {
  id: string
  /** In order of time; the first from the beginning. */
  names: readonly Name[]
  /** How often it is seen in the roll, 0 to 1; bodies with business on the agenda come anyway. */
  presence: number
  deputies: number
  /** Comes, when it comes, without a name: 的代表. */
  anonymous: boolean
}

const START = '0000-01-01'
type Row = readonly [
  id: string,
  forms: string | readonly (readonly [string, string])[],
  presence: number,
  deputies: number,
]

/** In the order of the roll. */
const ROWS: readonly Row[] = [
  ['jiwei', '市纪委监委', 0.85, 2],
  ['zuzhibu', '市委组织部', 0.4, 2],
  ['xuanchuanbu', '市委宣传部', 0.85, 2],
  ['wangxinban', '市委网信办', 0.5, 1],
  ['bianban', '市委编办', 0.6, 1],
  [
    'jinrong',
    [
      [START, '市金融监管局'],
      ['2024-04-08', '市委金融办'],
    ],
    0.8,
    2,
  ],
  ['fagai', '市发改委', 1, 4],
  ['jiaoyu', '市教育局', 0.9, 3],
  ['keji', '市科技局', 0.85, 2],
  ['gongxin', '市工信局', 0.95, 3],
  ['minzong', '市民宗局', 0.4, 1],
  ['gongan', '市公安局', 0.95, 3],
  ['minzheng', '市民政局', 0.85, 2],
  ['sifa', '市司法局', 1, 2],
  ['caizheng', '市财政局', 1, 3],
  ['renshe', '市人社局', 0.95, 3],
  ['ziyuan', '市资源规划局', 0.95, 3],
  ['huanjing', '市生态环境局', 0.95, 3],
  ['zhujian', '市住建局', 0.95, 3],
  ['yuanlin', '市园林绿化局', 0.5, 1],
  ['chengguan', '市城管局', 0.85, 2],
  ['jiaotong', '市交通局', 0.9, 3],
  ['shuiwu', '市水务局', 0.85, 2],
  ['nongye', '市农业农村局', 0.9, 3],
  ['shangwu', '市商务局', 0.9, 3],
  ['wenguang', '市文广旅局', 0.9, 3],
  ['weijian', '市卫生健康委', 0.95, 3],
  ['tuiyi', '市退役军人局', 0.5, 1],
  ['yingji', '市应急局', 0.95, 3],
  ['shenji', '市审计局', 1, 2],
  ['guozi', '市国资委', 0.8, 2],
  ['yanjiushi', '市政府研究室', 0.9, 1],
  ['shenpi', '市行政审批局', 0.85, 2],
  ['shichang', '市市场监管局', 0.95, 3],
  ['tiyu', '市体育局', 0.5, 1],
  ['tongji', '市统计局', 0.8, 2],
  ['yibao', '市医保局', 0.75, 2],
  ['xinfang', '市信访局', 0.75, 1],
  ['liangshi', '市粮食和储备局', 0.4, 1],
  ['renfang', '市人防办', 0.4, 1],
  [
    'shuju',
    [
      [START, '市大数据局'],
      ['2024-03-11', '市数据局'],
    ],
    0.8,
    2,
  ],
  ['jiguan', '市机关事务局', 0.4, 1],
  ['gongxiao', '市供销社', 0.25, 1],
  ['gongjijin', '市公积金中心', 0.35, 1],
  ['toucu', '市投促中心', 0.4, 1],
  ['zonggonghui', '市总工会', 0.6, 1],
  ['tuanshiwei', '团市委', 0.45, 1],
  ['fulian', '市妇联', 0.45, 1],
  ['kexie', '市科协', 0.25, 1],
  ['canlian', '市残联', 0.4, 1],
  ['hongshizi', '市红十字会', 0.2, 1],
  ['chengtou', '澜州城投公司', 0.6, 1],
  ['shuiwujituan', '澜州水务集团', 0.4, 1],
  ['jiaotongjituan', '澜州交通集团', 0.5, 1],
  ['shuiwuju', '市税务局', 0.8, 2],
  ['qixiang', '市气象局', 0.35, 1],
  ['haiguan', '澜州海关', 0.35, 1],
  ['haishi', '澜州海事局', 0.3, 1],
  [
    'renhang',
    [
      [START, '人行澜州中支'],
      ['2023-08-18', '人行澜州市分行'],
    ],
    0.4,
    1,
  ],
  [
    'yinbao',
    [
      [START, '澜州银保监分局'],
      ['2023-07-20', '金融监管总局澜州监管分局'],
    ],
    0.35,
    1,
  ],
  ['gongdian', '澜州供电公司', 0.4, 1],
  ['dianxin', '电信澜州分公司', 0.2, 1],
  ['xiaofang', '市消防救援支队', 0.7, 1],
  ['linjiang', '临江区', 0.95, 2],
  ['hudong', '湖东区', 0.95, 2],
  ['qinghe', '青禾区', 0.95, 2],
  ['yunjin', '云津市', 0.95, 2],
  ['beiping', '北屏县', 0.95, 2],
  ['shiqiao', '石桥县', 0.95, 2],
  ['gaoxin', '澜州高新区', 0.95, 2],
  ['gangkou', '澜州港口管委会', 0.85, 2],
]

/** Bodies that come without a name. */
const ANONYMOUS: readonly (readonly [string, string, number])[] = [
  ['jianchayuan', '市检察院', 0.85],
  ['fayuan', '市中级人民法院', 0.7],
  ['gongshanglian', '市工商联', 0.5],
  ['junfenqu', '澜州军分区', 0.7],
  ['wujing', '武警澜州支队', 0.5],
]

/** Bodies that are named in the text and never sit in the roll. */
const ONLY_IN_TEXT: readonly (readonly [string, string])[] = [
  ['shiweichangweihui', '市委常委会'],
  ['shengaiwei', '市委深改委'],
  ['renda', '市人大常委会'],
  ['zhengfuban', '市政府办公室'],
  ['anweihui', '市安委会'],
  ['anweiban', '市安委办'],
  ['renda-caijing', '市人大财经委'],
  ['zhengxie', '市政协提案委'],
]

export const BODIES: readonly Body[] = [
  ...ROWS.map(([id, forms, presence, deputies]) => ({
    id,
    names: typeof forms === 'string' ? [{ from: START, form: forms }] : forms.map(([from, form]) => ({ from, form })),
    presence,
    deputies,
    anonymous: false,
  })),
  ...ANONYMOUS.map(([id, form, presence]) => ({
    id,
    names: [{ from: START, form }],
    presence,
    deputies: 0,
    anonymous: true,
  })),
  ...ONLY_IN_TEXT.map(([id, form]) => ({
    id,
    names: [{ from: START, form }],
    presence: 0,
    deputies: 0,
    anonymous: true,
  })),
]

const BY_FORM = new Map(BODIES.flatMap((body) => body.names.map((name) => [name.form, body] as const)))

export const bodyByForm = (form: string): Body => {
  const body = BY_FORM.get(form)
  if (!body) throw new Error(`the corpus knows no body ${form}`)
  return body
}

/** The name that the body bears on a day, before it is carried over to another city. */
export const formOn = (body: Body, day: string): string => body.names.findLast((name) => name.from <= day)?.form ?? ''

/** What data names by any of its forms, as printed on a day in this city. */
export const printed = (form: string, day: string, place: Place) => localise(formOn(bodyByForm(form), day), place)

export type BodyFinder = (text: string) => string[]

/** Finds every body of the table in a text, longest form first, each once, in order; the government itself is not among them. */
export const bodyFinder = (place: Place): BodyFinder => {
  const forms = [...BY_FORM.keys()].map((form) => localise(form, place)).sort((a, b) => b.length - a.length)
  const pattern = new RegExp(forms.join('|'), 'gu')
  return (text) => [...new Set(text.match(pattern) ?? [])]
}
