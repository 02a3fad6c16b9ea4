import type { BodyKind } from '../../model/graph.ts'

/** The kind of each class of `LEVEL_BODIES`. */
export const KIND_OF_CLASS = {
  party: 'party',
  npc: 'npc',
  cppcc: 'cppcc',
  court: 'judiciary',
  government: 'government',
  department: 'government',
  institution: 'institution',
  mass: 'mass',
  vertical: 'vertical',
  enterprise: 'soe',
  taskForce: 'task_force',
} as const satisfies Record<string, BodyKind>

/** Beginnings that tell the kind, in this order, tried before endings. */
export const KIND_BY_BEGINNING: readonly (readonly [string, BodyKind])[] = [
  ['武警', 'military'],
  ['驻', 'military'],
  ['团市委', 'mass'],
  ['团县委', 'mass'],
  ['团区委', 'mass'],
  ['共青团', 'mass'],
  ['民革', 'democratic_party'],
  ['民盟', 'democratic_party'],
  ['民建', 'democratic_party'],
  ['民进', 'democratic_party'],
  ['农工党', 'democratic_party'],
  ['致公党', 'democratic_party'],
  ['九三学社', 'democratic_party'],
  ['台盟', 'democratic_party'],
  ['省', 'vertical'],
  ['国家统计局', 'vertical'],
  ['人行', 'vertical'],
  ['人民银行', 'vertical'],
  ['中国人民银行', 'vertical'],
]

/** Endings that tell more than the table of names does: fire brigades and garrisons stand in it among the branches of higher systems. */
export const KIND_BEFORE_TABLE: readonly (readonly [string, BodyKind])[] = [
  ['军分区', 'military'],
  ['警备区', 'military'],
  ['人武部', 'military'],
  ['武装部', 'military'],
  ['消防救援支队', 'fire'],
  ['消防救援大队', 'fire'],
  ['消防救援局', 'fire'],
  ['消防支队', 'fire'],
  ['消防大队', 'fire'],
]

/** Endings that tell the kind of a name that no table lists, in this order. */
export const KIND_BY_ENDING: readonly (readonly [string, BodyKind])[] = [
  ['专班', 'task_force'],
  ['指挥部', 'task_force'],
  ['指挥部办公室', 'task_force'],
  ['领导小组', 'task_force'],
  ['领导小组办公室', 'task_force'],
  ['人民法院', 'judiciary'],
  ['法院', 'judiciary'],
  ['检察院', 'judiciary'],
  ['海关', 'vertical'],
  ['海事局', 'vertical'],
  ['税务局', 'vertical'],
  ['气象局', 'vertical'],
  ['调查队', 'vertical'],
  ['边检站', 'vertical'],
  ['监管分局', 'vertical'],
  ['银保监分局', 'vertical'],
  ['中支', 'vertical'],
  ['中心支行', 'vertical'],
  ['分公司', 'soe'],
  ['公司', 'soe'],
  ['集团', 'soe'],
  ['银行', 'soe'],
  ['分行', 'soe'],
  ['支行', 'soe'],
  ['电厂', 'soe'],
  ['学院', 'institution'],
  ['大学', 'institution'],
  ['医院', 'institution'],
  ['中心', 'institution'],
  ['总台', 'institution'],
  ['报社', 'institution'],
  ['联合会', 'mass'],
  ['总会', 'mass'],
  ['局', 'government'],
  ['厅', 'government'],
]

/** The government itself behind the name of its place: 吴江区人民政府 is 吴江区. */
export const GOVERNMENT_TAILS = ['人民政府', '政府', '党委政府', '党工委', '管理委员会', '管委会', '管委'] as const
