import { useQuery } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { DocumentReply } from '../../../model/api/documents.ts'
import type { MeetingReply } from '../../../model/api/meetings.ts'
import type { Block, Span } from '../../../model/record.ts'
import { useAddress } from '../../frame/address.ts'
import { isGone } from '../../frame/notice.tsx'
import { edgeQuery } from '../../queries.ts'
import { entityMarks } from '../../state/document-marks.ts'
import { type Part, partAt, withGaps } from '../../state/document-parts.ts'
import { evidenceIn } from '../../state/facts.ts'
import type { GraphTab } from '../../state/url-state.ts'
import { partName, usePartInView } from './part-in-view.ts'
import type { Reading } from './reading.tsx'

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Brings `element` before the reader's eyes, unless it is there already. */
const show = (element: Element | null, block: ScrollLogicalPosition, jump: boolean): void => {
  if (!element) return
  const { top, bottom } = element.getBoundingClientRect()
  const seen = top > 130 && bottom < window.innerHeight * 0.55
  if (block === 'center' && seen) return
  // A sheet covers the lower half of small screens.
  const covered = window.matchMedia('(max-width: 1199px)').matches
  element.scrollIntoView({ block: covered ? 'start' : block, behavior: jump || calm() ? 'instant' : 'smooth' })
}

const runAt = (article: HTMLElement | null, offset: number): Element | null => {
  let found: Element | null = null
  for (const run of article?.querySelectorAll<HTMLElement>('[data-start]') ?? []) {
    if (Number(run.dataset.start) > offset) break
    found = run
  }
  return found
}

/** What the document says of itself, worked out once. */
const useStudy = (reply: MeetingReply, document: DocumentReply) =>
  useMemo(() => {
    const seqs = new Map(reply.items.map(({ id, seq }) => [id, seq]))
    return {
      blocks: withGaps(document),
      marks: entityMarks(document),
      nodes: new Map([...document.nodes, ...reply.items, reply.meeting].map((node) => [node.id, node])),
      seqOfItem: (item: string) => seqs.get(item) ?? null,
    }
  }, [reply, document])

/** The edge and the node that the address names. */
const useSelection = (document: DocumentReply) => {
  const { state } = useAddress()
  const known = document.facts.find(({ id }) => id === state.edge) ?? null
  const asked = useQuery(edgeQuery(state.edge && !known ? state.edge : null))
  const edge = known ?? (state.edge ? (asked.data?.edge ?? null) : null)
  return {
    edge,
    edgeGone: state.edge !== null && !known && isGone(asked.error),
    nodeId: state.edge ? null : state.node,
  }
}

type Locate = { article: RefObject<HTMLElement | null>; blocks: readonly Block[]; hold: (part: Part) => void }

/** Scrolling to parts and places; the first time it jumps. */
const useLocate = ({ article, blocks, hold }: Locate) => {
  const arrived = useRef(false)
  const settle = useCallback(() => {
    arrived.current = true
  }, [])
  const goToPart = useCallback(
    (next: Part) => {
      hold(next)
      show(article.current?.querySelector(`[data-part="${partName(next)}"]`) ?? null, 'start', !arrived.current)
    },
    [article, hold],
  )
  const goToSpan = useCallback(
    (span: Span) => {
      hold(partAt(blocks, span.start))
      show(runAt(article.current, span.start), 'center', !arrived.current)
    },
    [article, blocks, hold],
  )
  return { goToPart, goToSpan, settle }
}

type Named = { evidence: readonly Span[]; item: number | null; edge: string | null; nodePlace: Span | undefined }

/** A link, a row or a line of the drawing: whichever named it, its place in the text is shown. */
const useArrival = (
  { evidence, item, edge, nodePlace }: Named,
  { goToPart, goToSpan, settle }: ReturnType<typeof useLocate>,
): void => {
  useEffect(() => {
    const [first] = evidence
    if (first) goToSpan(first)
  }, [evidence, goToSpan])
  useEffect(() => {
    if (item && !edge) goToPart({ is: 'item', seq: item })
  }, [item, edge, goToPart])
  const linked = useRef(nodePlace)
  useEffect(() => {
    // Only for a link: whoever chose a name in the text is there already.
    if (linked.current) goToSpan(linked.current)
    linked.current = undefined
  }, [goToSpan])
  // Last: the jumps of the arrival are over.
  useEffect(settle, [settle])
}

const useChoices = () => {
  const { update } = useAddress()
  return useMemo(
    () => ({
      selectEdge: (id: string) => update({ edge: id, node: null, item: null }),
      selectNode: (id: string) => update({ node: id, edge: null, item: null }),
      clear: () => update({ edge: null, node: null }),
      setTab: (tab: GraphTab) => update({ tab }, { replace: true }),
      setDocument: (id: string) => update({ document: id }),
    }),
    [update],
  )
}

export const useReadingState = (
  reply: MeetingReply,
  document: DocumentReply,
  article: RefObject<HTMLElement | null>,
): { reading: Reading; part: Part } => {
  const { state } = useAddress()
  const study = useStudy(reply, document)
  const { edge, edgeGone, nodeId } = useSelection(document)
  const { part, hold } = usePartInView(article, state.item ? { is: 'item', seq: state.item } : { is: 'head' })
  const evidence = useMemo(() => (edge ? evidenceIn(edge, document.id) : []), [edge, document])
  const locate = useLocate({ article, blocks: study.blocks, hold })
  const { goToPart, goToSpan } = locate
  const nodePlace = nodeId ? study.marks.find((mark) => mark.node === nodeId) : undefined
  useArrival({ evidence, item: state.item, edge: state.edge, nodePlace }, locate)
  const choices = useChoices()
  const { tab } = state
  const reading = useMemo((): Reading => {
    const node = nodeId ? (study.nodes.get(nodeId) ?? null) : null
    const partGone = edgeGone || (nodeId !== null && node === null)
    return { ...study, ...choices, reply, document, edge, node, partGone, evidence, tab, goToPart, goToSpan }
  }, [study, choices, reply, document, edge, nodeId, edgeGone, evidence, tab, goToPart, goToSpan])
  return { reading, part }
}
