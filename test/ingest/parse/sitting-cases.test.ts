import { describe, expect, test } from 'vitest'
import { people, read, readItems, readOpening } from '../reading.ts'

const opening = (words: string) => readOpening(`${words}，审议《岚州市桥梁管理办法》。`).meeting

describe('who chaired', () => {
  test.each([
    ['2023年1月4日，戴铮代市长主持召开市政府第51次常务会议', '戴铮', '代市长', true],
    ['2023年1月4日，苏小伟代市长主持召开市政府第51次常务会议', '苏小伟', '代市长', true],
    ['2023年1月4日，戴代铮市长主持召开市政府第51次常务会议', '戴代铮', '市长', false],
    ['2023年1月4日，区长候选人陆衡主持召开区政府第12次常务会议', '陆衡', '区长候选人', false],
    ['2023年1月4日，会议由常务副市长程渡主持', '程渡', '常务副市长', false],
    ['2023年1月4日，副市长程渡召集市发改委、市财政局', '程渡', '副市长', false],
  ])('%s', (words, name, post, acting) => {
    expect(opening(words).chair).toMatchObject({ name, post, acting })
  })

  test('where somebody chairs, who convened does not', () => {
    expect(opening('2023年1月4日，王岩召集有关部门，陆衡市长主持召开市政府第12次常务会议').chair).toMatchObject({
      name: '陆衡',
    })
  })
})

describe('which meeting it was', () => {
  const numbered = (line: string) =>
    read(
      `岚州市人民政府市长办公会议纪要\n${line}\n2019年8月20日上午，市长陆衡主持召开市长办公会议。\n一、审议《甲办法》\n原则同意《甲办法》。`,
    ).meeting
  test.each([
    ['（2019年第14次）', 14, 2019],
    ['第14次', 14, null],
    ['〔2019〕14号', null, null],
  ])('%s on a line of its own', (line, ordinal, year) => {
    expect(numbered(line)).toMatchObject({ ordinal, year })
  })
})

describe('days and kinds', () => {
  test.each([
    ['2022年3月14日至15日，陆衡市长主持召开市政府第12次常务会议', '2022-03-14'],
    ['2022年3月14日、16日，陆衡市长主持召开市政府第12次常务会议', '2022-03-14'],
    ['近日，陆衡市长主持召开市政府第12次常务会议', null],
  ])('%s', (words, date) => {
    expect(opening(words).date).toBe(date)
  })

  test('of two meetings in one sitting the government has its own', () => {
    expect(
      read(
        '云汀区人民政府党组（扩大）会议暨区政府五届第21次常务会议纪要\n云府纪〔2023〕9号\n2023年5月9日，区委副书记、代区长陆衡主持召开区政府党组（扩大）会议暨区政府五届第21次常务会议。\n一、审议《甲办法》\n原则同意《甲办法》。',
      ).meeting,
    ).toMatchObject({ type: '常务会议', term: 5, ordinal: 21, docNumber: '云府纪〔2023〕9号' })
  })
})

describe('recorders', () => {
  const recorders = (line: string) =>
    read(`岚州市人民政府常务会议纪要\n〔2023〕9号\n一、审议《甲办法》\n原则同意《甲办法》。\n${line}`).meeting.recorders

  test('a rare surname is a name behind the label, an office is none', () => {
    expect(recorders('记录：岑慧健')).toEqual(['岑慧健'])
    expect(recorders('记录：甯慧')).toEqual(['甯慧'])
    expect(recorders('记录：市府办')).toEqual([])
  })
})

describe('minutes written like news', () => {
  const { items, hiddenItems, ...record } = read(
    '岚州市人民政府常务会议纪要\n〔2023〕5号\n2023年5月9日上午，市长陆衡主持召开市政府第30次常务会议，听取一季度经济运行情况汇报，审议有关文件。\n会议听取了一季度经济运行情况的汇报。会议强调，要紧盯目标任务，市发改委要加强调度。\n会议审议《岚州市停车条例（草案）》，决定提请市人大常委会审议。\n会议还研究了其他事项。\n出席：陆衡 程渡\n列席：市发改委王岩',
  )

  test('each sentence of the meeting is an item', () => {
    expect(items.map((item) => [item.verbs, item.decisions.map((one) => [one.outcome, one.submitTo])])).toEqual([
      [['hear'], [['heard', null]]],
      [['review'], [['approved', '市人大常委会']]],
    ])
    expect(items[0]?.tasks).toMatchObject([{ lead: ['市发改委'] }])
  })

  test('what was cut out is told', () => {
    expect(hiddenItems).toMatchObject({ count: null })
    expect(people({ ...record, items, hiddenItems })).toEqual(['→陆衡', '→程渡', '市发改委→王岩'])
  })
})

describe('a county that names its bodies without a sign', () => {
  const { items } = read(
    '青桐县人民政府常务会议纪要\n第7期\n时间：2023年5月9日下午\n主持：县委副书记、县长 陆衡\n会议研究了以下事项：\n一、关于河堤加固工程资金的请示\n会议议定：原则同意该请示，由财政局负责落实资金80万元，水利局于6月底前开工，张河镇、城关镇配合。\n二、传达市政府安全生产会议精神\n由应急局牵头，各乡镇配合，抓好贯彻落实。\n三、关于林地征占用的请示\n会议原则同意该请示，由县林业局按程序报市林业局审批。\n四、生态保护工作\n由市生态环境局青桐分局负责监测。',
  )

  test('a heading without a verb takes the one of the transition', () => {
    expect(items[0]?.verbs).toEqual(['review'])
    expect(items[0]?.policies.map((one) => one.title)).toEqual(['关于河堤加固工程资金的请示'])
  })

  test('its bodies and towns are found, the city above is none', () => {
    expect(items[0]?.bodies).toEqual(['财政局', '水利局', '张河镇', '城关镇'])
    expect(items[1]?.bodies).toEqual(['应急局'])
    expect(items[2]?.decisions).toMatchObject([{ next: 'submit', submitTo: '市林业局', lead: ['县林业局'] }])
    expect(items[2]?.bodies).toEqual(['县林业局'])
  })

  test('the branch of a bureau above that works in the county is a body', () => {
    expect(items[3]?.bodies).toEqual(['市生态环境局青桐分局'])
  })
})

describe('an agenda in front of the items', () => {
  const FORM = [
    '青桐县人民政府常务会议纪要',
    '第9期',
    '时间：2023年6月9日上午',
    '主持：县委副书记、县长陆衡',
    '议题：',
    '1.审议青桐县旅游发展规划',
    '2.听取县教育局关于学位供给情况的汇报',
  ]
  const ITEMS = [
    '一、会议原则通过《青桐县旅游发展规划》，由县文旅局修改完善后印发。',
    '二、会议听取了县教育局关于学位供给情况的汇报，要求县教育局、县住建局加快建设，确保8月20日前交付使用。',
  ]
  const itemsOf = (...lines: string[]) => read([...lines, '出席：陆衡、王岩'].join('\n')).items

  test('that is numbered otherwise is no item', () => {
    const items = itemsOf(...FORM, '会议议定事项：', ...ITEMS)
    expect(items.map(({ decisions }) => decisions.map(({ outcome }) => outcome))).toEqual([
      ['approved_in_principle'],
      ['heard'],
    ])
    expect(items[1]?.matters).toMatchObject([{ text: '县教育局关于学位供给情况的汇报', reporters: ['县教育局'] }])
    expect(items[1]?.tasks).toMatchObject([{ lead: ['县教育局', '县住建局'], deadline: '2023-08-20' }])
  })
  test('is none where the points below are those of its items', () => {
    const items = itemsOf(...FORM.slice(0, 5), '一、审议青桐县旅游发展规划', '1.会议原则同意。', '2.由县文旅局印发。')
    expect(items).toHaveLength(1)
  })
  test('what the meeting resolved is no mere transition, though the same words may be one', () => {
    const decisions = (words: string) =>
      itemsOf(...FORM.slice(0, 5), '一、关于河堤加固', words).flatMap((one) => one.decisions)
    expect(decisions('会议研究议定：原则同意县水利局意见。')).toMatchObject([{ outcome: 'approved_in_principle' }])
    expect(decisions('会议研究确定，由县水利局牵头实施。')).toMatchObject([{ outcome: 'approved', lead: ['县水利局'] }])
    expect(itemsOf(...FORM, '会议研究议定：', ...ITEMS)).toHaveLength(2)
  })
})

describe('whose minutes they are', () => {
  test('of a zone and a government that sit together, the government counts', () => {
    const record = read(
      '岚州高新区管委会、云汀区政府党组会议暨2022年第14次常务会议纪要\n〔2022〕第14期\n会议时间：2022年7月22日\n议题一：研究防汛工作\n会议强调，区应急管理局要加强会商研判。\n',
    )
    expect(record.meeting).toMatchObject({ issuer: '云汀区政府', type: '常务会议', ordinal: 14, year: 2022 })
    expect(record.items[0]?.tasks).toMatchObject([{ lead: ['区应急管理局'] }])
  })
  test('the government of a term is the government', () => {
    const { meeting } = read(
      '青桐县第十七届人民政府第三十二次常务会议纪要\n2023年3月2日，县长沈墨主持召开县政府第三十二次常务会议。\n一、审议《甲办法》\n原则同意《甲办法》。\n',
    )
    expect(meeting).toMatchObject({ issuer: '青桐县人民政府', term: 17, ordinal: 32 })
  })
  test('matters that were discussed, told in the opening without naming them, and who came', () => {
    const record = read(
      '青桐县人民政府县长办公会议纪要\n〔2010〕第17期\n2010年9月14日，县长高远主持召开县长办公会议。副县长石磊、方正，县长助理孟飞出席会议。会议就有关事项进行了认真研究，现纪要如下：\n一、关于集中供热工程\n会议决定，工程由县建设局负责实施。\n',
    )
    expect(record.items[0]?.verbs).toEqual(['review'])
    expect(record.attendance.map((entry) => [entry.post, entry.person])).toEqual([
      ['副县长', '石磊'],
      ['副县长', '方正'],
      ['县长助理', '孟飞'],
    ])
  })
  test.each(['那顺巴雅尔', '照日格图', '买合木提·吐尔逊'])('%s, without a surname, in front of the post', (name) => {
    expect(
      read(
        `岚州市人民政府常务会议纪要\n〔2024〕10号\n2024年6月5日下午，${name}市长主持召开市政府第10次常务会议，审议《甲办法》。\n一、审议《甲办法》\n原则同意《甲办法》。\n`,
      ).meeting.chair,
    ).toMatchObject({ name, post: '市长' })
  })
  test('a plenary session of the Party is no sitting of this government', () => {
    const { meeting } = read(
      '青桐县人民政府党组会议纪要\n〔2023〕2号\n2023年2月6日，县长沈墨主持召开县政府党组会议，传达学习二十届中央纪委二次全会精神。\n一、传达学习二十届中央纪委二次全会精神\n会议传达学习了全会精神。\n',
    )
    expect(meeting).toMatchObject({ ordinal: null, term: null })
  })
})

describe('minutes of a town', () => {
  const TOWN =
    '云盘镇人民政府\n镇长办公会议纪要\n云府议〔2020〕4号\n时间：2020年8月18日\n主持：镇长韦建国\n参加：镇党委委员、武装部部长龙开勇\n列席：镇人大主席潘世芳，镇财政所王世荣，镇应急管理站冉启华，柳坪村村委会陈朝贵\n'
  const town = (item: string) => read(`${TOWN}（一）研究有关事宜\n${item}\n`)

  test('its stations, and its villages', () => {
    const record = town('同意该申请。由镇扶贫工作站会同镇财政所牵头，柳坪村村委会配合，抓好组织实施。')
    expect(people(record)).toEqual([
      '→龙开勇',
      '镇人大→潘世芳',
      '镇财政所→王世荣',
      '镇应急管理站→冉启华',
      '柳坪村村委会→陈朝贵',
    ])
    expect(record.items[0]?.decisions).toMatchObject([
      { lead: ['镇扶贫工作站'], joint: ['镇财政所'], cooperating: ['柳坪村村委会'] },
    ])
  })
  test('what it hands to an executive meeting does not come back to itself', () => {
    const [first] = readItems('一、审议《甲办法》\n原则同意《甲办法》，由市财政局完善后报市政府常务会议审定。').items
    expect(first?.decisions).toMatchObject([{ next: 'resubmit' }])
    const office = read(
      '岚州市人民政府市长办公会议纪要\n〔2022〕3号\n2022年3月14日，市长陆衡主持召开市长办公会议。\n一、审议《甲办法》\n原则同意《甲办法》，由市财政局完善后报市政府常务会议审定。\n',
    )
    expect(office.items[0]?.decisions).toMatchObject([{ next: 'submit', submitTo: '市政府常务会议' }])
  })
})

describe('who came, told in the opening', () => {
  test('one entry that cannot be read loses none of the others, and is told', () => {
    const record = read(
      '岚州市人民政府专题会议纪要\n〔2022〕3号\n2022年3月14日，市长陆衡主持召开专题会议。市财政局局长王岩，市水务局局长〇一，市教育局局长徐青列席会议。\n一、关于学位\n同意方案。\n（记录：毕晓琳）\n',
    )
    expect(people(record)).toEqual(expect.arrayContaining(['市财政局→王岩', '市教育局→徐青']))
    expect(record.meeting.recorders).toEqual(['毕晓琳'])
  })
})
