import { describe, expect, test } from 'vitest'
import { codes, people, readItems, readOpening, readRoll } from '../reading.ts'

const observers = (roll: string) => people(readRoll(`列席：${roll}`))

describe('what is glued together in a roll', () => {
  test.each([
    ['市民宗局艾尔肯·阿布都\n市公安局尹凯', ['市民宗局→艾尔肯·阿布都', '市公安局→尹凯']],
    ['市民宗局艾尔肯·阿布都市公安局尹凯', ['市民宗局→艾尔肯·阿布都', '市公安局→尹凯']],
    ['市民宗局买买提·艾山·司马义 市水务局水澄', ['市民宗局→买买提·艾山·司马义', '市水务局→水澄']],
    ['市卫生健康委岑\n钧 市体育局乌岚', ['市卫生健康委→岑钧', '市体育局→乌岚']],
    ['白蘅区委书记王岩 鹿溪市市长焦允', ['白蘅区委→王岩', '鹿溪市→焦允']],
    ['岚州市公安局王岩 岚州市白蘅区徐青', ['岚州市公安局→王岩', '岚州市白蘅区→徐青']],
    ['云汀区云亦 白蘅区白露\n张河市张河清', ['云汀区→云亦', '白蘅区→白露', '张河市→张河清']],
    ['市场监管局王岩 市市场监管局徐青', ['市场监管局→王岩', '市市场监管局→徐青']],
    ['市水利局张丰、高新区管委会杨帆、经开区管委会李勇', ['市水利局→张丰', '高新区管委会→杨帆', '经开区管委会→李勇']],
    ['市发改委王岩、 徐青 市财政局赵颂', ['市发改委→王岩', '市发改委→徐青', '市财政局→赵颂']],
  ])('%s', (roll, expected) => {
    expect(observers(roll)).toEqual(expected)
  })

  test.each(['等单位负责同志', '等部门和单位主要负责人', '等单位', '等有关部门负责人'])(
    '%s is nobody, and the body in front of it is one without a name',
    (words) => {
      const record = readRoll(`列席：市发改委、市水务局、城投集团${words}`)
      expect(record.attendance).toEqual([])
      expect(record.representatives.map(({ body }) => body)).toEqual(['市发改委', '市水务局', '城投集团'])
    },
  )

  test('区委 behind a person of a district is part of nothing else', () => {
    expect(readRoll('列席：白蘅区委书记王岩').attendance).toMatchObject([
      { body: '白蘅区委', post: '书记', person: '王岩' },
    ])
  })

  test('a secretary-general is no secretary of somebody called 长', () => {
    expect(readRoll('出席：市长李青雯，副市长李勇，秘书长岑耀恒').attendance).toMatchObject([
      { post: '市长', person: '李青雯' },
      { post: '副市长', person: '李勇' },
      { post: '秘书长', person: '岑耀恒' },
    ])
    expect(readRoll('列席：秘书长明').attendance.map((entry) => entry.person)).not.toContain('长明')
  })

  test('a name without a surname stands whole between two gaps, and two names are not taken for one', () => {
    expect(observers('照日格图 乌云其木格 巴特尔')).toEqual(['→照日格图', '→乌云其木格', '→巴特尔'])
    expect(observers('王岩 李若水赵颂 徐青')).not.toContain('→李若水赵颂')
  })
})

describe('brackets, reasons and stand-ins', () => {
  test('a person, then the body and the post in brackets', () => {
    expect(
      readRoll('列席：何某某（市纪委）、徐青（市水务局副局长）、王岩（女，市发改委主任）').attendance,
    ).toMatchObject([
      { person: '何某某', body: '市纪委', post: null },
      { person: '徐青', body: '市水务局', post: '副局长' },
      { person: '王岩', body: '市发改委', post: '主任' },
    ])
  })

  test('several people in the bracket of a body', () => {
    expect(observers('市财政局（王岩、徐青）、市住建局（赵颂）')).toEqual([
      '市财政局→王岩',
      '市财政局→徐青',
      '市住建局→赵颂',
    ])
  })

  test.each([
    ['请假：程渡（在省委党校学习）', '程渡', '在省委党校学习'],
    ['请假：副市长程渡因公出差', '程渡', '因公出差'],
    ['请假：徐青 （病假）', '徐青', '病假'],
    ['缺席：秘书长王岩休假', '王岩', '休假'],
  ])('%s: the reason is no part of the name', (roll, person, reason) => {
    expect(readRoll(roll).attendance).toMatchObject([{ person, role: 'absent', reason }])
  })

  test('nobody was absent', () => {
    const record = readRoll('请假：无')
    expect(record.attendance).toEqual([])
    expect(codes(record)).toEqual([])
  })

  test('a stand-in of somebody present, and of somebody away', () => {
    expect(readRoll('列席：市财政局局长王岩（副局长徐青代）').attendance).toMatchObject([
      { person: '徐青', body: '市财政局', post: '副局长', onBehalfOf: '王岩', role: 'observer' },
    ])
    expect(readRoll('请假人员：程渡（因公出差，由徐青代为列席）').attendance).toMatchObject([
      { person: '程渡', role: 'absent', onBehalfOf: null, reason: '因公出差' },
      { person: '徐青', role: 'observer', onBehalfOf: '程渡' },
    ])
  })

  test('a stand-in without brackets came for somebody, a post with 代 is a post', () => {
    expect(readRoll('列席：市财政局副局长王岩代局长徐青出席').attendance).toMatchObject([
      { person: '王岩', body: '市财政局', post: '副局长', onBehalfOf: '徐青' },
    ])
    expect(readRoll('列席：市财政局副局长王岩 市水务局代局长徐青').attendance).toMatchObject([
      { person: '王岩', onBehalfOf: null },
      { person: '徐青', post: '代局长', onBehalfOf: null },
    ])
    expect(codes(readRoll('出席：代市长王岩 市民代表徐青'))).toEqual([])
  })
})

describe('posts', () => {
  test('several posts of one person', () => {
    expect(readRoll('列席：市委常委、政法委书记、公安局长王岩').attendance).toMatchObject([
      { person: '王岩', post: '市委常委、政法委书记、公安局长' },
    ])
    expect(readRoll('出席：副市长兼市公安局局长丁一，副市长徐青、赵颂').attendance).toMatchObject([
      { person: '丁一', post: '副市长兼市公安局局长' },
      { person: '徐青', post: '副市长' },
      { person: '赵颂', post: '副市长' },
    ])
  })

  test('等 ends a list and is in no name', () => {
    expect(observers('王岩 徐青 市发改委赵颂等')).toEqual(['→王岩', '→徐青', '市发改委→赵颂'])
  })

  test('collectives are nobody', () => {
    const record = readRoll('列席：固定列席单位主要领导；议题涉及单位主要负责人；各区县政府、市各有关部门主要负责同志')
    expect([...record.attendance, ...record.representatives]).toEqual([])
    expect(codes(record)).toEqual([])
  })

  test('bodies that came without a name', () => {
    const record = readRoll('列席：市发改委、市财政局有关负责同志，云汀区、白蘅区主要负责同志，专家代表王岩')
    expect(record.representatives.map((one) => one.body)).toEqual(['市发改委', '市财政局', '云汀区', '白蘅区'])
    expect(record.attendance).toMatchObject([{ person: '王岩', body: null, post: '专家代表' }])
  })
})

describe('attendance in sentences', () => {
  const OPENING = '2022年3月14日上午，陆衡市长主持召开市政府第12次常务会议，审议《岚州市桥梁管理办法》。'
  const told = (words: string) =>
    readOpening(OPENING + words).attendance.map((entry) => `${entry.role} ${entry.post ?? ''}${entry.person}`)

  test.each([
    ['市领导程渡、徐青出席，王岩列席。', ['member 程渡', 'member 徐青', 'observer 王岩']],
    ['程渡、徐青出席；钱静、李想列席。', ['member 程渡', 'member 徐青', 'observer 钱静', 'observer 李想']],
    [
      '副市长程渡、徐青出席会议；秘书长王岩列席会议。',
      ['member 副市长程渡', 'member 副市长徐青', 'observer 秘书长王岩'],
    ],
    ['市领导程渡、徐青、王岩参加会议。', ['member 程渡', 'member 徐青', 'member 王岩']],
    ['出席会议的还有程渡、徐青。', ['member 程渡', 'member 徐青']],
  ])('%s', (words, expected) => {
    expect(told(words)).toEqual(expected)
  })

  test.each([
    '市政府领导班子成员出席，各相关部门主要负责人列席。',
    '要求有关同志参加培训、人员全部出席。',
    '会议要求相关企业负责人列席旁听，并组织市民参加。',
  ])('%s names nobody', (words) => {
    expect(told(words)).toEqual([])
  })

  test('at the end of the document it is a roll and no part of the last item', () => {
    const record = readItems(
      '一、审议《甲办法》\n原则同意《甲办法》。\n市领导程渡、徐青出席会议，市财政局王岩列席会议。',
    )
    expect(people(record)).toEqual(['→程渡', '→徐青', '市财政局→王岩'])
    expect(record.items[0]?.bodies).toEqual([])
  })

  test('a demand to take part stays with its item', () => {
    const record = readItems('一、审议《甲办法》\n原则同意《甲办法》。\n市财政局、市住建局主要负责同志要亲自参加会议。')
    expect(record.attendance).toEqual([])
    expect(record.items[0]?.tasks).toMatchObject([{ lead: ['市财政局', '市住建局'] }])
  })
})
