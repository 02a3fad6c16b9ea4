import { describe, expect, test } from 'vitest'
import { jurisdictionOf } from '../../../ingest/parse/bodies/jurisdiction.ts'
import { mentionsIn, recogniserOf } from '../../../ingest/parse/bodies/mentions.ts'
import { isName } from '../../../ingest/parse/roll/names.ts'
import { deadlineIn } from '../../../ingest/parse/rules/deadline.ts'
import { outcomesIn } from '../../../ingest/parse/rules/outcome.ts'
import { titlesOf } from '../../../ingest/parse/titles.ts'
import { fold } from '../../../ingest/repair/fold.ts'
import { readItems, readRoll } from '../reading.ts'

const whole = (words: string) => ({ start: 0, end: words.length })
const bodies = (government: string, words: string) =>
  mentionsIn(fold(words), whole(words), recogniserOf(jurisdictionOf(government), []))
    .filter((mention) => mention.level === 'body')
    .map((mention) => words.slice(mention.start, mention.end))

describe('bodies in running text', () => {
  test.each([
    ['支持青桐县、张河市加快发展', ['青桐县', '张河市']],
    ['责成市住建局、市交通局限期整改', ['市住建局', '市交通局']],
    ['市委、市政府决策部署', ['市委']],
    ['市公安局交警支队牵头', ['市公安局交警支队']],
    ['由岚州海关、人行岚州市分行负责', ['岚州海关', '人行岚州市分行']],
    ['市新型智慧城市建设领导小组办公室', ['市新型智慧城市建设领导小组办公室']],
  ])('%s', (words, expected) => {
    expect(bodies('岚州市人民政府', words)).toEqual(expected)
  })

  test.each([
    '我市委托第三方开展评估',
    '全市、各市、区和市区范围内',
    '省财政厅、国家发改委和住建部等七部委',
    '城市管理水平和老城区面貌',
    '医疗卫生服务设施布局更加均衡',
    '省运会筹办工作情况',
    '完善市与区县财政体制',
    '市政府常务会议审议',
    '审议《岚州市供销合作社综合改革方案》',
    '消除环境风险和监管盲区。',
  ])('no body in %s', (words) => {
    expect(bodies('岚州市人民政府', words)).toEqual([])
  })

  test('what stands above a county is none of its bodies, and its own need no sign', () => {
    expect(bodies('青桐县人民政府', '市财政局已明确标准，由水利局牵头，县财政局配合')).toEqual(['水利局', '县财政局'])
  })

  test('in a zone the bureaus of the city stand above it', () => {
    expect(bodies('岚州高新区管委会', '由财政金融局会同市财政局研究')).toEqual(['财政金融局'])
  })
})

describe('outcomes', () => {
  const outcomes = (words: string) => outcomesIn(words, whole(words)).map((one) => one.outcome)

  test.each([
    ['会议审议并原则通过《甲办法》。', ['approved_in_principle']],
    ['经讨论，会议原则通过以上议题。', ['approved_in_principle']],
    ['会议听取了汇报，同意该方案。', ['approved']],
    ['《甲办法》暂缓审议。', ['deferred']],
    ['原则不同意《甲办法》。', ['rejected']],
    ['不同意《甲办法》，待完善后再提交会议审议。', ['deferred']],
    ['同意废止《甲办法》。', ['repealed']],
    ['原则同意《甲办法》，暂缓审议《乙办法》。', ['approved_in_principle', 'deferred']],
  ])('%s', (words, expected) => {
    expect(outcomes(words)).toEqual(expected)
  })

  test.each([
    '通过多种方式筹集资金。',
    '经市政府同意后组织实施。',
    '会议指出，通过无人机航测，问题全部查清。',
    '居民同意率达不到标准的不予列入。',
    '听取不同意见，凝聚共识。',
    '按程序报批准后施行。',
  ])('none in %s', (words) => {
    expect(outcomes(words)).toEqual([])
  })
})

describe('deadlines', () => {
  test.each([
    ['于6月底前完成', '2022-06-30'],
    ['于2月10日前完成', '2023-02-10'],
    ['年底前完成', '2022-12-31'],
    ['明年一季度末前完成', '2023-03-31'],
    ['上半年完成', '2022-06-30'],
    ['30日内报送', '2022-04-13'],
    ['10个工作日内报送', null],
    ['汛期前完成', null],
  ])('%s', (words, expected) => {
    expect(deadlineIn(words, whole(words), '2022-03-14')?.day).toBe(expected)
  })

  test.each([
    '力争到2025年底实现目标',
    '每年年底前报告',
    '每季度末报告',
    '自2022年7月1日起执行',
    '《2022年上半年工作要点》',
  ])('none in %s', (words) => {
    expect(deadlineIn(words, whole(words), '2022-03-14')).toBeNull()
  })
})

describe('titles', () => {
  const titles = (words: string) =>
    titlesOf(words, whole(words)).map((title) => words.slice(title.inner.start, title.inner.end))

  test('one title inside another is part of it', () => {
    expect(titles('审议《关于修订〈甲办法〉的请示》和《乙《丙条例》办法》')).toEqual([
      '关于修订〈甲办法〉的请示',
      '乙《丙条例》办法',
    ])
  })

  test('a bracket that nothing closes is no title', () => {
    expect(titles('审议《甲办法。由市财政局印发')).toEqual([])
  })
})

describe('agents', () => {
  const first = (sentence: string) => readItems(`一、研究甲事项\n（一）${sentence}`).items[0]

  test.each([
    '会议听取了市财政局关于甲事项的汇报。',
    '各地各部门要抓好落实。',
    '检查结果报市安委办研究。',
    '在市委坚强领导下，工作取得成效。',
    '市财政局已安排资金。',
    '经市司法局审查后实施。',
  ])('nobody gets a duty in %s', (sentence) => {
    expect(first(sentence)?.tasks).toEqual([])
  })

  test('two clauses with agents of their own are two tasks with one quote', () => {
    const tasks = first('市住建局要加快审批，市财政局负责落实资金，市审计局配合。')?.tasks
    expect(tasks?.map((task) => [task.lead, task.cooperating])).toEqual([
      [['市住建局'], []],
      [['市财政局'], ['市审计局']],
    ])
    expect(new Set(tasks?.map((task) => task.quote)).size).toBe(1)
  })
})

describe('names', () => {
  test.each(['顾一鸣', '司马朔', '买合木提·吐尔逊', '王岩', '欧阳晴'])('%s is one', (word) => {
    expect(isName(word)).toBe(true)
  })

  test.each(['市财政局', '政府', '办公室', '一', '分管负责同志', '的代表'])('%s is none', (word) => {
    expect(isName(word)).toBe(false)
  })
})

describe('rolls', () => {
  test('a body with a post, a reason of absence, a stand-in', () => {
    const { attendance } = readRoll(
      '列席：市财政局局长顾一鸣（副局长李想代）、市审计局副局长王岩\n请假：徐岩（因公出差）',
    )
    expect(attendance).toMatchObject([
      { person: '李想', body: '市财政局', post: '副局长', onBehalfOf: '顾一鸣', role: 'observer' },
      { person: '王岩', body: '市审计局', post: '副局长' },
      { person: '徐岩', role: 'absent', reason: '因公出差' },
    ])
  })

  test('collectives are nobody', () => {
    const { attendance, representatives } = readRoll('列席：市直各有关部门主要负责同志')
    expect([attendance, representatives]).toEqual([[], []])
  })

  test('what is neither body nor person is told', () => {
    const record = readRoll('列席：市财政局顾一鸣 ※※※ 市司法局阙知行')
    expect(record.attendance.map((entry) => entry.person)).toEqual(['顾一鸣', '阙知行'])
    expect(record.warnings.map((warning) => warning.code)).toContain('roll-unread')
  })
})
