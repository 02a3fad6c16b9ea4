import type { EdgeQuotation } from '../../../model/api/graph.ts'
import { flatQuote } from '../../state/citation.ts'
import classes from './pair-panel.module.css'

/** The sentence with the exact words marked; breaks of the line in the document are no breaks here. */
export const Sentence = ({ quotation: { quote, sentence, start, end } }: { quotation: EdgeQuotation }) => {
  const [from, to] = [start - sentence.start, end - sentence.start]
  return (
    <blockquote className={classes.quote} lang="zh">
      {flatQuote(quote.slice(0, from))}
      <mark>{flatQuote(quote.slice(from, to))}</mark>
      {flatQuote(quote.slice(to))}
    </blockquote>
  )
}
