import { MINUTES_WORDS, NEWS_TITLES, NEWS_WORDS, TITLE_ENDINGS } from '../lexicon/meeting-words.ts'
import { fold } from '../repair/fold.ts'
import { linesOf } from './layout/lines.ts'

export type Genre = { genre: 'minutes' } | { genre: 'news' | 'notice' | 'policy' | 'rules' | 'other'; reason: string }

const HEAD_LINES = 8
const SCANNED = 20_000
const ends = (title: string, endings: readonly string[]) =>
  endings.some((ending) => title.replace(/（[^（）]{1,12}）$/u, '').endsWith(ending))

/** Tells minutes from what is published beside them; `reason` quotes what gave the text away. The text is repaired. */
export const recogniseGenre = (text: string): Genre => {
  const folded = fold(text.slice(0, SCANNED))
  const lines = linesOf(folded).map((line) => line.words.replaceAll(' ', ''))
  const head = lines.slice(0, HEAD_LINES).filter((line) => line.length <= 80)
  const titles = head.filter((line) => !/[。；]/u.test(line))
  const [title = ''] = titles
  const masthead = titles.some(
    (line) =>
      /纪要(?:〔|（|第|$|\d)/u.test(line) && !ends(line, TITLE_ENDINGS.notice) && !ends(line, TITLE_ENDINGS.rules),
  )
  const agreed = MINUTES_WORDS.some((word) => folded.includes(word))
  const rolls = linesOf(folded).some((line) => line.start === 'roll')

  const rule = titles.find((line) => ends(line, TITLE_ENDINGS.rules))
  if (rule && !masthead) return { genre: 'rules', reason: rule }
  const notice = titles.find((line) => ends(line, TITLE_ENDINGS.notice) || /^关于(?:召开|举行).*会/u.test(line))
  if (notice && !masthead) return { genre: 'notice', reason: notice }
  if (masthead) return { genre: 'minutes' }
  const news = lines.slice(0, 30).join('\n')
  const reporter = NEWS_WORDS.find((word) => news.includes(word))
  const reported = NEWS_TITLES.some((word) => title.includes(word)) && /会/u.test(title)
  if (reporter && (reported || !agreed)) return { genre: 'news', reason: reporter }
  if (agreed && (rolls || /会议/u.test(title) || /第.{1,6}次/u.test(news))) return { genre: 'minutes' }
  if (rolls && /(?:主持|召开).{0,30}会/u.test(folded)) return { genre: 'minutes' }
  if (reported) return { genre: 'news', reason: title }
  if (/^第一条/mu.test(folded)) return { genre: 'policy', reason: '第一条' }
  const policy = titles.find((line) => ends(line, TITLE_ENDINGS.policy))
  if (policy) return { genre: 'policy', reason: policy }
  return { genre: 'other', reason: title.slice(0, 60) }
}
