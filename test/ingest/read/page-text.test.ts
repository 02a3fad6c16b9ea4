import { describe, expect, test } from 'vitest'
import { pageText } from '../../../ingest/read/page-text.ts'
import { encode } from './encode.ts'

const read = (html: string | Uint8Array) => {
  const found = pageText(Buffer.from(html))
  if (found.is === 'none') throw new Error(found.reason)
  return found
}
const lines = (html: string) =>
  read(html)
    .text.split('\n')
    .filter((line) => line !== '')

const WORDS = '澜州市人民政府常务会议纪要'
const TRADITIONAL = '瀾州市人民政府常務會議紀要'
const page = (charset: string, words: string) =>
  `<html><head><meta ${charset}></head><body><p>${words}</p></body></html>`

describe('a page is decoded', () => {
  const utf16 = Buffer.from(page('name="x"', WORDS), 'utf16le')
  const equiv = (name: string) => `http-equiv="Content-Type" content="text/html; charset=${name}"`
  test.each([
    ['from UTF-8 that it does not name', Buffer.from(page('name="x"', WORDS)), WORDS],
    ['from GB18030 that it names', encode(page('charset="gb2312"', WORDS), 'gb18030'), WORDS],
    ['from GB18030 that it does not name', encode(page('name="x"', WORDS), 'gb18030'), WORDS],
    ['from Big5 that it names', encode(page(equiv('big5'), TRADITIONAL), 'big5'), TRADITIONAL],
    ['from Big5 that it does not name', encode(page('name="x"', TRADITIONAL), 'big5'), TRADITIONAL],
    ['from UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), WORDS],
    ['from UTF-16, big end first, with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]).swap16(), WORDS],
    ['from UTF-16 without a mark', utf16, WORDS],
    ['from UTF-8 although it says GB2312', Buffer.from(page(equiv('gb2312'), WORDS)), WORDS],
    ['from GB18030 although it says UTF-8', encode(page('charset=utf-8', WORDS), 'gb18030'), WORDS],
    ['although it names an encoding that does not exist', Buffer.from(page('charset=gb9999', WORDS)), WORDS],
  ])('%s', (_name, bytes, words) => expect(read(bytes).text).toBe(`${words}\n`))
  test('from GB2312 with the full-width space that only web pages write', () => {
    const bytes = Buffer.concat([
      encode('<meta charset=gb2312>会议', 'gb18030'),
      Uint8Array.of(0xa3, 0xa0),
      encode('纪要', 'gb18030'),
    ])
    expect(read(bytes).text).toBe('会议　纪要\n')
  })
  test('and not from bytes that are no text', () => {
    expect(pageText(Uint8Array.of(0xff, 0xff, 0x80, 0xff))).toMatchObject({ is: 'none' })
  })
})

describe('the lines of a page', () => {
  test('are its blocks, its breaks and the cells of its tables', () => {
    const html =
      '<div>会议<b>原则</b>同意。<p>一、审议</p>尾<br>行</div><table><tr><td>时间</td><td><p>3月1日</p><p>上午</p></td></tr></table>'
    expect(lines(html)).toEqual(['会议原则同意。', '一、审议', '尾', '行', '时间', '3月1日', '上午'])
  })
  test('end where the page shows an end, not where its source does', () => {
    expect(lines('<p>出席：陆衡\n      程渡</p><pre>第一行\n第二行</pre>')).toEqual([
      '出席：陆衡 程渡',
      '第一行',
      '第二行',
    ])
  })
  test('keep the spaces that spread a name or a label', () => {
    expect(lines('<p>出席：徐  洁 于德泽</p><p>列　席：程&nbsp;&nbsp;渡</p>')).toEqual([
      '出席：徐  洁 于德泽',
      '列　席：程\u00a0\u00a0渡',
    ])
  })
  test('of a file without any markup are its lines', () => {
    expect(read('第一行\r\n第二行\n').text).toBe('第一行\n第二行\n')
  })
  test('of a page with a long run of one sign take no time to speak of', () => {
    const before = performance.now()
    for (const sign of [' ', '\n', '>', '　', '-', '《']) read(`<p>会${sign.repeat(300_000)}议`)
    expect(performance.now() - before).toBeLessThan(5000)
  })
  test('of a page nested five thousand deep are read', () => {
    expect(lines(`${'<div>'.repeat(5000)}会议`)).toEqual(['会议'])
  })
})

describe('what stands around the text of a page goes', () => {
  const article = '<p>会议审议了《办法》。</p>'
  test.each([
    ['scripts and styles', '<style>p{color:red}</style><script>var a="会议"</script><noscript>请打开脚本</noscript>'],
    ['navigation', '<nav><a>首页</a></nav><div role="navigation">政务公开</div>'],
    ['a menu by its name', '<div class="top-menu"><a>首页</a> <a>政务公开</a></div>'],
    ['a list of links', '<ul><li><a>要闻动态</a></li><li><a>政策文件</a></li><li><a>互动交流</a></li></ul>'],
    ['head and foot', '<header>澜州市门户网站</header><footer>联系电话：0000</footer>'],
    [
      'what nobody sees',
      '<span style="DISPLAY : none">9001zz</span><i style="font-size:0px;">h4sia</i><p hidden>暗</p>',
    ],
    ['breadcrumbs', '<div>当前位置：首页 &gt; 政务公开 &gt; 会议</div><div>首页 &gt; 公开 &gt; 会议</div>'],
    [
      'lines to print and share',
      '<p>【字体：大 中 小】 【打印】 【关闭】</p><p>分享到：微信</p><p>扫一扫在手机打开</p>',
    ],
    ['lines of the foot', '<p>版权所有：澜州市人民政府办公室</p><p>澜ICP备00000000号</p><p>上一篇：没有了</p>'],
  ])('%s', (_name, around) => expect(lines(`${around}${article}${around}`)).toEqual(['会议审议了《办法》。']))

  test('but not the document, whatever it is wrapped in', () => {
    const long = `<p>${'会议审议了《办法》，原则同意。'.repeat(40)}</p>`
    expect(lines(`<form class="print-content" id="share"><header>${long}</header></form>`)).toHaveLength(1)
    expect(lines('<p>来源于基层的意见要认真办理。</p><p>时间：2022年7月19日上午</p>')).toHaveLength(2)
  })
})

describe('a page says of itself', () => {
  const facts = (html: string) => read(`${html}<p>会议审议了《办法》。</p>`)
  test('when it was put up and whom it names as its source, in a line of its own', () => {
    const { text, page } = facts('<p>发布时间：2022-08-03 09:12　信息来源： 市政府办公室　浏览次数：12</p>')
    expect(page).toEqual({ date: '2022-08-03', source: '市政府办公室' })
    expect(text).toBe('会议审议了《办法》。\n')
  })
  test('the same in lines that minutes could have as well, beside others of a page', () => {
    const { text, page } = facts('<p>来源：市政府</p><p>时间：2022-08-03 09:12:33</p>')
    expect(page).toEqual({ date: '2022-08-03', source: '市政府' })
    expect(text).toBe('会议审议了《办法》。\n')
    expect(facts('<p>时间：2022-08-03</p>').text).toContain('时间：2022-08-03')
  })
  test('the same in its meta elements', () => {
    const { page } = facts(
      '<meta name="PubDate" content="2022-08-03 10:00"><meta name="ContentSource" content="市府办">',
    )
    expect(page).toEqual({ date: '2022-08-03', source: '市府办' })
  })
  test('nothing, or a day that is none', () => {
    expect(facts('').page).toBeNull()
    expect(facts('<p>发布时间：2022-02-30</p>').page).toBeNull()
  })
})
