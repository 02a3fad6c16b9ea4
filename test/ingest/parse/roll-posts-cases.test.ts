import { describe, expect, test } from 'vitest'
import { people, read, readRoll } from '../reading.ts'

const posts = (roll: string) =>
  readRoll(roll).attendance.map((entry) => `${entry.body ?? ''}/${entry.post ?? ''}/${entry.person}`)

describe('posts of leaders', () => {
  test('begin no name, and stand once for several names behind a gap', () => {
    expect(
      posts(
        '出席：市委常委、常务副市长  凌舟\n      副市长  夏禾  程波\n      副市长、市公安局局长  祁远\n      市委常委、副市长  邵青　陶然',
      ),
    ).toEqual([
      '/市委常委、常务副市长/凌舟',
      '/副市长/夏禾',
      '/副市长/程波',
      '/副市长、市公安局局长/祁远',
      '/市委常委、副市长/邵青',
      '/市委常委、副市长/陶然',
    ])
    expect(posts('列席：市政府党组成员、市公安局局长夏禾')).toEqual(['/市政府党组成员、市公安局局长/夏禾'])
  })
  test('of a zone are of no body, but for those of a zone that the roll names', () => {
    const zone = read(
      '港口新区管委会主任办公会议纪要\n〔2024〕第5期\n时间：2024年3月28日\n参会人员：\n党工委委员、管委会副主任　　杜衡　　陶然\n党工委委员、纪检监察工委书记　　何清\n议题一：审议《甲办法》\n原则同意《甲办法》。\n',
    )
    expect(zone.attendance.map((entry) => [entry.body, entry.post, entry.person])).toEqual([
      [null, '党工委委员、管委会副主任', '杜衡'],
      [null, '党工委委员、管委会副主任', '陶然'],
      [null, '党工委委员、纪检监察工委书记', '何清'],
    ])
    expect(posts('列席：岚州高新区管委会主任顾飞、江北新区管委会副主任王岩、岚州经开区党工委书记李若水')).toEqual([
      '岚州高新区管委会/主任/顾飞',
      '江北新区管委会/副主任/王岩',
      '岚州经开区党工委/书记/李若水',
    ])
  })
  test('of a district are no posts of somebody called like it', () => {
    expect(posts('列席：云汀区副区长王岩、白蘅区委常委、常务副区长李若水、鹿溪市委副书记赵颂')).toEqual([
      '云汀区/副区长/王岩',
      '白蘅区委/常委、常务副区长/李若水',
      '鹿溪市委/副书记/赵颂',
    ])
    expect(posts('列席：市委组织部部务委员华亦，市不动产登记中心凌舟，市水务局总工赵颂')).toEqual([
      '市委组织部/部务委员/华亦',
      '市不动产登记中心//凌舟',
      '市水务局/总工/赵颂',
    ])
  })
  test('a zone with the name of the district in front is one body', () => {
    const district = read(
      '白蘅区人民政府常务会议纪要\n〔2021〕6号\n2021年4月19日\n一、审议《甲办法》\n原则同意《甲办法》。\n列席：白蘅经济开发区管委会  吴泽\n青石镇  戴岚\n',
    )
    expect(people(district)).toEqual(['白蘅经济开发区管委会→吴泽', '青石镇→戴岚'])
  })
  test('a bureau of a higher level and its branch in the place', () => {
    expect(people(readRoll('列席：生态环境局岚州分局 那仁 自然资源局岚州分局 王岩'))).toEqual([
      '生态环境局岚州分局→那仁',
      '自然资源局岚州分局→王岩',
    ])
  })
  test('body and post in a bracket behind the name', () => {
    expect(
      posts('列席：陶然（市纪委监委派驻市政府办公室纪检监察组组长）、何清（市委组织部副部长）、岚州日报社记者王岩'),
    ).toEqual(['市纪委监委派驻市政府办公室纪检监察组/组长/陶然', '市委组织部/副部长/何清', '岚州日报社/记者/王岩'])
  })
  test('the body in a bracket in front of the name', () => {
    expect(people(readRoll('参加人员：（市发改委）王岩、（市财政局）李若水、（市住建局）赵颂、张蘅'))).toEqual([
      '市发改委→王岩',
      '市财政局→李若水',
      '市住建局→赵颂',
      '市住建局→张蘅',
    ])
  })
  test('who is in the office is nobody in particular', () => {
    const record = readRoll('列席：市政府办公室在家副主任，市财政局班子成员')
    expect(record.attendance).toEqual([])
    expect(record.representatives.map(({ body }) => body)).toEqual(['市政府办公室', '市财政局'])
  })
  test('who came for one item alone', () => {
    const record = readRoll('议题一列席：市应急局、市水务局\n议题二列席：市财政局顾一鸣')
    expect(people(record)).toEqual(['市财政局→顾一鸣'])
    expect(record.representatives).toMatchObject([
      { body: '市应急局', role: 'observer' },
      { body: '市水务局', role: 'observer' },
    ])
  })
})

describe('people in rows', () => {
  test('with the name first, a few of which no table of surnames knows', () => {
    expect(
      posts(
        '列席人员：\n赵　凯　　　市人大常委会副主任\n帕提古丽　　市财政局局长\n周志远　　　市政府办公室主任\n王　磊　　　阿克塔什乡乡长',
      ),
    ).toEqual([
      '市人大常委会/副主任/赵凯',
      '市财政局/局长/帕提古丽',
      '市政府办公室/主任/周志远',
      '阿克塔什乡/乡长/王磊',
    ])
  })
  test('with the body and a colon first', () => {
    expect(people(readRoll('参加会议人员：\n市发改局：　　　周建军　易　斌\n白沙街道办事处：戴立军'))).toEqual([
      '市发改局→周建军',
      '市发改局→易斌',
      '白沙街道办事处→戴立军',
    ])
  })
  test('posts of other places in brackets', () => {
    expect(posts('列席：莫海波（东屿区代区长）、吴锦添（市政府副秘书长）、冯炳坤（市委常委、副市长）')).toEqual([
      '东屿区/代区长/莫海波',
      '市政府/副秘书长/吴锦添',
      '/市委常委、副市长/冯炳坤',
    ])
  })
  test('companies by their whole names', () => {
    expect(people(readRoll('列席：岚州市绿源环保有限公司总经理顾永平，市国有资产经营公司总经理淳于洋'))).toEqual([
      '岚州市绿源环保有限公司→顾永平',
      '市国有资产经营公司→淳于洋',
    ])
  })
})

describe('bodies that no table lists', () => {
  test.each([
    ['区经信科技局彭芳 区水利和农业局明春洋', ['区经信科技局→彭芳', '区水利和农业局→明春洋']],
    ['市公安局交警支队崔素阳 市交警支队云汀大队吴根达', ['市公安局交警支队→崔素阳', '市交警支队云汀大队→吴根达']],
    ['省厅驻市办张伟 宁川市岚州生态环境局顾毅', ['宁川市岚州生态环境局→顾毅']],
    ['青桐县韩冰\n岚州港口管委会赵慧义', ['青桐县→韩冰', '岚州港口管委会→赵慧义']],
    [
      '白鹤湖度假区许爱怡 黄山铺镇韦立庆 查干淖尔苏木那木拉',
      ['白鹤湖度假区→许爱怡', '黄山铺镇→韦立庆', '查干淖尔苏木→那木拉'],
    ],
    ['市民委呼格吉勒图 市民政局格日勒图', ['市民委→呼格吉勒图', '市民政局→格日勒图']],
  ])('%s', (roll, expected) => {
    expect(people(readRoll(`列席：${roll}`))).toEqual(expect.arrayContaining(expected))
  })
})
