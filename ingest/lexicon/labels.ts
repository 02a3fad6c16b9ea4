import type { RollRole } from '../../model/record.ts'

/** Labels of rolls; what may follow the word stands in ROLL_LABEL_TAILS. Longer ones first. */
export const ROLL_LABELS: readonly (readonly [string, RollRole])[] = [
  ['因公请假', 'absent'], ['因事请假', 'absent'], ['请假缺席', 'absent'], ['请假', 'absent'], ['缺席', 'absent'], ['未参加', 'absent'], ['未出席', 'absent'],
  ['邀请列席', 'guest'], ['应邀列席', 'guest'], ['特邀列席', 'guest'], ['应邀参加', 'guest'], ['应邀出席', 'guest'], ['邀请参加', 'guest'], ['邀请参会', 'guest'], ['特邀', 'guest'], ['邀请', 'guest'], ['旁听', 'guest'],
  ['固定列席', 'observer'], ['议题列席', 'observer'], ['列席', 'observer'], ['分议题列席', 'observer'],
  ['出席', 'member'], ['参加', 'member'], ['参会', 'member'], ['与会', 'member'],
]
export const ROLL_LABEL_TAILS = ['人员名单', '人员', '领导', '单位', '同志', '会议人员', '会议的人员', '会议的有', '会议单位', '会议', '会议领导', '会议同志', '人', '名单', '部门', '代表', '单位及人员', '人员及单位', '市民代表', '范围', '对象'] as const

export const CHAIR_LABELS = ['主持人', '主持', '会议主持人', '会议主持', '召集人'] as const
export const RECORDER_LABELS = ['记录人员', '记录人', '会议记录', '记录整理', '记录'] as const
export const COMPILER_LABELS = ['整理人', '整理', '拟稿人', '拟稿', '核稿人', '核稿', '校对', '签发人', '签发', '审核', '审稿', '编辑', '撰稿', '校核'] as const
export const TIME_LABELS = ['会议时间', '时间', '开会时间', '召开时间', '会议日期', '日期'] as const
export const PLACE_LABELS = ['会议地点', '地点', '开会地点', '召开地点'] as const
export const TOPIC_LABELS = ['会议议题', '议题', '会议内容', '主要议题', '会议议程', '议程', '会议主题', '会议名称', '会次', '会议次数', '会议期次'] as const
export const DISTRIBUTION_LABELS = ['分送', '发送', '发', '送', '主送', '抄送', '抄报', '报送', '印送', '抄发', '报', '呈报', '分发'] as const
export const CLOSING_LABELS = ['主题词', '公开方式', '公开属性', '公开形式', '附件', '信息公开选项', '信息公开', '联系人', '联系电话', '密级', '紧急程度', '保密期限', '责任编辑'] as const

/** A note in brackets on whether the document is public. */
export const OPENNESS = ['此件公开发布', '此件主动公开', '此件依申请公开', '此件不予公开', '此件公开', '此件不公开', '此件删减后公开', '主动公开', '依申请公开', '不予公开', '此件予以公开'] as const

/** Sentences between the opening and the items. */
export const TRANSITIONS = [
  '会议议定以下意见', '会议议定事项如下', '会议议定如下意见', '会议议定如下', '会议形成以下意见', '会议形成如下意见', '现将会议议定事项', '现将会议确定事项', '现将会议主要内容', '现将会议有关', '现将会议精神', '现将会议情况', '现将会议内容', '现将有关事项', '现将主要内容', '现将议定事项', '现纪要如下', '纪要如下', '会议研究了以下事项', '会议研究决定如下事项', '会议决定事项如下', '会议确定以下事项', '会议确定事项如下', '会议议定以下事项', '会议审议了以下事项', '会议主要内容如下', '会议纪要如下', '会议研究议定', '会议作出如下决定', '会议明确以下事项', '会议明确如下', '议定事项如下', '议定意见如下', '会议讨论并议定', '会议议决事项如下', '会议研究确定', '具体纪要如下', '会议决定如下', '现就会议',
] as const

/** Lines of a web page around a document. */
export const WEB_LINE_STARTS = [
  '当前位置', '您现在所在的位置', '您所在的位置', '您的位置', '来源：', '访问量', '浏览次数', '浏览量', '阅读次数', '发布时间', '发布日期', '索引号', '组配分类', '主题分类', '发布机构', '字体', '字号', '【打印', '打印', '【关闭', '关闭窗口', '收藏', '分享到', '扫一扫', '上一篇', '下一篇', '附件下载', '责任编辑', '版权所有', '主办单位', '网站标识码', '无障碍', '长者模式', '听全文', '信息来源', '信息分类', '生成日期', '公开日期', '文章来源', '作者：', '首页>', '首页 >', '首页 >', '首页›', '点击数', '点击量', '阅读量', '阅读：', '浏览：', '成文日期', '有效性', '信息索引号', '公开目录', '承办单位', '技术支持', '联系我们', '网站地图', '打印本页', '我要纠错', '微信扫一扫', '打印 关闭', '文字大小', '稿件来源',
] as const
/** Words that give a line away as boilerplate where it begins with a label that minutes use too. */
export const WEB_LINE_WORDS = ['来源：', '访问量', '浏览', '字体：', '字号', '点击', '阅读', '【打印', '作者：', 'ICP备', '公网安备', '分享到'] as const
