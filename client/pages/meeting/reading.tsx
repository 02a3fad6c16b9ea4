import { createContext, useContext } from 'react'
import type { DocumentReply } from '../../../model/api/documents.ts'
import type { MeetingReply } from '../../../model/api/meetings.ts'
import type { GraphEdge, GraphNode } from '../../../model/graph.ts'
import type { Block, Span } from '../../../model/record.ts'
import type { SeqOfItem } from '../../i18n/words.ts'
import type { EntityMark } from '../../state/document-marks.ts'
import type { Part } from '../../state/document-parts.ts'
import type { GraphTab } from '../../state/url-state.ts'

/** One meeting being read: what every part of the page knows, and what it can ask for. */
export type Reading = {
  reply: MeetingReply
  document: DocumentReply
  /** In order, gaps filled. */
  blocks: readonly Block[]
  marks: readonly EntityMark[]
  nodes: ReadonlyMap<string, GraphNode>
  seqOfItem: SeqOfItem
  /** What is selected; at most one of the two. */
  edge: GraphEdge | null
  node: GraphNode | null
  /** The link named an edge or a node that is not there. */
  partGone: boolean
  /** Evidence of the selected edge in this document. */
  evidence: readonly Span[]
  tab: GraphTab
  selectEdge: (id: string) => void
  selectNode: (id: string) => void
  clear: () => void
  setTab: (tab: GraphTab) => void
  setDocument: (id: string) => void
  /** Scrolls there. */
  goToPart: (part: Part) => void
  goToSpan: (span: Span) => void
}

const ReadingContext = createContext<Reading | null>(null)
/** Apart from the rest: it changes while one scrolls. */
const PartContext = createContext<Part>({ is: 'head' })

export const ReadingProvider = ReadingContext
export const PartProvider = PartContext

export const useReading = (): Reading => {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('useReading stands outside ReadingProvider')
  return reading
}

export const usePart = (): Part => useContext(PartContext)
