import type { Span } from '../../../model/record.ts'
import type { EntityMark } from '../../state/document-marks.ts'
import { segment } from '../../state/runs.ts'
import classes from './document.module.css'

/** A stretch of evidence; `first` is where the seal stands. */
export type EvidenceMark = Span & { evidence: true; first: boolean }
export type TextMark = EntityMark | EvidenceMark

const isEvidence = (mark: TextMark): mark is EvidenceMark => 'evidence' in mark

/** Of several names over one place the shortest is drawn: 苏州市 within a title. */
const shortest = (marks: readonly TextMark[]): EntityMark | null => {
  let found: EntityMark | null = null
  for (const mark of marks) {
    if (!isEvidence(mark) && (!found || mark.end - mark.start < found.end - found.start)) found = mark
  }
  return found
}

type MarkedTextProps = { text: string; span: Span; marks: readonly TextMark[]; chosen: string | null }

/** Text with its names underlined and its evidence highlighted; each run carries its offset. */
export const MarkedText = ({ text, span, marks, chosen }: MarkedTextProps) =>
  segment(span, marks).map(({ start, end, marks: over }) => {
    const name = shortest(over)
    const evidence = over.find(isEvidence)
    const words = text.slice(start, end)
    const className = [
      name ? classes[name.kind] : '',
      name && over.some((mark) => !isEvidence(mark) && mark.node === chosen) ? classes.chosen : '',
    ]
      .filter(Boolean)
      .join(' ')
    const inner = name ? (
      <span className={className} data-node={name.node}>
        {words}
      </span>
    ) : (
      words
    )
    return evidence ? (
      <mark
        key={start}
        className={classes.evidence}
        data-start={start}
        data-evidence={evidence.first && evidence.start === start ? 'first' : ''}
      >
        {inner}
      </mark>
    ) : (
      <span key={start} data-start={start}>
        {inner}
      </span>
    )
  })
