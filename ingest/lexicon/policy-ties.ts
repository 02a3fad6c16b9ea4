/** Words by which one title names another policy, as they stand before 〈…〉 or 《…》 inside it. */
export const REVISING_WORDS = ['修订', '修改', '修正'] as const
export const REPEALING_WORDS = ['废止', '停止执行', '宣布失效'] as const
export const IMPLEMENTING_WORDS = ['贯彻落实', '贯彻实施', '贯彻', '落实', '实施', '执行', '推进落实'] as const

/** Endings that a policy has which carries out the policy that the rest of its title names. */
export const IMPLEMENTING_ENDINGS = [
  '实施细则',
  '实施方案',
  '实施办法',
  '实施意见',
  '工作方案',
  '配套政策',
  '配套措施',
  '扶持政策',
  '操作细则',
  '操作规程',
  '任务分解方案',
  '任务分解表',
  '行动方案',
  '考核办法',
] as const

/** In brackets behind a title that is tried first. */
export const TRIAL = /[(〔](?:试行|暂行)[)〕]/u

/** Last words of a plan that other policies carry out. */
export const PLAN_ENDINGS = ['计划', '规划', '纲要', '行动', '工程', '战略'] as const
