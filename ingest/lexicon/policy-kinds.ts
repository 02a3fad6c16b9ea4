/** Last words of the title of a document. */
export const DOCUMENT_KINDS = [
  '条例', '规定', '办法', '细则', '决定', '意见', '通知', '通告', '公告', '规则', '规程', '制度', '标准', '目录', '清单', '名录', '导则', '指引', '预案', '规划', '纲要', '计划', '要点', '方案', '任务分解', '分解表', '任务书', '分工', '措施', '政策', '若干政策', '十条', '办法（草案）', '请示', '报告', '议案', '协议', '合同', '章程', '白皮书', '公报', '决议', '规范', '任务分解表', '责任状', '责任书', '重点任务', '工作任务', '细案', '操作规程', '实施细则', '分工表', '任务表', '责任清单', '草案', '规约', '公约',
] as const

/** Last words of what is no document: a matter that is heard, studied or talked about. */
export const MATTER_KINDS = ['情况', '精神', '汇报', '工作', '事宜', '问题', '事项', '名单', '项目', '活动', '建议名单', '情况汇报', '情况的汇报', '情况的报告', '情况报告', '进展', '有关工作', '重点工作', '形势', '片', '讲话'] as const

/** Stages that stand in brackets inside a title or behind it. */
export const STAGES = ['修订草案', '草案修改稿', '草案', '送审稿', '审议稿', '讨论稿', '征求意见稿', '修改稿', '修正案', '报批稿', '代拟稿', '审查稿', '稿', '试行', '暂行', '修订版', '修订稿', '修订', '修正', '初稿', '汇报稿', '文本', '征求意见', '审定稿', '上会稿', '建议稿', '修正草案', '草稿', '定稿'] as const

/** Words before 《》 that make it a document the item leans on. */
export const CITING_BEFORE = ['按照', '根据', '依据', '依照', '对照', '落实', '贯彻', '贯彻落实', '学习', '传达', '学习贯彻', '修订', '修改', '衔接', '遵循', '执行', '符合', '参照', '参考', '结合', '印发的', '出台的', '下发的', '发布的', '制定的', '国家', '省', '中央', '实施', '学习宣传', '宣传', '围绕', '基于', '依托', '对接', '违反'] as const

/** Introductions of a short name. */
export const ALIAS_WORDS = ['以下简称', '下称', '简称', '以下统称', '以下称'] as const

/** Objects after a title that make the item about its execution and not about the document. */
export const EXECUTION_WORDS = ['执行情况', '落实情况', '实施情况', '贯彻情况', '贯彻落实情况', '推进情况', '进展情况', '完成情况', '编制情况', '起草情况', '实施评估', '评估情况', '任务完成', '执行', '落实', '实施', '贯彻'] as const
