import { describe, expect, test } from 'vitest'
import { recogniseGenre } from '../../../ingest/parse/genre.ts'

describe('telling minutes from what is published beside them', () => {
  test.each([
    ['minutes', '岚州市人民政府常务会议纪要\n〔2022〕8号\n2022年3月14日，陆衡市长主持召开市政府第12次常务会议。'],
    ['minutes', '市政府第30次常务会议纪要\n2022年3月14日，会议由市长陆衡主持。'],
    ['minutes', '青桐县人民政府县长办公会议\n会议议定事项如下：\n一、同意甲。\n出席：王岩'],
    ['notice', '关于召开市政府第31次常务会议的通知\n各县区人民政府：\n定于3月20日召开。'],
    [
      'news',
      '市政府召开第60次常务会议\n本报讯（记者 王岩）3月14日，市长陆衡主持召开市政府第60次常务会议。会议强调，要抓好落实。',
    ],
    ['news', '陆衡主持召开市政府常务会议\n3月14日，市长陆衡主持召开会议，研究有关工作。'],
    ['rules', '岚州市人民政府常务会议议事规则\n第一条 为规范议事，制定本规则。'],
    ['policy', '岚州市桥梁管理办法\n第一条 为加强桥梁管理，制定本办法。'],
    ['other', '春天来了\n公园里的花都开了。'],
    ['other', ''],
  ])('%s', (genre, text) => {
    expect(recogniseGenre(text).genre).toBe(genre)
  })

  test('a rule on minutes is no minutes, and says what gave it away', () => {
    expect(recogniseGenre('岚州市人民政府会议纪要管理办法\n第一条 为规范会议纪要，制定本办法。')).toMatchObject({
      genre: 'rules',
      reason: '岚州市人民政府会议纪要管理办法',
    })
  })
})
