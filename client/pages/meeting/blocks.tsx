import type { Block, Span } from '../../../model/record.ts'
import { useWords } from '../../i18n/words.ts'
import { rollPieces } from '../../state/document-parts.ts'
import { deal } from '../../state/runs.ts'
import classes from './document.module.css'
import { MarkedText, type TextMark } from './marked-text.tsx'

export type BlockProps = {
  text: string
  block: Block
  entries: readonly Span[]
  marks: readonly TextMark[]
  /** The selected node, whose names stand out. */
  chosen: string | null
}

const JOINS = /^[、，,；;。]/

/** A roll as a run of entries; words between two of them that do not join them begin a new line. */
const Roll = ({ text, block, entries, marks, chosen }: BlockProps) => {
  const inside = entries.filter(({ start, end }) => start >= block.span.start && end <= block.span.end)
  const pieces = rollPieces(text, block.span, inside)
  const spans = pieces.flatMap((piece) => piece.spans)
  const shares = deal(spans, marks)
  const dealt = new Map(spans.map((span, index) => [span, shares[index] ?? []]))
  return (
    <p className={classes.roll}>
      {pieces.map((piece, index) => {
        const [first] = piece.spans
        const last = piece.spans.at(-1)
        if (!first || !last) return null
        const words = text.slice(first.start, last.end)
        const before = pieces[index - 1]?.is
        const parted = before === 'entry' && (piece.is === 'label' || (piece.is === 'text' && !JOINS.test(words)))
        const joined = pieces[index + 1]?.is === 'text'
        const looks = { label: classes.rollLabel, entry: joined ? classes.joined : classes.entry, text: undefined }
        return (
          <span key={first.start}>
            {parted ? <br /> : null}
            <span className={looks[piece.is]}>
              {piece.spans.map((span) => (
                <MarkedText key={span.start} text={text} span={span} marks={dealt.get(span) ?? []} chosen={chosen} />
              ))}
            </span>
            {piece.is === 'entry' && !joined ? ' ' : null}
          </span>
        )
      })}
    </p>
  )
}

const SMALL: ReadonlySet<Block['kind']> = new Set([
  'recorder',
  'compiled',
  'openness',
  'distribution',
  'printed',
  'data',
])

export const BlockText = (props: BlockProps) => {
  const { t } = useWords()
  const { block, text, marks, chosen } = props
  const words = <MarkedText text={text} span={block.span} marks={marks} chosen={chosen} />
  if (block.kind === 'roll') return <Roll {...props} />
  if (block.kind === 'heading') return <h2 className={classes.heading}>{words}</h2>
  if (block.kind === 'unread')
    return (
      <p className={classes.unread}>
        <span className={classes.unreadNote} lang={undefined}>
          {t('meeting.unreadBlock')}
        </span>
        {words}
      </p>
    )
  return <p className={SMALL.has(block.kind) ? classes.small : classes.paragraph}>{words}</p>
}
