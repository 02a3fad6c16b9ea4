/** Kinds of meeting as a text may write them, with the kind that the record names; the government's own come first. */
export const MEETING_KINDS: readonly (readonly [string, string])[] = [
  ['常务', '常务会议'], ['全体', '全体会议'], ['党组', '党组会议'], ['现场办公', '现场办公会议'], ['办公', '办公会议'], ['专题', '专题会议'], ['碰头', '碰头会议'], ['联席', '联席会议'], ['协调', '协调会议'], ['领导小组', '领导小组会议'], ['调度', '调度会议'], ['党工委', '党工委会议'],
]

/** Endings of the name of a government, longest first. */
export const GOVERNMENT_ENDINGS = ['人民政府', '行政公署', '管理委员会', '管委会', '行署', '政府', '党工委'] as const

/** Signs of level in the name of a government. */
export const GOVERNMENT_LEVELS = ['自治区', '自治州', '自治县', '自治旗', '地区', '省', '市', '州', '盟', '县', '旗', '区', '镇', '乡', '街道'] as const

/** Words of documents that are no minutes, with the kind that they are. */
export const OTHER_GENRES = {
  notice: ['关于召开', '会议通知', '参会通知', '议题预告', '请准时参加', '请准时出席', '会议安排如下'],
  news: ['本报讯', '本网讯', '记者', '日电', '通讯员', '来源：', '摄影', '报道'],
  rules: ['议事规则', '工作规则', '会议制度', '议事决策规则', '纪要管理', '会议管理办法', '工作制度'],
} as const
