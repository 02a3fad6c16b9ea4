import { describe, expect, test } from 'vitest'
import { fold } from '../../../ingest/repair/fold.ts'
import { lineStart } from '../../../ingest/repair/line-start.ts'
import { repair } from '../../../ingest/repair/repair.ts'

const text = (raw: string) => repair(raw).text
const HEAD = '岚州市人民政府常务会议纪要\n2022年3月14日上午，陆衡市长主持召开市政府第12次常务会议，研究有关事项。\n'
const body = (raw: string) => text(HEAD + raw).slice(HEAD.length)

describe('characters', () => {
  test('signs without ink go, radicals become characters', () => {
    expect(text('\ufeff岚州市\u200b人⺠政府\n夏⽂')).toBe('岚州市人民政府\n夏文')
  })

  test('folding keeps every offset and leaves times and thousands alone', () => {
    const printed = '（１２）9:30，1,600; [2020]12號《甲<乙>》会議'
    expect(fold(printed)).toHaveLength(printed.length)
    expect(fold(printed)).toBe('（12）9:30，1,600； 〔2020〕12号《甲〈乙〉》会议')
  })
})

describe('page furniture', () => {
  test('page numbers go and the sentence around them is joined', () => {
    expect(body('（一）各区要选择基础较好的地方\n\n- 7 -\n\n进行试点。')).toBe(
      '（一）各区要选择基础较好的地方进行试点。',
    )
    expect(body('（一）各区要选择\n第 3 页 共 9 页\n试点。')).toBe('（一）各区要选择试点。')
  })

  test('a line of prose that begins or reads like the menu of a page stays', () => {
    const prose =
      '（一）走访中，盲道被占、坡道过陡、\n无障碍卫生间堆放杂物等问题占到四成。《中华人民共和国无障\n碍环境建设法》已经施行。'
    expect(body(prose)).toBe(prose.replaceAll('\n', ''))
    expect(body('（一）推广数字阅读和在线浏览服务，方便群众。')).toContain('在线浏览')
    expect(text('无障碍浏览\n打印本页\n来源：市政府办公室　浏览次数：12\n（一）甲事项已经办结。')).toBe(
      '（一）甲事项已经办结。',
    )
  })

  test('the repeats of a running header go, its first place stays', () => {
    const raw =
      '岚州市人民政府文件\n（一）甲事项已经办结。\n岚州市人民政府文件\n（二）乙事项已经办结。\n岚州市人民政府文件\n（三）丙事项已经办结。'
    expect(text(raw).match(/岚州市人民政府文件/gu)).toHaveLength(1)
  })

  test('a year or a number in a sentence is no page number', () => {
    expect(body('（一）投入2022万元。')).toContain('2022万元')
  })
})

describe('joining what a page break cut', () => {
  test.each([
    ['inside a title', '一、审议《乙方\n\n案》', '一、审议《乙方案》'],
    [
      'inside a body',
      '（一）原则同意《甲》。由市财政局提请市委深改\n\n组审议。',
      '（一）原则同意《甲》。由市财政局提请市委深改组审议。',
    ],
    [
      'inside a sentence',
      '（二）各地各部门要整合牵头部门及相关单\n\n位的工作力量。',
      '（二）各地各部门要整合牵头部门及相关单位的工作力量。',
    ],
  ])('%s', (_, raw, expected) => {
    expect(body(raw)).toBe(expected)
  })

  test.each([
    ['a heading and the point below it', '二、审议2020年人才计划拟立项情况\n\n（一）原则同意。'],
    ['a heading and the sentence below it', '二、审议2020年人才计划拟立项情况\n会议原则同意市科技局的汇报。'],
    ['two sentences of two paragraphs', '（一）原则同意。\n\n（二）抓好落实。'],
    ['the office and the day of printing', '岚州市人民政府办公室\n\n2020年12月31日印发'],
  ])('never %s', (_, raw) => {
    expect(body(raw).split('\n')).toHaveLength(2)
  })

  test('lines of a roll stay as they are', () => {
    expect(body('列席：市发改委凌舟 市财\n\n政局顾飞\n记录：夏 禾')).toBe(
      '列席：市发改委凌舟 市财\n政局顾飞\n记录：夏 禾',
    )
  })
})

describe('spaces', () => {
  test('go beside Chinese and stay between words of another script', () => {
    expect(body('（一）原则 同意《行动 2020》，推广 City Walk 活动。')).toBe(
      '（一）原则同意《行动2020》，推广City Walk活动。',
    )
  })
})

describe('what a line begins with', () => {
  test.each([
    ['出  席：王岩', 'roll'],
    ['邀请列席：王岩', 'roll'],
    ['记  录：夏禾', 'recorder'],
    ['二十一、审议', 'numbered'],
    ['（三）各地', 'point'],
    ['2020年12月25日', 'day'],
    ['岚州市人民政府办公室整理', 'compiled'],
    ['（此件公开发布）', 'openness'],
  ])('%s', (line, kind) => {
    expect(lineStart(fold(line))).toBe(kind)
  })

  test.each([
    '出席会议的同志一致认为，要加快建设',
    '1.5个百分点',
    '一季度经济运行平稳，',
    '记录在案的问题',
    '2020年12月25日前完成整改',
    '发展是第一要务',
  ])('%s is running text', (line) => {
    expect(lineStart(fold(line))).toBeNull()
  })
})
