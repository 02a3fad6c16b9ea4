import { describe, expect, test } from 'vitest'
import { codes, read, readItems, readOpening } from '../reading.ts'

const item = (sentence: string, heading = '审议《甲办法》') => {
  const [first] = readItems(`一、${heading}\n${sentence}`).items
  if (!first) throw new Error('no item was read')
  return first
}
const step = (sentence: string) => {
  const [decision] = item(`会议原则同意《甲办法》，${sentence}`).decisions
  return [decision?.next, decision?.submitTo, decision?.issuedAs]
}

describe('the first step that is named', () => {
  test.each([
    ['由市住建局修改完善，待市委审议通过后印发。', ['submit', '市委', null]],
    ['待省政府批复后由市发改委印发实施。', ['submit', '省政府', '市发改委']],
    ['由市住建局修改完善后按程序报批。', ['submit', null, null]],
    ['由市住建局修改完善后报审。', ['submit', null, null]],
    ['由市住建局按程序报请审批。', ['submit', null, null]],
    ['由市发改委完善后报副市长程渡审定后印发。', ['submit', null, null]],
    ['由市发改委完善后报分管副市长审定，以市政府办公室名义印发。', ['submit', null, '市政府办公室']],
    ['由市国土局报省国土厅审查后上报省政府审批。', ['submit', '省政府', null]],
    ['由市发改委修改完善，提交市两会审议后组织实施。', ['submit', '市两会', null]],
    ['经市司法局审核同意后印发。', ['issue', null, null]],
    ['经市政府同意后印发。', ['issue', null, null]],
    ['市交通局要完成征地报批。', [null, null, null]],
    ['由市住建局抓紧办理报批手续。', ['follow_up', null, null]],
    ['由市委组织部会同市委办公室牵头修改后印发。', ['issue', null, null]],
  ])('%s', (sentence, expected) => {
    expect(step(sentence)).toEqual(expected)
  })
})

describe('what is left open', () => {
  test.each([
    ['会议认为，条件不成熟，不作决定。', 'deferred', null],
    ['本次会议不作决定。责成市交通局修改完善后，再提交市政府常务会议研究。', 'deferred', 'resubmit'],
    ['关于用地回购问题，由市国土局牵头，进一步研究后提交下次常务会议审议。', 'deferred', 'resubmit'],
    ['会议研究了有关情况，市交通局要依法作出决定。', 'discussed', null],
  ])('%s', (sentence, outcome, next) => {
    expect(item(sentence, '研究公交线路调整事宜').decisions).toMatchObject([{ outcome, next }])
  })
})

describe('deadlines and hopes', () => {
  const deadline = (sentence: string) => item(`同意《甲办法》。\n（二）${sentence}`).tasks[0]?.deadline
  test.each([
    ['市发改委要加强监测，确保上半年“双过半”。', null],
    ['市发改委要加强监测，确保上半年完成整改。', '2022-06-30'],
    ['市发改委要在上半年拿出方案。', '2022-06-30'],
    ['市交通局力争年内建成通车。', null],
    ['市人社局于2023年元月10日前清零。', '2023-01-10'],
    ['市人社局要拨付500万元月底前到位。', '2022-03-31'],
  ])('%s', (sentence, expected) => {
    expect(deadline(sentence)).toBe(expected)
  })
})

describe('who acts', () => {
  test('A牵头、B会同C: both act with A', () => {
    expect(item('同意该方案。由市城管局牵头、市生态环境局会同市住建局修改完善后印发。').decisions).toMatchObject([
      { lead: ['市城管局'], joint: ['市生态环境局', '市住建局'] },
    ])
  })
  test('a body that answers for it leads', () => {
    expect(item('同意《甲办法》。市教育局为责任单位，市住建局、云汀区政府支持配合。').tasks).toMatchObject([
      { lead: ['市教育局'], cooperating: ['市住建局', '云汀区政府'] },
    ])
  })
  test('what was conveyed is cited, what was approved with it is the policy', () => {
    const first = item('会议传达学习了《甲意见》，原则同意《乙规划》。', '传达学习《甲意见》，审议《乙规划》')
    expect(first.policies.map(({ title }) => title)).toEqual(['乙规划'])
    expect(first.cites.map(({ title }) => title)).toEqual(['甲意见'])
  })
  test('two short names introduced at once', () => {
    expect(
      item('原则同意《岚州市住房规划》《岚州市租赁办法》（以下分别简称《规划》《办法》）。', '审议有关事项').policies,
    ).toMatchObject([{ abbreviation: '规划' }, { abbreviation: '办法' }])
  })
  test('a town whose name holds the sign of a level, and a verb that is no place', () => {
    expect(item('同意《甲办法》。\n（二）桃源街道、新市镇要落实预案，再提交市政府研究。').bodies).toEqual([
      '桃源街道',
      '新市镇',
    ])
  })
  test('a commission that no table lists', () => {
    expect(item('原则同意命名方案，报市地名委审批。').bodies).toEqual(['市地名委'])
    expect(item('原则同意命名方案，市里要研究。').bodies).toEqual([])
  })
})

describe('what an item decides on', () => {
  test.each([
    ['关于《岚州市脱贫规划》', '会议听取了汇报，原则同意该规划，由市扶贫办修改。', ['岚州市脱贫规划']],
    ['关于停止执行《岚州市出租汽车办法》的请示', '会议同意停止执行《岚州市出租汽车办法》。', ['岚州市出租汽车办法']],
    ['关于《岚州市桥梁条例》执行情况的汇报', '会议同意该汇报。', []],
    ['关于贯彻落实《省桥梁条例》有关工作', '会议同意该方案。', []],
  ])('%s', (heading, sentence, titles) => {
    expect(item(sentence, heading).policies.map(({ title }) => title)).toEqual(titles)
  })
  test('one sentence that agrees twice to one matter decides once, to two titles twice', () => {
    const outcomes = (sentence: string) => item(sentence).decisions.map(({ outcome }) => outcome)
    expect(outcomes('会议原则同意立法建议，同意将《甲条例》列入计划，提请市人大常委会审议。')).toEqual([
      'approved_in_principle',
    ])
    expect(outcomes('会议原则同意《甲办法》，同意《乙方案》。')).toEqual(['approved_in_principle', 'approved'])
  })
  test('the next paragraph asks somebody to revise', () => {
    const first = item(
      '（一）原则通过《甲办法》。\n（二）请市发展改革委牵头修改，于4月10日前报市政府，由市政府提请市委审议。',
    )
    expect(first.decisions).toMatchObject([{ lead: ['市发展改革委'], next: 'submit', deadline: '2022-04-10' }])
    expect(first.tasks).toEqual([])
    expect(item('（一）原则通过《甲办法》。\n（二）请市发展改革委牵头开展宣传。').decisions).toMatchObject([
      { lead: [] },
    ])
  })
  test('what is given back to be handed in again is put off', () => {
    expect(item('会议认为论证不充分，予以退回，由岚州港务集团完善后重新上报。').decisions).toMatchObject([
      { outcome: 'deferred', next: 'resubmit', lead: ['岚州港务集团'] },
    ])
  })
  test('a post that somebody holds is no place, and a bank ends where it ends', () => {
    expect(item('同意成立指挥部，由常务副市长程渡任总指挥。').bodies).toEqual([])
    expect(item('同意。由市国资委指导岚州银行按规定报岚州银保监局批复。').bodies).toEqual([
      '市国资委',
      '岚州银行',
      '岚州银保监局',
    ])
  })
  test('a refusal that asks for another attempt puts off', () => {
    expect(item('会议不同意该方案，请市教育局重新测算后另行报批。').decisions).toMatchObject([
      { outcome: 'deferred', next: 'resubmit', lead: ['市教育局'] },
    ])
    expect(item('会议不同意该方案，请市教育局做好解释工作。').decisions).toMatchObject([{ outcome: 'rejected' }])
  })
})

describe('titles without brackets', () => {
  test('关于 in front of a plan is the heading, in front of …的请示 part of the title', () => {
    expect(item('同意。', '审议关于2022年度政府投资项目计划').policies).toMatchObject([
      { title: '2022年度政府投资项目计划' },
    ])
    expect(item('同意。', '审议关于拨付改造资金的请示').policies).toMatchObject([{ title: '关于拨付改造资金的请示' }])
  })
  test('a place in a title is no body, one beside it is', () => {
    expect(item('同意云汀区政府提出的计划。', '审议云汀区2022年度征地计划').bodies).toEqual(['云汀区政府'])
  })
})

describe('the city above', () => {
  const HEAD = '青桐县人民政府常务会议纪要\n〔2022〕8号\n2022年12月3日，县长赵庆主持召开县政府第12次常务会议。\n'
  test('a county that names it nowhere but in its text', () => {
    const [first] = read(
      `${HEAD}一、审议《甲办法》\n原则同意《甲办法》，由县水务局会同岚州市水务局完善后报岚州市政府审批。\n`,
    ).items
    expect(first).toMatchObject({
      bodies: ['县水务局'],
      decisions: [{ lead: ['县水务局'], joint: [], next: 'submit', submitTo: '岚州市政府' }],
    })
  })
  test('a city in a prefecture', () => {
    const [first] = read(
      `${HEAD.replaceAll('青桐县', '鹿溪市').replaceAll('县', '市')}一、审议《甲办法》\n原则同意《甲办法》。由市住建局完善后报岚州市政府审批。岚州市住建局给予指导。\n`,
    ).items
    expect(first?.bodies).toEqual(['市住建局'])
  })
  test('a city in the minutes of its prefecture is a body', () => {
    expect(item('同意《甲办法》。由鹿溪市政府、白蘅区政府负责落实。').bodies).toEqual(['鹿溪市政府', '白蘅区政府'])
  })
})

describe('meetings of several days', () => {
  test.each(['2022年12月3日至4日', '2022年12月3日、5日', '2022年12月3日下午至4日'])('%s', (days) => {
    const record = readOpening(`${days}，市长陆衡主持召开市政府第12次常务会议。`)
    expect(record.meeting.date).toBe('2022-12-03')
    expect(codes(record)).toContain('several-days')
  })
  test('one day is one day', () => {
    expect(codes(readOpening('2022年12月3日，市长陆衡主持召开市政府第12次常务会议。'))).not.toContain('several-days')
  })
})
