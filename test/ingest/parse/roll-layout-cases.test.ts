import { describe, expect, test } from 'vitest'
import { people, read, readRoll } from '../reading.ts'

const posts = (roll: string) =>
  readRoll(roll).attendance.map((entry) => `${entry.body ?? ''}/${entry.post ?? ''}/${entry.person}`)

describe('rolls of one person a line', () => {
  test('the post stands behind the name', () => {
    const record = readRoll(
      '出  席：徐岩 市委常委、常务副市长\n        钱静 副市长\n        孙立平 副市长、公安局局长\n请  假：卫东 副市长（外出招商）',
    )
    expect(record.attendance).toMatchObject([
      { person: '徐岩', post: '市委常委、常务副市长', body: null, role: 'member' },
      { person: '钱静', post: '副市长' },
      { person: '孙立平', post: '副市长、公安局局长' },
      { person: '卫东', post: '副市长', role: 'absent', reason: '外出招商' },
    ])
  })
  test('the body and the post stand behind the name', () => {
    expect(posts('列席：徐青 市水务局副局长\n顾一鸣 市财政局局长')).toEqual([
      '市水务局/副局长/徐青',
      '市财政局/局长/顾一鸣',
    ])
  })
  test('the body alone stands behind the name', () => {
    expect(people(readRoll('列席：王岩 市水务局\n徐青 市财政局'))).toEqual(['市水务局→王岩', '市财政局→徐青'])
    expect(people(readRoll('列席：王岩 市水务局徐青'))).toEqual(['→王岩', '市水务局→徐青'])
  })
  test('a post in front of the name stays with that name, however the lines break', () => {
    expect(posts('列席：市政府副秘书长 徐岩 市水务局局长\n钱静 市财政局局长 孙立平')).toEqual([
      '市政府/副秘书长/徐岩',
      '市水务局/局长/钱静',
      '市财政局/局长/孙立平',
    ])
  })
  test('several names in the line of a body are of that body', () => {
    expect(people(readRoll('列席：市政府办公室  吴涛  郑爽\n市发改委  王岩\n市财政局  冯磊（副局长）'))).toEqual([
      '市政府办公室→吴涛',
      '市政府办公室→郑爽',
      '市发改委→王岩',
      '市财政局→冯磊',
    ])
  })
  test('names that run on over the lines are of nobody', () => {
    expect(people(readRoll('列席：市发改委 王岩 徐青\n赵颂 市财政局 冯磊'))).toContain('→赵颂')
  })
  test('a table with a head, and the same one cell by cell', () => {
    const expected = ['市政府/代市长/洪涛', '市发改委/主任/贾平', '市财政局/副局长/王岩']
    expect(
      posts(
        '参会人员：\n单位      姓名    职务\n市政府    洪涛    代市长\n市发改委  贾平    主任\n市财政局  王 岩   副局长',
      ),
    ).toEqual(expected)
    expect(
      posts('参会人员：\n单位\n姓名\n职务\n市政府\n洪涛\n代市长\n市发改委\n贾平\n主任\n市财政局\n王岩\n副局长'),
    ).toEqual(expected)
  })
  test('the chair is labelled with the name first', () => {
    const record = read(
      '岚州市人民政府常务会议纪要\n〔2022〕8号\n时间：2022年3月14日\n主  持：赵庆 市委副书记、市长\n一、审议《甲办法》\n原则同意《甲办法》。\n',
    )
    expect(record.meeting.chair).toMatchObject({ name: '赵庆', post: '市委副书记、市长' })
  })
})

describe('a post for several people', () => {
  test('names that gaps part', () => {
    expect(posts('出席：市长陆衡 副市长程渡 徐青 秘书长卢简')).toEqual([
      '/市长/陆衡',
      '/副市长/程渡',
      '/副市长/徐青',
      '/秘书长/卢简',
    ])
  })
  test('a post that one person holds is not handed on', () => {
    expect(posts('出席：市长陆衡 程渡 秘书长卢简 徐青')).toEqual(['/市长/陆衡', '//程渡', '/秘书长/卢简', '//徐青'])
    expect(posts('列席：市水务局副局长王岩 徐青')).toEqual(['市水务局/副局长/王岩', '//徐青'])
  })
  test('the post stands behind the last name', () => {
    expect(posts('出席：陆衡市长，程渡、徐岩副市长，沈约秘书长')).toEqual([
      '/市长/陆衡',
      '/副市长/程渡',
      '/副市长/徐岩',
      '/秘书长/沈约',
    ])
  })
})

describe('who came, told behind the items', () => {
  const after = (lines: string) => {
    const record = readRoll(lines)
    return [...people(record), ...record.representatives.map(({ body, role }) => `${role} ${body}`)]
  }
  test('leaders with their posts, guests, and bodies without a name', () => {
    expect(
      after(
        '市领导程渡、徐岩，市政府党组成员李由参加会议。市政协副主席吴用应邀列席。\n市发改委、市工信局主要负责同志列席有关议题。',
      ),
    ).toEqual(['→程渡', '→徐岩', '→李由', '市政协→吴用', 'observer 市发改委', 'observer 市工信局'])
  })
  test('what bodies are to do is no roll', () => {
    expect(after('市发改委、市工信局主要负责同志要将方案报市政府。由市发改委、市工信局负责同志列席。')).toEqual([])
  })
})

describe('brackets and labels', () => {
  test('somebody who stood in for the head of a body', () => {
    expect(people(readRoll('列席：市财政局（钱进代），市司法局严明'))).toEqual(['市财政局→钱进', '市司法局→严明'])
  })
  test('citizens who listened, behind another roll on its line', () => {
    expect(readRoll('列席：市财政局钱进；会议旁听代表：陈真、王岩').attendance).toMatchObject([
      { person: '钱进', role: 'observer' },
      { person: '陈真', role: 'guest' },
      { person: '王岩', role: 'guest' },
    ])
  })
  test('a mayor whose post says in a bracket that it is held for the time being', () => {
    expect(
      read(
        '岚州市人民政府常务会议纪要\n2022年3月14日，市委副书记、市长（代）于洋同志主持召开市政府第1次常务会议。\n一、审议《甲办法》\n同意。\n',
      ).meeting.chair,
    ).toMatchObject({ name: '于洋', post: '市委副书记、市长（代）', acting: true })
  })
})

describe('names and bodies of other shapes', () => {
  test('the body of a secretary-general is what is printed', () => {
    expect(posts('列席：市政府秘书长卢简 市政府副秘书长何川')).toEqual(['市政府/秘书长/卢简', '市政府/副秘书长/何川'])
  })
  test('a Mongolian name that a line breaks is one, and told as uncertain', () => {
    const [head] = readRoll('列席：市教育局局长孟和\n巴图，市财政局顾一鸣').attendance
    expect(head).toMatchObject({ person: '孟和巴图', post: '局长' })
    expect(head?.confidence).toBeLessThan(0.75)
  })
  test('Tibetan names', () => {
    expect(people(readRoll('列席：州气象局 尼玛才让；州林草局 三郎罗尔伍；阿坝县 求吉泽仁'))).toEqual([
      '州气象局→尼玛才让',
      '州林草局→三郎罗尔伍',
      '阿坝县→求吉泽仁',
    ])
  })
  test('a group of the discipline commission in another body', () => {
    expect(people(readRoll('列席：市纪委监委驻市政府办纪检监察组周敏 市纪委监委王岩'))).toEqual([
      '市纪委监委驻市政府办纪检监察组→周敏',
      '市纪委监委→王岩',
    ])
  })
  test('a place that ends like the sign of a level keeps its customs house', () => {
    expect(people(readRoll('列席：市税务局华淳岚州海关祁远'))).toEqual(['市税务局→华淳', '岚州海关→祁远'])
  })
  test('all departments together are nobody', () => {
    const record = readRoll('列席：各县（市、区）政府主要负责人，市政府各部门主要负责人')
    expect([record.attendance, record.representatives]).toEqual([[], []])
    expect(readRoll('列席：市政府办公室主要负责人').representatives).toMatchObject([{ body: '市政府办公室' }])
  })
})

describe('who came, told in the opening', () => {
  const opening = (told: string, roll = '') =>
    read(
      `鄂温克族自治旗人民政府旗长办公会议纪要\n〔2020〕4号\n2020年8月19日，旗长敖其尔主持召开旗长办公会议，研究有关工作。${told}\n一、审议《甲办法》\n原则同意《甲办法》。\n${roll}\n`,
    )
  const TOLD = '旗政府副旗长娜仁花、孟和，旗政府办、旗农牧局负责同志参加。'
  test('people, and bodies that came without a name', () => {
    const record = opening(TOLD)
    expect(people(record)).toEqual(['旗政府→娜仁花', '旗政府→孟和'])
    expect(record.representatives).toMatchObject([{ body: '旗政府办' }, { body: '旗农牧局' }])
  })
  test('what the roll says again is said once', () => {
    const record = opening(TOLD, '参会人员：娜仁花、孟和、王岩（旗政府办）、徐青（旗农牧局）')
    expect(record.attendance.map((entry) => entry.person)).toEqual(['娜仁花', '孟和', '王岩', '徐青'])
    expect(record.representatives).toEqual([])
  })
  test('guests behind a list of those who came', () => {
    const record = opening('程渡、苏敏副旗长和秘书长陶然出席，受邀列席的有旗政协副主席谢天、旗人武部政委高峰。')
    expect(record.attendance).toMatchObject([
      { person: '程渡', post: '副旗长', role: 'member' },
      { person: '苏敏', post: '副旗长', role: 'member' },
      { person: '陶然', post: '秘书长', role: 'member' },
      { person: '谢天', body: '旗政协', role: 'guest' },
      { person: '高峰', body: '旗人武部', role: 'guest' },
    ])
  })
  test('taking part in something else is no roll', () => {
    expect(opening('会议要求组织群众积极参加。').attendance).toEqual([])
  })
})
