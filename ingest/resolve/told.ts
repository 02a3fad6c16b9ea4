import type { DocumentId } from '../../model/graph.ts'
import type { Item } from '../../model/record.ts'

/** One document's account of an agenda item. */
export type Told = { item: Item; document: DocumentId }
