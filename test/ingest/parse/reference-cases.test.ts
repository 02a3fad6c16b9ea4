import { describe, expect, test } from 'vitest'
import { readItems } from '../reading.ts'

const item = (sentence: string, heading = '审议《甲办法》') => {
  const [first] = readItems(`一、${heading}\n${sentence}`).items
  if (!first) throw new Error('no item was read')
  return first
}

describe('what a decision refers to', () => {
  test('what was reported on is the object where 该方案 is agreed to, and not where something else is', () => {
    const heard = '听取市农业农村局关于《草畜平衡实施方案》的汇报'
    expect(item('会议原则同意该方案，由市农业农村局修改完善后印发。', heard).policies).toMatchObject([
      { title: '草畜平衡实施方案' },
    ])
    expect(item('会议原则同意市农业农村局的汇报。', heard).policies).toEqual([])
    expect(item('会议原则同意该项目。', heard).policies).toEqual([])
  })
  test('titles in a list of their own below a heading without one', () => {
    const [first] = readItems(
      '一、书面审议事项\n（一）《食品安全工作要点》\n（二）《防汛应急预案（2021年修订）》\n会议书面审议并原则同意上述两个文件，由市市场监管局、市应急局分别印发。',
    ).items
    expect(first?.policies.map(({ title }) => title)).toEqual(['食品安全工作要点', '防汛应急预案（2021年修订）'])
    expect(first?.decisions).toMatchObject([
      { outcome: 'approved_in_principle', quote: expect.stringMatching(/^会议书面/u) },
    ])
  })
  test('a numbered sentence carries no decision on that has a number of its own', () => {
    const { decisions, tasks } = item(
      '会议决定：1.同意项目合作期限为15年。2.授权市教育局作为项目实施机构，负责项目采购。',
    )
    expect(decisions).toMatchObject([{ outcome: 'approved', lead: [], next: null }])
    expect(tasks).toMatchObject([{ lead: ['市教育局'] }])
  })
})

describe('who decides and who acts', () => {
  test('what was resolved in a later clause of what the meeting did', () => {
    expect(item('会议审议了《甲办法》，决定以市政府令形式发布。').decisions).toMatchObject([
      { outcome: 'approved', next: 'issue', issuedAs: '市政府' },
    ])
    expect(item('会议听取了市财政局汇报，市财政局提出的决定事项另行通知。', '听取汇报').decisions).toMatchObject([
      { outcome: 'heard' },
    ])
  })
  test('a collective at the end of a list, and the day of a collective', () => {
    expect(item('由副市长方正牵头，市交通局、云汀区、沿线乡镇政府具体负责，10月底前完成任务。').tasks).toMatchObject([
      { lead: ['市交通局', '云汀区'], deadline: '2022-10-31' },
    ])
    expect(item('市财政局要加强资金监管，各项目乡镇要加快实施进度，确保12月底前完成。').tasks).toMatchObject([
      { lead: ['市财政局'], deadline: null },
    ])
  })
  test('who is waited for, in a sentence behind the decision, and who leads already', () => {
    expect(item('会议决定暂缓研究。待市发改委依法履行听证程序后，再提交市政府常务会议研究。').decisions).toMatchObject([
      { outcome: 'deferred', next: 'resubmit', lead: ['市发改委'] },
    ])
    const { decisions, tasks } = item(
      '会议同意由市征收办作为征收部门。由市征收办会同云汀区政府拟定方案，于5月31日前报市委常委会审定。',
    )
    expect(decisions).toMatchObject([
      { lead: ['市征收办'], joint: ['云汀区政府'], next: 'submit', deadline: '2022-05-31' },
    ])
    expect(tasks).toEqual([])
  })
  test('the committee of a new town', () => {
    const { tasks } = item('由南部新城管委会牵头，市发改委参与。南部新城管委会、经开区党工委要加强统筹。')
    expect(tasks).toMatchObject([
      { lead: ['南部新城管委会'], cooperating: ['市发改委'] },
      { lead: ['南部新城管委会', '经开区党工委'] },
    ])
  })
})

describe('bodies in running text', () => {
  const named = (sentence: string) => item(sentence).bodies

  test('are not made of the words around them', () => {
    expect(named('同意2023年度市政府重大行政决策事项目录调整方案。')).toEqual([])
    expect(named('要按照国家海洋局《甲意见》的要求抓好落实。')).toEqual([])
    expect(named('民生实事项目由市人大代表票决产生。')).toEqual([])
    expect(named('市政协委员要积极建言。')).toEqual([])
  })
  test('have their office, and their committee, with them', () => {
    expect(named('由市生态环境保护委员会办公室牵头督办。')).toEqual(['市生态环境保护委员会办公室'])
    const { items } = readItems(
      '一、听取石化产业园整治情况的汇报\n石化产业园管委会要全面落实责任，于8月31日前完成。\n列席：石化产业园王岩 市财政局赵颂',
    )
    expect(items[0]?.tasks).toMatchObject([{ lead: ['石化产业园管委会'], deadline: '2022-08-31' }])
  })
  test('that are to build for others have a duty', () => {
    expect(item('市城投公司为代建单位，要严把质量关。').tasks).toMatchObject([{ lead: ['市城投公司'] }])
  })
})

describe('the day of a decision', () => {
  test('is not the half year that was reported on', () => {
    expect(item('市财政局要在《意见》印发后3个月内完成编制。').tasks).toMatchObject([{ deadline: null }])
    const [first] = item('原则同意市发改委关于上半年计划执行情况的汇报。', '听取汇报').decisions
    expect(first?.deadline).toBeNull()
    expect(item('市商务局要用足政策，上半年完成补贴发放。').tasks).toMatchObject([{ deadline: '2022-06-30' }])
  })
})

describe('in whose name', () => {
  const decision = (sentence: string) => item(`原则同意《甲办法》。${sentence}`).decisions[0]

  test.each([
    ['由市财政局修改完善后，以市政府文件印发。', '市政府'],
    ['由市财政局修改完善后，以市政府规范性文件形式印发。', '市政府'],
    ['由市财政局修改完善后，报市政府办公室核稿印发。', '市政府办公室'],
    ['由市财政局修改完善，经市司法局合法性审查后，提交市政府办公室按程序印发。', '市政府办公室'],
  ])('%s', (sentence, name) => {
    expect(decision(sentence)).toMatchObject({ next: 'issue', issuedAs: name, lead: ['市财政局'] })
  })
  test('a report in the name of the government issues nothing', () => {
    expect(decision('由市审计局修改后，以市政府名义向市人大常委会报告。')).toMatchObject({ issuedAs: null })
  })
  test('to make something public is a duty of a bureau', () => {
    expect(decision('由市司法局按程序公布。')).toMatchObject({ next: 'issue', issuedAs: null, lead: ['市司法局'] })
    expect(decision('由市政府办公室公布。')).toMatchObject({ next: 'issue', issuedAs: '市政府办公室', lead: [] })
  })
  test('what is not agreed to and is to come back is put off', () => {
    expect(
      item('不同意《甲办法》。由市国资委会市财政局进一步完善后，再次提交市政府常务会议审议。').decisions,
    ).toMatchObject([{ outcome: 'deferred', next: 'resubmit', lead: ['市国资委'] }])
  })
  test('money to be found is no following up', () => {
    expect(decision('由市财政局负责落实资金。')).toMatchObject({ next: null, lead: ['市财政局'] })
  })
})
