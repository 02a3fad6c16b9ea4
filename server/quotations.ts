import type { EdgeQuotation, Quotation } from '../model/api/graph.ts'
import type { StoredDocument } from '../model/document.ts'
import type { DocumentId, EdgeId, Evidence, GraphEdge } from '../model/graph.ts'
import { sentenceAt } from '../model/sentence.ts'
import type { GraphReader } from '../store/port.ts'
import { notFound } from './errors.ts'

const documentsOf = async (
  store: GraphReader,
  evidence: readonly Evidence[],
): Promise<ReadonlyMap<DocumentId, StoredDocument>> => {
  const ids = [...new Set(evidence.map((piece) => piece.document))]
  const found = await Promise.all(ids.map((id) => store.document(id)))
  return new Map(found.flatMap((document) => (document ? [[document.id, document] as const] : [])))
}

const quotationIn = (documents: ReadonlyMap<DocumentId, StoredDocument>, piece: Evidence): Quotation => {
  const document = documents.get(piece.document) ?? notFound('document', piece.document)
  const sentence = sentenceAt(document.text, piece)
  return { ...piece, documentName: document.name, sentence, quote: document.text.slice(sentence.start, sentence.end) }
}

/** The sentence around each piece of evidence. */
export const quotations = async (store: GraphReader, evidence: readonly Evidence[]): Promise<Quotation[]> => {
  const documents = await documentsOf(store, evidence)
  return evidence.map((piece) => quotationIn(documents, piece))
}

export type EdgePiece = { edge: EdgeId; piece: Evidence }

/** As `quotations`, each with the edge that it proves; every document is read once. */
export const pieceQuotations = async (store: GraphReader, pieces: readonly EdgePiece[]): Promise<EdgeQuotation[]> => {
  const documents = await documentsOf(
    store,
    pieces.map(({ piece }) => piece),
  )
  return pieces.map(({ edge, piece }) => ({ ...quotationIn(documents, piece), edge }))
}

export const firstPieces = (edges: readonly GraphEdge[]): EdgePiece[] =>
  edges.flatMap(({ id, evidence }) => (evidence[0] ? [{ edge: id, piece: evidence[0] }] : []))

/** As `pieceQuotations`, of the first piece of evidence of each edge. */
export const edgeQuotations = (store: GraphReader, edges: readonly GraphEdge[]): Promise<EdgeQuotation[]> =>
  pieceQuotations(store, firstPieces(edges))
