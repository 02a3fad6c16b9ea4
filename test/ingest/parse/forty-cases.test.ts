import { describe, expect, test } from 'vitest'
import { codes, people, read, readItems, readOpening, readRoll } from '../reading.ts'

const observers = (roll: string) => people(readRoll(`列席：${roll}`))
const item = (text: string) => {
  const [first] = readItems(text).items
  if (!first) throw new Error('no item was read')
  return first
}

describe('the boundary between body and person', () => {
  test.each([
    [1, '市财政局顾一鸣 市司\n法局阙知行', ['市财政局→顾一鸣', '市司法局→阙知行']],
    [2, '团市委施衡 市妇联陆知秋', ['团市委→施衡', '市妇联→陆知秋']],
    [2, '市体育局施衡团市委陆知秋', ['市体育局→施衡', '团市委→陆知秋']],
    [3, '市税务局华淳\n岚州海关祁远', ['市税务局→华淳', '岚州海关→祁远']],
    [4, '白蘅区韩越\n张河市焦允', ['白蘅区→韩越', '张河市→焦允']],
    [5, '市文广旅局韩越平 白蘅区韩越', ['市文广旅局→韩越平', '白蘅区→韩越']],
    [6, '市国资委盛荷 市\n政府研究室卢简', ['市国资委→盛荷', '市政府研究室→卢简']],
    [7, '市科协程\n\n波 市残联邵青', ['市科协→程波', '市残联→邵青']],
    [8, '市发改委凌舟、夏禾 市教育局华亦', ['市发改委→凌舟', '市发改委→夏禾', '市教育局→华亦']],
    [11, '欧阳晴 司马朔 东方红', ['→欧阳晴', '→司马朔', '→东方红']],
    [12, '市司法局司马朔 市商务局商静', ['市司法局→司马朔', '市商务局→商静']],
    [13, '市民宗局买合木提·吐尔逊 市水务局水澄', ['市民宗局→买合木提·吐尔逊', '市水务局→水澄']],
    [16, '市“404”专班\n李玉棠', ['市“404”专班→李玉棠']],
    [16, '市"404"专班李玉棠', ['市"404"专班→李玉棠']],
    [
      17,
      '人行岚州中支张蘅 国开行岚州市分行吴泽 农发行\n岚州市分行朱衡',
      ['人行岚州中支→张蘅', '国开行岚州市分行→吴泽', '农发行岚州市分行→朱衡'],
    ],
    [18, '电信岚州分公司顾飞 移动岚州分公司戴岚', ['电信岚州分公司→顾飞', '移动岚州分公司→戴岚']],
    [19, '市人大环资城建工委姜荷', ['市人大环资城建工委→姜荷']],
  ])('case %i: %s', (_, roll, expected) => {
    expect(observers(roll)).toEqual(expected)
  })

  test('case 7: a name that a page break cuts is read with little confidence', () => {
    const record = readRoll('列席：市科协程\n\n波 市残联邵青')
    expect(record.attendance[0]?.confidence).toBeLessThan(0.5)
    expect(codes(record)).toContain('roll-low-confidence')
  })

  test('cases 9 and 10: names set wide are put together, and doubt is told where the gaps do not differ', () => {
    expect(people(readRoll('出席：王 岩  李若水  赵 颂'))).toEqual(['→王岩', '→李若水', '→赵颂'])
    const single = readRoll('出席：王 岩 李若水')
    expect(people(single)).toEqual(['→王岩', '→李若水'])
    expect(codes(single)).toContain('roll-low-confidence')
  })

  test('cases 14 and 15: bodies without a name are representatives', () => {
    const three = readRoll('列席：市检察院、岚州军分区、武警岚州支队的代表')
    expect(three.attendance).toEqual([])
    expect(three.representatives.map((one) => one.body)).toEqual(['市检察院', '岚州军分区', '武警岚州支队'])
    const mixed = readRoll('列席：岚州港口邵禾\n市工商联的代表')
    expect(people(mixed)).toEqual(['岚州港口→邵禾'])
    expect(mixed.representatives.map((one) => one.body)).toEqual(['市工商联'])
  })

  test('case 22: 、 divides the posts of one person, ， divides persons', () => {
    const { attendance } = readRoll('出席：县委常委、副县长、县总工会主席徐岩，县委常委、副县长赵庆')
    expect(attendance.map((entry) => [entry.person, entry.post])).toEqual([
      ['徐岩', '县委常委、副县长、县总工会主席'],
      ['赵庆', '县委常委、副县长'],
    ])
  })

  test('case 39: two people of one name at two bodies are two entries', () => {
    expect(observers('市水务局王岩 云汀区王岩')).toEqual(['市水务局→王岩', '云汀区→王岩'])
  })
})

describe('chair, ordinal, number and day', () => {
  test('case 20: an acting mayor chairs', () => {
    const { meeting } = readOpening(
      '2022年3月14日上午，市委副书记、代市长陆衡主持召开市政府第3次常务会议，审议《岚州市桥梁管理办法》。',
    )
    expect(meeting.chair).toMatchObject({ name: '陆衡', post: '市委副书记、代市长', acting: true, onBehalfOf: null })
    expect(meeting.ordinal).toBe(3)
  })

  test('case 21: a deputy chairs for the mayor, who was not there', () => {
    const record = readOpening(
      '2022年3月14日，受市长陆衡同志委托，市委常委、常务副市长程渡主持召开市政府第3次常务会议，审议《岚州市桥梁管理办法》。',
    )
    expect(record.meeting.chair).toMatchObject({
      name: '程渡',
      post: '市委常委、常务副市长',
      acting: false,
      onBehalfOf: '陆衡',
    })
    expect(record.attendance).toEqual([])
  })

  test.each([
    ['五届104次区政府常务会议', { ordinal: 104, term: 5, year: null }],
    ['区政府二届四十二次常务会议', { ordinal: 42, term: 2, year: null }],
    ['区政府2026年第2次常务会议', { ordinal: 2, term: null, year: 2026 }],
    ['第十七届人民政府第28次常务会议', { ordinal: 28, term: 17, year: null }],
    ['县十六届政府第49次常务（扩大）会议', { ordinal: 49, term: 16, year: null }],
    ['市政府第 32 次常务会议', { ordinal: 32, term: null, year: null }],
  ])('case 23: %s', (words, expected) => {
    expect(readOpening(`2026年1月7日，陆衡区长主持召开${words}，审议《岚州市桥梁管理办法》。`).meeting).toMatchObject(
      expected,
    )
  })

  test.each([
    ['常务会议纪要[2021]  7 号', '〔2021〕7号', false],
    ['〔202107号', '〔2021〕7号', true],
    ['云府纪〔2021〕09号', '云府纪〔2021〕9号', false],
    ['第7期', '第7期', false],
    ['（2020）第3期', '〔2020〕第3期', false],
  ])('case 24: the number %s', (line, expected, damaged) => {
    const record = read(
      `岚州市人民政府\n${line}\n2021年3月1日，陆衡市长主持召开市政府第2次常务会议。\n一、审议《甲办法》\n原则同意《甲办法》。`,
    )
    expect(record.meeting.docNumber).toBe(expected)
    expect(codes(record).includes('number-damaged')).toBe(damaged)
  })

  test.each([
    ['2022 6月7日下午', '2022-06-07'],
    ['202267日下午', '2022-06-07'],
    ['2022年67日下午', '2022-06-07'],
    ['2022年111日下午', null],
  ])('case 37: the damaged day %s', (words, expected) => {
    const record = readOpening(`${words}，陆衡市长主持召开市政府第3次常务会议，审议《岚州市桥梁管理办法》。`)
    expect(record.meeting.date).toBe(expected)
    expect(codes(record)).toContain(expected ? 'date-damaged' : 'no-date')
  })
})

describe('titles and what is done with them', () => {
  test('case 25: one verb governs a chain, and a matter names its reporters', () => {
    const { items } = readItems(
      '一、审议《甲办法》《乙方案（2024—2026年）》和《丙条例（草案）》，听取市水务局、市财政局工作情况的汇报',
    )
    expect(items[0]?.verbs).toEqual(['review', 'hear'])
    expect(items[0]?.policies.map((policy) => policy.title)).toEqual([
      '甲办法',
      '乙方案（2024—2026年）',
      '丙条例（草案）',
    ])
    expect(items[0]?.matters).toMatchObject([{ reporters: ['市水务局', '市财政局'] }])
  })

  test('case 26: documents that come along unnamed are counted', () => {
    expect(item('一、审议《关于甲和乙融合发展的意见》及3个子方案\n（一）原则同意。').policies).toMatchObject([
      { title: '关于甲和乙融合发展的意见', unnamed: 3 },
    ])
  })

  test('case 27: a list of names is no document', () => {
    expect(
      item('一、审议2023年白蘅英才计划第一批名单、《岚州市桥梁管理条例》\n（一）原则同意。').policies.map(
        (policy) => policy.title,
      ),
    ).toEqual(['岚州市桥梁管理条例'])
  })

  test('case 28: a heading with two verbs and a title that a page break cuts', () => {
    const first = item(
      '一、传达全国水利工作会议精神，审议《甲要点》和《乙方\n\n案》\n（一）原则同意《甲要点》和《乙方案》。',
    )
    expect(first.heading).toBe('传达全国水利工作会议精神，审议《甲要点》和《乙方案》')
    expect(first.verbs).toEqual(['convey', 'review'])
    expect(first.policies.map((policy) => policy.title)).toEqual(['甲要点', '乙方案'])
  })

  test('case 29: a short name is the policy, a document leant on is a citation', () => {
    const first = item(
      '一、审议《甲管理办法》\n（一）原则同意《甲管理办法》（以下简称《管理办法》）。各部门要对照《管理办法》改进工作。落实国家《乙评价办法》。',
    )
    expect(first.policies).toMatchObject([{ title: '甲管理办法', abbreviation: '管理办法' }])
    expect(first.cites.map((cite) => cite.title)).toEqual(['乙评价办法'])
  })

  test('case 38: a period that has lost its dash stays as printed', () => {
    expect(item('一、审议《岚州市慢行系统规划(20242030年)》\n（一）原则同意。').policies[0]?.title).toBe(
      '岚州市慢行系统规划(20242030年)',
    )
  })
})

describe('decisions', () => {
  const decision = (sentence: string, heading = '审议《甲办法》') =>
    item(`一、${heading}\n（一）${sentence}`).decisions[0]

  test('case 30: 会 before a body is a verb', () => {
    expect(
      decision('原则同意《甲办法》。由市住建局会市城管局根据本次会议讨论意见修改完善后按程序发文实施。'),
    ).toMatchObject({
      outcome: 'approved_in_principle',
      lead: ['市住建局'],
      joint: ['市城管局'],
      next: 'issue',
      issuedAs: null,
    })
  })

  test('case 31: who issues is no leader', () => {
    expect(decision('原则同意《甲办法》。由市人社局修改完善后由市政府办公室发文实施。')).toMatchObject({
      lead: ['市人社局'],
      next: 'issue',
      issuedAs: '市政府办公室',
    })
  })

  test('case 32: a page break inside the body that a decision goes to', () => {
    expect(
      decision('原则同意《甲办法》。由市红十字会根据本次会议讨论意见修改完善后提请市委深改\n\n组审议。'),
    ).toMatchObject({ lead: ['市红十字会'], next: 'submit', submitTo: '市委深改组' })
  })

  test('case 33: a chain of steps is one decision', () => {
    expect(
      decision('原则同意《甲办法》。由市生态环境局完善后，按程序提请市委常委会审议，以市政府名义印发。'),
    ).toMatchObject({ lead: ['市生态环境局'], next: 'submit', submitTo: '市委常委会', issuedAs: '市政府' })
  })

  test('case 34: bodies of a county without the sign of the county', () => {
    const [first] = read(
      '青桐县人民政府常务会议纪要\n〔2022〕3号\n2022年3月14日，陆衡县长主持召开县政府第3次常务会议，审议有关事项。\n一、审议《关于河堤加固的请示》\n会议议定：原则同意该《请示》。由水利局牵头，财政局、应急局配合，于6月底前抓好落实。',
    ).items
    expect(first?.decisions).toMatchObject([
      {
        outcome: 'approved_in_principle',
        lead: ['水利局'],
        cooperating: ['财政局', '应急局'],
        next: 'follow_up',
        deadline: '2022-06-30',
      },
    ])
    expect(first?.policies.map((policy) => policy.title)).toEqual(['关于河堤加固的请示'])
    expect(first?.cites).toEqual([])
  })

  test('case 35: 不同意 with a return is put off', () => {
    expect(decision('不同意现行方案，待完善后提交下次常务会议审议。')).toMatchObject({
      outcome: 'deferred',
      next: 'resubmit',
    })
    expect(decision('不同意现行方案。')).toMatchObject({ outcome: 'rejected', next: null })
  })

  test('case 36: a repeal', () => {
    const first = item('一、审议废止《岚州市流动摊贩管理规定》\n（一）原则同意废止《岚州市流动摊贩管理规定》。')
    expect(first.verbs).toEqual(['repeal'])
    expect(first.decisions).toMatchObject([{ outcome: 'repealed' }])
    expect(first.policies.map((policy) => policy.title)).toEqual(['岚州市流动摊贩管理规定'])
  })
})

describe('what is not of the text', () => {
  test('case 40: a page number inside a sentence, and the line of a web page', () => {
    const record = read(
      '时间：2023-02-13 09:20 来源：X 访问量：\n岚州市人民政府常务会议纪要\n〔2022〕8号\n2022年3月14日上午，陆衡市长主持召开市政府第12次常务会议，研究有关事项。\n一、研究试点工作\n（一）各区要选择基础较好的地方\n\n- 7 -\n\n进行试点。',
    )
    expect(record.meeting.date).toBe('2022-03-14')
    const paragraph = record.blocks.find((block) => block.kind === 'paragraph')
    expect(paragraph && paragraph.span.end - paragraph.span.start).toBe(
      '（一）各区要选择基础较好的地方进行试点。'.length,
    )
  })
})
