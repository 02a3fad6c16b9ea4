import { describe, expect, test } from 'vitest'
import { codes, readItems } from '../reading.ts'

const item = (sentence: string, heading = '审议《甲办法》') => {
  const record = readItems(`一、${heading}\n${sentence}`)
  const [first] = record.items
  if (!first) throw new Error('no item was read')
  return { ...first, codes: codes(record) }
}
const outcomes = (sentence: string, heading?: string) => item(sentence, heading).decisions.map((one) => one.outcome)

describe('outcomes', () => {
  test.each([
    ['会议未通过《甲办法》。', ['rejected']],
    ['会议决定撤回该议题。', ['rejected']],
    ['会议决定暂不审议《甲办法》，待条件成熟后另行研究。', ['deferred']],
    ['除第五条外，原则同意《甲办法》。', ['approved_in_principle']],
    ['会议认为，该方案符合实际，同意实施。', ['approved']],
    ['经讨论，会议原则通过以上议题。', ['approved_in_principle']],
    ['会议审议《甲办法》，决定提请市人大常委会审议。', ['approved']],
    ['市住建局通过公开招标确定单位，企业同意后实施。', []],
  ])('%s', (sentence, expected) => {
    expect(outcomes(sentence)).toEqual(expected)
  })

  test.each([
    ['会议决定，从预备费中安排资金500万元，由市财政局按程序拨付。', ['市财政局']],
    ['会议决定成立市防汛指挥部，办公室设在市应急局。', []],
    ['会议议定：由市水利局牵头，市财政局配合，于6月底前完成招标。', ['市水利局']],
    ['经研究，决定对该地块挂牌出让，由市自然资源局组织实施。', ['市自然资源局']],
    ['会议听取了市水利局的汇报。会议确定，由市水利局牵头推进该项目建设。', ['市水利局']],
  ])('%s resolves, without a word of an outcome', (sentence, lead) => {
    expect(item(sentence, '关于河道治理有关事宜')).toMatchObject({
      decisions: [{ outcome: 'approved', lead }],
      codes: [],
    })
  })
  test.each([
    ['会议决定事项由市政府督查室督办。', ['discussed']],
    ['会议确定的目标由市水利局落实。', ['discussed']],
    ['确定专人负责，由市水利局抓好落实。', ['discussed']],
    ['会议要求，市水利局要加快推进。', ['discussed']],
    ['会议决定，由市水利局完善后再次提交市政府常务会议审议。', ['deferred']],
    ['会议暂缓该事项。会议决定，由市水利局组织专家论证。', ['deferred']],
    ['会议原则同意该方案。会议议定，由市水利局牵头组织实施。', ['approved_in_principle']],
  ])('%s resolves nothing of its own', (sentence, expected) => {
    expect(outcomes(sentence, '关于河道治理有关事宜')).toEqual(expected)
  })

  test.each([
    ['会议同意该方案，由高新区管委会、经开区管委会负责落实。', ['高新区管委会', '经开区管委会']],
    ['会议同意该方案，由市水利局、工业园区管委会负责落实。', ['市水利局', '工业园区管委会']],
    ['会议同意该方案，由高新区负责落实。', ['高新区']],
    ['会议同意在高新区建设体育馆，由市体育局负责落实。', ['市体育局']],
    ['会议同意该方案，由各开发区管委会负责落实。', []],
  ])('%s: the zone that the place has needs no name', (sentence, lead) => {
    expect(item(sentence).decisions).toMatchObject([{ lead }])
  })

  test('two documents of one sentence fare differently', () => {
    expect(outcomes('会议原则同意《甲办法》，不同意《乙方案》。', '审议《甲办法》《乙方案》')).toEqual([
      'approved_in_principle',
      'rejected',
    ])
  })

  test('a decision each in several paragraphs', () => {
    expect(
      item(
        '（一）同意《甲办法》，由市财政局印发。\n（二）《乙方案》暂缓，由市住建局进一步论证后提交市政府常务会议再议。',
        '审议《甲办法》《乙方案》',
      ).decisions,
    ).toMatchObject([
      { outcome: 'approved', next: 'issue', issuedAs: '市财政局', lead: [] },
      { outcome: 'deferred', next: 'resubmit', lead: ['市住建局'] },
    ])
  })

  test.each([
    ['会议暂缓审议《甲办法》。由市教育局会同市住建局进一步论证后再议。', ['市教育局'], ['市住建局']],
    ['会议对《甲办法》进行了审议，未形成一致意见，由市住建局进一步修改完善后另行提请审议。', ['市住建局'], []],
    ['会议原则不同意《甲办法》，退回市住建局重新修改后再报。', ['市住建局'], []],
    ['会议决定将《甲办法》退回市住建局，重新论证后报市政府。', ['市住建局'], []],
  ])('%s is put off once', (sentence, lead, joint) => {
    expect(item(sentence).decisions).toMatchObject([{ outcome: 'deferred', next: 'resubmit', lead, joint }])
  })

  test('the revision is told behind what the meeting pointed out', () => {
    const first = item(
      '会议审议并原则通过《甲办法》。会议指出，桥梁事关安全。会议要求，由市住建局牵头，会同市交通局修改完善后，以市政府令公布施行。',
    )
    expect(first.decisions).toMatchObject([
      { lead: ['市住建局'], joint: ['市交通局'], next: 'issue', issuedAs: '市政府' },
    ])
    expect(first.tasks).toEqual([])
  })

  test('a demand behind what the meeting pointed out is a task', () => {
    const first = item('会议原则通过《甲办法》。会议指出，桥梁事关安全。会议要求，由市住建局牵头开展排查。')
    expect(first.decisions).toMatchObject([{ lead: [], next: null }])
    expect(first.tasks).toMatchObject([{ lead: ['市住建局'] }])
  })

  test('a page ends between the decision and who carries it on', () => {
    const first = item(
      '（一）同意市城管局关于积水点整治工作情况的汇报。\n由市城管局牵头，市水务局、市住建局配合，按程序做好后续工作。',
    )
    expect(first.decisions).toMatchObject([
      { lead: ['市城管局'], cooperating: ['市水务局', '市住建局'], next: 'follow_up' },
    ])
    const numbered = item('（一）同意市城管局关于积水点整治工作情况的汇报。\n（二）由市城管局抓好落实。')
    expect(numbered.decisions).toMatchObject([{ lead: [] }])
    expect(numbered.tasks).toMatchObject([{ lead: ['市城管局'] }])
  })
})

describe('who is to do what', () => {
  test('to support others is a duty of whoever is sent, to cooperate with a leader is not', () => {
    expect(item('责成市教育局支持高校设立产业研究院。').tasks).toMatchObject([{ lead: ['市教育局'], cooperating: [] }])
    expect(item('由市科技局牵头编制目录，由市财政局支持资金安排。').tasks).toMatchObject([
      { lead: ['市科技局'], cooperating: ['市财政局'] },
    ])
    expect(item('市发改委、市财政局给予支持。').tasks).toMatchObject([
      { lead: [], cooperating: ['市发改委', '市财政局'] },
    ])
  })

  test('会 between two bodies of whatever kind', () => {
    expect(item('由岚州海关会市工信局提供便捷通关指导。').tasks).toMatchObject([
      { lead: ['岚州海关'], joint: ['市工信局'] },
    ])
    expect(item('由岚州高新区会市资源规划局编制方案。').tasks).toMatchObject([
      { lead: ['岚州高新区'], joint: ['市资源规划局'] },
    ])
    expect(item('由市红十字会、市工商联抓好落实。').tasks).toMatchObject([
      { lead: ['市红十字会', '市工商联'], joint: [] },
    ])
  })

  test('a district that no roll names is one behind 由, 请 and 责成', () => {
    expect(item('请石桥县建成远程服务终端。').tasks).toMatchObject([{ lead: ['石桥县'] }])
    expect(item('由白马区优先实施泵站改造工程。').tasks).toMatchObject([{ lead: ['白马区'] }])
    expect(item('责成鹿溪市完成试点。').tasks).toMatchObject([{ lead: ['鹿溪市'] }])
    expect(
      item('请城市管理者参与，由农贸市场经营户自愿选择，由资本市场定价，由示范区域先行，由县城建设带动。').bodies,
    ).toEqual([])
  })

  test.each([
    ['该方案由市住建局牵头组织实施。', ['市住建局']],
    ['日常管理由市城管局负责。', ['市城管局']],
    ['会议听取了缓办的理由市住建局作了说明。', []],
  ])('%s: 由 is a word of its own or is not', (sentence, lead) => {
    expect(item(`会议听取了有关情况。${sentence}`).tasks.flatMap((task) => task.lead)).toEqual(lead)
  })

  test('units behind a label, with the day behind another', () => {
    expect(
      item('会议通过《甲办法》。责任单位：市住建局；配合单位：市财政局、市城管局；完成时限：2022年12月31日。').tasks,
    ).toMatchObject([{ lead: ['市住建局'], cooperating: ['市财政局', '市城管局'], deadline: '2022-12-31' }])
    expect(item('原则同意《甲办法》。（责任单位：市住建局、市财政局）').tasks).toMatchObject([
      { lead: ['市住建局', '市财政局'] },
    ])
    expect(item('原则同意《甲办法》。参会单位：市住建局、市财政局。').tasks).toEqual([])
  })

  test('bodies and a collective act together', () => {
    expect(item('市发改委、市住建局、各镇（街道）要切实担起责任。').tasks).toMatchObject([
      { lead: ['市发改委', '市住建局'] },
    ])
  })

  test('a numbered decision inside a sentence', () => {
    expect(
      item('会议决定：1.原则同意市教育局意见；2.由市教育局牵头、市公安局配合，做好宣传解释。').decisions,
    ).toMatchObject([{ outcome: 'approved_in_principle', lead: ['市教育局'], cooperating: ['市公安局'] }])
  })

  test('a house is no body', () => {
    expect(item('市图书馆新馆启用以来一座难求。').bodies).toEqual([])
    expect(item('市图书馆要延长开放时间。').bodies).toEqual(['市图书馆'])
  })
})

describe('deadlines', () => {
  test.each([
    ['市财政局要于2022年6月30日前拨付资金。', '2022-06-30'],
    ['市财政局要在15日内拨付资金。', '2022-03-29'],
    ['由市财政局于两个月内拨付资金。', '2022-05-14'],
    ['市住建局一季度末前完成整治。', '2022-03-31'],
    ['请云汀区于2023年上半年完成试点。', '2023-06-30'],
    ['由市财政局在10个工作日内报市政府。', null],
    ['市水务局汛期前完成整治。', null],
    ['市住建局会同市城管局于节前完成整治。', null],
  ])('%s', (sentence, deadline) => {
    expect(item(sentence).tasks).toMatchObject([{ deadline }])
  })

  test('the day of another duty is not that of the decision', () => {
    const first = item('原则同意，由市财政局负责落实资金80万元，市水务局于6月底前开工，张河镇、城关镇配合做好征迁。')
    expect(first.decisions).toMatchObject([{ lead: ['市财政局'], deadline: null }])
    expect(first.tasks).toMatchObject([
      { lead: ['市水务局'], cooperating: ['张河镇', '城关镇'], deadline: '2022-06-30' },
    ])
  })

  test('a day for each of several bodies is told and not guessed', () => {
    const first = item('市住建局、白蘅区要分别于5月10日、6月10日前完成整治。')
    expect(first.tasks).toMatchObject([{ lead: ['市住建局', '白蘅区'], deadline: null }])
    expect(first.codes).toContain('deadline-several')
    expect(item('市住建局、白蘅区要分别于5月10日前完成整治。').codes).not.toContain('deadline-several')
  })

  test('a body of the past has no duty', () => {
    expect(item('市水务局去年汛期前完成了整治。').tasks).toEqual([])
  })
})

describe('titles', () => {
  const titles = (sentence: string, heading: string) => item(sentence, heading).policies.map((one) => one.title)

  test('a period with and without its dash is one document', () => {
    expect(titles('原则同意《慢行系统规划（2024—2030年）》。', '审议《慢行系统规划（20242030年）》')).toEqual([
      '慢行系统规划（20242030年）',
    ])
    expect(titles('原则同意《慢行系统规划（2024—2026年）》。', '审议《慢行系统规划（2021—2023年）》')).toHaveLength(2)
  })

  test('two short names in one sentence', () => {
    const first = item(
      '原则同意《甲管理办法》（以下简称《办法》）和《乙实施细则》（以下简称《细则》）。各部门要对照《办法》《细则》抓好落实。',
      '审议《甲管理办法》《乙实施细则》',
    )
    expect(first.policies.map((one) => [one.title, one.abbreviation])).toEqual([
      ['甲管理办法', '办法'],
      ['乙实施细则', '细则'],
    ])
    expect(first.cites).toEqual([])
  })

  test('a title in a title is part of it', () => {
    expect(
      titles('原则同意《关于〈桥梁管理办法〉的请示》（以下简称《请示》）。', '审议《关于〈桥梁管理办法〉的请示》'),
    ).toEqual(['关于〈桥梁管理办法〉的请示'])
  })

  test('the first of several requests without brackets', () => {
    expect(titles('会议原则同意以上请示。', '审议关于林地征占用的请示等3件请示')).toEqual(['关于林地征占用的请示'])
  })

  test('a periodical is no document, a law that goes out of force is cited', () => {
    expect(item('会议传达学习了有关文章。', '传达学习《求是》杂志重要文章').cites).toEqual([])
    expect(item('原则同意《甲办法》。《乙规定》同时废止。').cites.map((one) => one.title)).toEqual(['乙规定'])
  })
})
