import type { Quotation } from '../../../model/api/graph.ts'
import type { Cell } from '../exported.ts'

/** Where a sentence stands: offsets of the proving words and of the sentence into the repaired text of the document. */
export const quotationColumns = <Row>(
  of: (row: Row) => Quotation | null | undefined,
): Readonly<Record<string, (row: Row) => Cell>> => ({
  document: (row) => of(row)?.document,
  document_name: (row) => of(row)?.documentName,
  start: (row) => of(row)?.start,
  end: (row) => of(row)?.end,
  sentence_start: (row) => of(row)?.sentence.start,
  sentence_end: (row) => of(row)?.sentence.end,
  quote: (row) => of(row)?.quote,
})
