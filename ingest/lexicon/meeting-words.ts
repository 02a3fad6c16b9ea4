/** Kinds of meeting as a text may write them, with the kind that the record names; the government's own come first. */
export const MEETING_KINDS: readonly (readonly [string, string])[] = [
  ['常务', '常务会议'],
  ['全体', '全体会议'],
  ['党组', '党组会议'],
  ['现场办公', '现场办公会议'],
  ['办公', '办公会议'],
  ['专题', '专题会议'],
  ['碰头', '碰头会议'],
  ['联席', '联席会议'],
  ['协调', '协调会议'],
  ['领导小组', '领导小组会议'],
  ['调度', '调度会议'],
  ['党工委', '党工委会议'],
]

/** Endings of the name of a government, longest first. */
export const GOVERNMENT_ENDINGS = ['人民政府', '行政公署', '管理委员会', '管委会', '行署', '政府', '党工委'] as const

/** Signs of level in the name of a government. */
export const GOVERNMENT_LEVELS = [
  '自治区',
  '自治州',
  '自治县',
  '自治旗',
  '地区',
  '省',
  '市',
  '州',
  '盟',
  '县',
  '旗',
  '区',
  '镇',
  '乡',
  '街道',
] as const

/** What a title that ends so is, when it is no minutes. */
export const TITLE_ENDINGS = {
  notice: ['的通知', '会议通知', '预告', '的公告', '的通告', '公告'],
  rules: [
    '议事规则',
    '工作规则',
    '会议制度',
    '议事决策规则',
    '工作制度',
    '会议规则',
    '纪要管理办法',
    '会议管理办法',
    '议事办法',
  ],
  policy: [
    '办法',
    '意见',
    '方案',
    '条例',
    '规定',
    '细则',
    '规划',
    '计划',
    '措施',
    '政策',
    '决定',
    '纲要',
    '实施意见',
    '工作要点',
  ],
} as const

/** Words in the first lines of a report for the press. */
export const NEWS_WORDS = ['本报讯', '本网讯', '讯（', '日电', '通讯员', '记者', '摄影', '报道', '（全媒体'] as const
export const NEWS_TITLES = ['主持召开', '召开', '举行'] as const
/** Words in which minutes alone put what was agreed. */
export const MINUTES_WORDS = [
  '会议议定',
  '纪要如下',
  '议定事项',
  '会议研究决定如下',
  '会议形成以下意见',
  '会议决定事项如下',
  '会议确定以下',
  '会议议决',
] as const

/** What no name of a place holds: a sentence that was taken for a masthead does. */
export const NEVER_IN_PLACE = [
  '主持',
  '召开',
  '审议',
  '听取',
  '市长',
  '县长',
  '区长',
  '主任',
  '会议',
  '第',
  '届',
  '关于',
] as const
