import type { NextStep, Outcome } from '../../model/record.ts'

/** What a clause of decision may begin with before the word of the outcome. */
export const OUTCOME_PREAMBLES = [
  '会议经过讨论', '会议经讨论', '会议经研究', '会议研究决定', '会议研究', '会议讨论', '会议审议', '会议', '经讨论', '经研究', '经审议', '经会议研究', '经会议讨论', '经会议审议', '经集体研究', '经集体讨论', '经会议集体研究', '与会人员', '一致', '全体', '审议并', '审议', '讨论并', '讨论', '研究并', '研究', '听取并', '听取和', '议定', '决定', '确定', '认为', '明确', '并', '同时', '最终', '书面', '现', '：', '，', '原则', '要求', '此次', '本次', '再次', '对此', '议决', '表决', '按程序', '集体', '充分', '后', '以票决方式', '依法', '已', '还',
] as const

/** Words of an outcome; the first that stands at the head of a clause, longest first, decides. */
export const OUTCOMES: readonly (readonly [string, Outcome])[] = [
  ['原则不同意', 'rejected'], ['不同意', 'rejected'], ['不予通过', 'rejected'], ['不予同意', 'rejected'], ['不予批准', 'rejected'], ['不予审议通过', 'rejected'], ['未予通过', 'rejected'], ['未通过', 'rejected'], ['未获通过', 'rejected'], ['不通过', 'rejected'], ['否决', 'rejected'], ['退回', 'rejected'], ['不予', 'rejected'],
  ['暂缓', 'deferred'], ['缓议', 'deferred'], ['再议', 'deferred'], ['暂不', 'deferred'], ['另行研究', 'deferred'], ['另行审议', 'deferred'], ['推迟审议', 'deferred'], ['延期审议', 'deferred'],
  ['原则同意废止', 'repealed'], ['原则上同意废止', 'repealed'], ['同意废止', 'repealed'], ['通过废止', 'repealed'], ['决定废止', 'repealed'], ['废止', 'repealed'], ['同意停止执行', 'repealed'], ['同意宣布失效', 'repealed'],
  ['原则同意', 'approved_in_principle'], ['原则通过', 'approved_in_principle'], ['原则上同意', 'approved_in_principle'], ['原则上通过', 'approved_in_principle'], ['原则审议通过', 'approved_in_principle'], ['原则批准', 'approved_in_principle'],
  ['审议通过', 'approved'], ['讨论通过', 'approved'], ['表决通过', 'approved'], ['一致通过', 'approved'], ['一致同意', 'approved'], ['同意', 'approved'], ['通过', 'approved'], ['审定', 'approved'], ['批准', 'approved'],
]

/** What makes such a word a part of something else: 同意后, 通过多种方式. */
export const OUTCOME_NOT_BEFORE: Readonly<Record<string, readonly string[]>> = {
  同意: ['后', '的', '方', '前', '与否'],
  原则同意: ['后', '的'],
  通过: ['多种', '各种', '多渠道', '开展', '加强', '政府', '建立', '以', '实施', '举办', '组织', '加大', '推动', '强化', '优化', '深化', '完善', '召开', '网络', '媒体', '市场', '科技', '技术', '后', '的', '这', '本次', '此次', '多', '采取', '持续', '有效', '创新', '不断', '购买', '整合', '线上', '专项', '进一步'],
  审定: ['后', '的'],
  批准: ['后', '的'],
  审议通过: ['后', '的'],
  废止: ['后', '的'],
  暂缓: ['后'],
  不予: ['受理', '办理', '支持', '补助', '奖励', '安排', '认定', '审批', '拨付', '兑现', '立项'],
  退回: ['的'],
  暂不: ['具备', '需要', '涉及', '收取', '征收', '要求', '纳入'],
}

/** Words with which an item states that something was dealt with, and no more. */
export const STATEMENTS: readonly (readonly [string, Outcome])[] = [
  ['传达学习了', 'conveyed'], ['学习传达了', 'conveyed'], ['传达了', 'conveyed'], ['学习了', 'conveyed'], ['学习贯彻了', 'conveyed'], ['传达学习', 'conveyed'], ['集体学习', 'conveyed'], ['传达', 'conveyed'], ['学习', 'conveyed'], ['通报了', 'conveyed'], ['通报', 'conveyed'], ['观看了', 'conveyed'], ['观看', 'conveyed'],
  ['听取了', 'heard'], ['听取', 'heard'],
  ['研究部署了', 'discussed'], ['研究了', 'discussed'], ['讨论了', 'discussed'], ['部署了', 'discussed'], ['安排了', 'discussed'], ['安排部署了', 'discussed'], ['研究讨论了', 'discussed'], ['审议了', 'discussed'], ['研究部署', 'discussed'], ['部署', 'discussed'], ['研究', 'discussed'], ['讨论', 'discussed'],
]

/** Steps after the meeting; the place in the text decides which is first. */
export const ISSUE_WORDS = ['发文', '印发', '公布', '出台', '发布', '颁布', '下发', '颁发'] as const
export const SUBMIT_WORDS = ['提请', '报请', '提交', '上报', '呈报', '报送', '报'] as const
/** What a submission asks for; without one of these 报 is no submission. */
export const SUBMIT_AIMS = ['审议', '批准', '审批', '审定', '研究', '决定', '审核批准', '同意', '备案', '核准', '审查批准', '会议', '批复', '核定', '讨论', '审核'] as const
/** A review of legality on the way is no step of its own. */
export const REVIEW_AIMS = ['审查', '审核', '把关', '合法性', '备案审查', '会签', '备案'] as const
export const RESUBMIT_WORDS = ['再次提交', '再提交', '再次提请', '再提请', '再次报', '再报', '重新提交', '重新提请', '重新报', '再行提交', '再行提请', '再次上会', '再上会', '下次会议', '下次常务会', '下一次', '再次审议', '再行审议', '再议', '再审议', '再行研究', '再次研究', '另行提交', '适时提交', '重新上会', '提交下次', '提请下次', '再研究', '择期再', '届时再'] as const
export const FOLLOW_UP_WORDS = ['后续工作', '后续事宜', '后续相关工作', '后续各项工作', '抓好落实', '组织实施', '抓好实施', '抓好组织实施', '抓紧实施', '贯彻落实', '抓好贯彻', '落实到位', '抓紧落实', '推进实施', '认真落实', '具体实施', '负责落实', '推进落实', '跟踪落实', '负责实施', '办理相关手续', '抓紧办理', '按程序办理', '组织落实', '抓紧推进', '按程序实施', '加快推进', '稳妥推进', '有序推进', '做好实施', '抓紧组织', '按规定办理', '具体落实', '依法依规办理', '做好落实', '按程序推进', '稳妥实施', '推动落实', '狠抓落实', '实施'] as const

/** The meeting itself as the target of a submission. */
export const OWN_MEETING = ['市政府常务会', '县政府常务会', '区政府常务会', '政府常务会', '常务会', '州政府常务会', '主任办公会', '办公会', '本会议', '下次会议', '下次会', '专题会议', '管委会会议'] as const

export const REVISION_WORDS = ['完善', '修改', '修订', '优化', '补充'] as const
export type Step = NextStep
