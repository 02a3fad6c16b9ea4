/** Small minutes in plain text, as a city prints them; what is not given has a default. */
export type Small = {
  issuer?: string
  ordinal?: number
  date?: [year: number, month: number, day: number]
  title?: string
  lead?: string
  roll?: string
  more?: string
}

/** One item, one decision, a roll of four people; `more` is one more sentence in it. */
export const smallMinutes = ({
  issuer = '澜州市人民政府',
  ordinal = 45,
  date: [year, month, day] = [2022, 7, 19],
  title = '澜州市城市更新实施办法',
  lead = '市住建局',
  roll = '市住建局凌舟 市财政局顾一鸣',
  more = '',
}: Small = {}): string => `${issuer}常务会议纪要

〔${year}〕${ordinal}号

${year}年${month}月${day}日上午，陆衡市长主持召开市政府第${ordinal}次常务会议，审议《${title}》。

会议议定以下意见：

一、审议《${title}》

（一）原则同意《${title}》。由${lead}根据本次会议讨论意见修改完善后按程序发文实施。

（二）各地各部门要提高认识，抓好工作落实。${more}

出席：陆衡 程渡

列席：${roll}

记录：栗溪

${issuer}办公室整理

${year}年${month}月25日

(此件公开发布)

${issuer}办公室

${year}年${month}月28日印发
`

/** A report of the same meeting, which is no minutes. */
export const NEWS =
  '本报讯（记者 王岩）昨日，市政府召开第45次常务会议，市长陆衡主持会议并讲话。他强调，要抓好工作落实。\n'
