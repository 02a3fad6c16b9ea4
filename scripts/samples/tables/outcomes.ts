/**
 * The language of decisions. `{题}` stands for the titles or the matter, `{由}` for who acts (with its comma, where it has one), `{期}` for a deadline with 于 and 前.
 * What a sentence means stands beside it.
 */
import type { Next, Outcome } from '../gold.ts'

export type Lead = { text: string; outcome: Outcome }
export const APPROVALS: readonly Lead[] = [
  { text: '原则同意{题}', outcome: 'approved_in_principle' },
  { text: '原则同意{题}', outcome: 'approved_in_principle' },
  { text: '原则同意{题}', outcome: 'approved_in_principle' },
  { text: '会议原则同意{题}', outcome: 'approved_in_principle' },
  { text: '会议审议并原则同意{题}', outcome: 'approved_in_principle' },
  { text: '会议原则通过{题}', outcome: 'approved_in_principle' },
  { text: '会议审议并原则通过{题}', outcome: 'approved_in_principle' },
  { text: '同意{题}', outcome: 'approved' },
  { text: '会议同意{题}', outcome: 'approved' },
  { text: '会议审议通过{题}', outcome: 'approved' },
  { text: '会议审议并通过{题}', outcome: 'approved' },
]

export type Step = { text: string; next: Next | null; submitTo?: string; issuedAs?: string }
export const STEPS: Record<
  'plain' | 'government' | 'office' | 'safety' | 'party' | 'congress' | 'reform' | 'province',
  readonly Step[]
> = {
  plain: [
    { text: '{由}根据本次会议讨论意见完善后{期}按程序印发实施', next: 'issue' },
    { text: '{由}根据本次会议讨论意见作进一步修改完善后，{期}按程序发文实施', next: 'issue' },
    { text: '{由}按照会议讨论意见修改完善后，{期}抓紧印发实施', next: 'issue' },
    { text: '{由}吸收与会同志意见作相应修改后，{期}按程序印发', next: 'issue' },
    { text: '{由}修改完善并经市司法局审查后，{期}按程序发文实施', next: 'issue' },
  ],
  government: [
    { text: '{由}根据本次会议讨论意见修改完善后，{期}以市政府名义印发', next: 'issue', issuedAs: '市政府' },
    { text: '{由}按照会议意见进一步完善后，{期}按程序以市政府名义发文实施', next: 'issue', issuedAs: '市政府' },
    { text: '{由}修改完善并经市司法局合法性审查后，{期}以市政府名义印发实施', next: 'issue', issuedAs: '市政府' },
  ],
  office: [
    {
      text: '{由}根据本次会议讨论意见完善后，{期}按程序以市政府办公室名义印发',
      next: 'issue',
      issuedAs: '市政府办公室',
    },
    { text: '{由}根据会议意见修改完善后，由市政府办公室发文实施', next: 'issue', issuedAs: '市政府办公室' },
    { text: '{由}对照会议要求作相应修改后，{期}以市政府办公室名义印发实施', next: 'issue', issuedAs: '市政府办公室' },
  ],
  safety: [{ text: '{由}根据本次会议讨论意见完善后，{期}以市安委会名义印发', next: 'issue', issuedAs: '市安委会' }],
  party: [
    { text: '{由}根据本次会议讨论意见完善后，按程序提请市委常委会审议', next: 'submit', submitTo: '市委常委会' },
    { text: '{由}根据本次会议讨论意见作进一步修改完善后，提请市委常委会审议', next: 'submit', submitTo: '市委常委会' },
    {
      text: '{由}修改完善后，按程序提请市委常委会审议，以市政府名义印发',
      next: 'submit',
      submitTo: '市委常委会',
      issuedAs: '市政府',
    },
    {
      text: '{由}按照会议意见修改完善，经市司法局审查后，按程序提请市委常委会审议',
      next: 'submit',
      submitTo: '市委常委会',
    },
  ],
  congress: [
    {
      text: '{由}根据本次会议讨论意见修改完善后，按程序提请市人大常委会审议',
      next: 'submit',
      submitTo: '市人大常委会',
    },
    { text: '{由}按照会议讨论意见作进一步修改后，依法提请市人大常委会审议', next: 'submit', submitTo: '市人大常委会' },
  ],
  reform: [
    { text: '{由}根据本次会议讨论意见完善后，按程序提请市委深改委审议', next: 'submit', submitTo: '市委深改委' },
  ],
  province: [{ text: '{由}根据本次会议讨论意见完善后，按程序报省政府批准', next: 'submit', submitTo: '省政府' }],
}

/** For matters: what follows an agreed report. */
export const FOLLOW_UPS: readonly Step[] = [
  { text: '{由}根据本次会议讨论意见稳妥做好后续工作', next: 'follow_up' },
  { text: '{由}根据会议讨论意见抓好组织实施', next: 'follow_up' },
  { text: '{由}按照会议要求细化任务、抓好落实', next: 'follow_up' },
  { text: '{由}按程序做好后续工作', next: 'follow_up' },
]

export const DEFERRALS: readonly string[] = [
  '会议决定暂缓审议{题}。{由}进一步开展论证，待修改完善后再次提交市政府常务会议审议。',
  '会议讨论了{题}，决定暂缓通过。{由}充分听取各方面意见，修改完善后再次提交市政府常务会议审议。',
  '暂缓审议{题}。{由}对照会议讨论意见作较大修改，待条件成熟后再次提交市政府常务会议审议。',
  '会议决定{题}暂缓审议。{由}补充开展风险评估和资金测算，完善后再提交市政府常务会议审议。',
]
export const SHELVINGS: readonly string[] = [
  '会议决定暂缓审议{题}。',
  '{题}暂缓审议，另行研究。',
  '会议讨论了{题}，决定暂缓出台。',
]
export const REFUSALS: readonly string[] = [
  '会议不同意{题}，待{主}修改完善后再次提交市政府常务会议审议。',
  '不同意{题}，待{主}重新测算论证、修改完善后再提交市政府常务会议审议。',
]
export const REJECTIONS: readonly string[] = ['会议不同意{题}。', '会议审议了{题}，决定不予通过。']
export const REPEALS: readonly string[] = [
  '会议同意废止{题}。{由}按程序做好后续工作。',
  '原则同意废止{题}。{由}按程序做好后续工作。',
]

/** Why a matter is put off. */
export const DOUBTS: readonly string[] = [
  '会议认为，此事涉及面广、群众关注度高，目前对财政承受能力和社会稳定风险的评估还不够充分，不宜仓促出台。',
  '与会同志提出，文稿中部分条款与国家近期改革方向的衔接还不清晰，适用对象和执行标准也有待进一步明确。',
  '从讨论情况看，基层和企业对过渡期安排、补偿标准等关键问题意见分歧较大，前期公开征求意见的范围偏窄。',
  '会议认为，现有方案对存量问题如何处置交代不够，操作流程偏复杂，基层落实起来有困难。',
  '与会同志认为，相关测算依据的是三年前的数据，近两年情况变化较大，需要重新调查核实后再作决定。',
  '会议指出，方案提出的收支平衡办法过于乐观，一旦预期收入不能实现，将形成较大的资金缺口。',
  '从周边城市做法看，同类政策推出后均出现过执行标准不一、群众集中投诉的情况，我市应吸取教训、稳妥推进。',
  '会议认为，现阶段推出的时机尚不成熟，应当先选择一两个片区开展试点，取得经验后再作统筹考虑。',
  '与会同志提出，有关责任划分仍存在交叉，市与县区之间的支出责任没有理顺，出台后容易出现推诿扯皮。',
  '会议指出，社会各界对这项工作期盼很高，越是如此越要把论证做实，决不能带着问题出台、边执行边打补丁。',
]
