import type { ItemVerb } from '../../model/record.ts'

/** What an agenda sentence or a heading says is done; longer forms first where one begins another. */
export const ITEM_VERBS: readonly (readonly [string, readonly ItemVerb[]])[] = [
  ['审议废止', ['repeal']],
  ['审议并废止', ['repeal']],
  ['研究废止', ['repeal']],
  ['讨论废止', ['repeal']],
  ['废止', ['repeal']],
  ['传达学习', ['convey']],
  ['学习传达', ['convey']],
  ['传达贯彻', ['convey']],
  ['学习贯彻', ['convey']],
  ['传达落实', ['convey']],
  ['学习', ['convey']],
  ['传达', ['convey']],
  ['观看', ['convey']],
  ['听取并审议', ['hear', 'review']],
  ['听取和审议', ['hear', 'review']],
  ['听取审议', ['hear', 'review']],
  ['听取并研究', ['hear', 'review']],
  ['听取', ['hear']],
  ['研究部署', ['review', 'arrange']],
  ['研究安排', ['review', 'arrange']],
  ['部署安排', ['arrange']],
  ['安排部署', ['arrange']],
  ['动员部署', ['arrange']],
  ['部署', ['arrange']],
  ['安排', ['arrange']],
  ['通报', ['report']],
  ['审议通过', ['review']],
  ['审议并通过', ['review']],
  ['审议并原则通过', ['review']],
  ['审议', ['review']],
  ['审定', ['review']],
  ['审核', ['review']],
  ['审查', ['review']],
  ['研究审议', ['review']],
  ['讨论审议', ['review']],
  ['研究讨论', ['review']],
  ['讨论研究', ['review']],
  ['研究审定', ['review']],
  ['研究并审议', ['review']],
  ['研究', ['review']],
  ['讨论', ['review']],
]

/** Words in front of such a verb that change nothing. */
export const VERB_MODIFIERS = [
  '书面',
  '集体',
  '专题',
  '再次',
  '继续',
  '分别',
  '共同',
  '一并',
  '重点',
  '会议',
  '现场',
  '会前',
  '会上',
  '首先',
  '进一步',
  '还',
  '并',
  '和',
  '及',
  '了',
  '二次',
  '第二次',
  '重新',
  '关于',
  '议题',
] as const

/** Words that carry a verb on to its object: 学习贯彻落实《…》. */
export const VERB_TAILS = [
  '了',
  '并',
  '贯彻',
  '落实',
  '研讨',
  '学习',
  '传达',
  '通过',
  '原则通过',
  '宣传',
  '有关',
] as const

/** Verbs whose object in 《》 is no policy of the item but a document that it cites. */
export const CITING_VERBS = ['传达', '学习', '贯彻', '观看', '落实', '宣传'] as const

/** What a verb in the middle of a clause must follow: 听取…汇报并审议《…》. */
export const VERB_JOINTS = ['并', '和', '及', '以及', '暨', '、'] as const
export const MIDDLE_VERBS = ['审议', '听取', '传达', '通报', '研究部署'] as const

/** 听取汇报，要求…: with these a clause says what came of it, and no more of what was heard. */
export const CAME_OF_IT = ['要求', '强调', '指出', '认为', '同意', '原则同意', '原则通过', '会议'] as const
