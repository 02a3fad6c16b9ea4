import type { EdgeQuotation } from '../../../model/api/graph.ts'
import { flatQuote } from '../../state/citation.ts'
import { markedParts } from '../../state/marked-parts.ts'
import classes from './pair-panel.module.css'

/** The sentence with the names marked where it prints them, else with the exact words of the evidence; breaks of the line are no breaks here. */
export const Sentence = ({ quotation, names }: { quotation: EdgeQuotation; names: readonly string[] }) => (
  <blockquote className={classes.quote} lang="zh">
    {markedParts(quotation, names).map(({ at, text, marked }) =>
      marked ? <mark key={at}>{flatQuote(text)}</mark> : <span key={at}>{flatQuote(text)}</span>,
    )}
  </blockquote>
)
