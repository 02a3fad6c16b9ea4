import { createContext, type ReactNode, type RefObject, useContext, useMemo, useRef, useState } from 'react'
import { EXPLORE_COMMANDS, type ExploreContext } from '../../commands/explore-commands.ts'
import { useCommands } from '../../commands/use-commands.ts'
import type { ExploreFilter } from '../../explore-queries.ts'
import { useAddress } from '../../frame/address.ts'
import { usePlace } from '../../frame/place.tsx'
import { type NodeRow, nodeRows } from '../../state/explore-graph.ts'
import { targetOf } from '../../state/search-results.ts'
import type { ExploreHandle } from '../../view/explore-canvas.tsx'
import { type Change, useExplore } from './use-explore.ts'
import { useReplies } from './use-replies.ts'
import { useTime } from './use-time.ts'

export type Exploration = ReturnType<typeof useReplies> & {
  place: string
  filter: ExploreFilter
  /** What the commands act on. */
  context: ExploreContext
  /** A change that is part of the one before. */
  adjust: Change
  rows: NodeRow[]
  edge: string | null
  selectEdge: (edge: string | null) => void
  time: ReturnType<typeof useTime>
  canvas: RefObject<ExploreHandle | null>
  finding: RefObject<HTMLInputElement | null>
  helping: boolean
}

const Context = createContext<Exploration | null>(null)

export const useExploration = (): Exploration => {
  const exploration = useContext(Context)
  if (!exploration) throw new Error('useExploration stands outside ExplorationProvider')
  return exploration
}

const useFilter = (jurisdiction: string): ExploreFilter => {
  const { state } = useAddress()
  const { from, to } = state
  return useMemo(() => ({ jurisdiction, from, to }), [jurisdiction, from, to])
}

export const ExplorationProvider = ({ place, children }: { place: string; children: ReactNode }) => {
  const { state, update, go } = useAddress()
  const { link } = usePlace()
  const filter = useFilter(place)
  const { adjust, ...own } = useExplore(place)
  const replies = useReplies(own.view, filter)
  const { graph, among } = replies
  const time = useTime(graph)
  const [begun, setPathFrom] = useState<string | null>(null)
  // A node that is gone begins no path.
  const pathFrom = graph.nodes.some(({ id }) => id === begun) ? begun : null
  const [helping, setHelping] = useState(false)
  const canvas = useRef<ExploreHandle>(null)
  const finding = useRef<HTMLInputElement>(null)
  const rows = useMemo(() => nodeRows(graph, among), [graph, among])
  const selected = graph.nodes.some(({ id }) => id === state.node) ? state.node : null
  const context: ExploreContext = {
    ...own,
    selected,
    pathFrom,
    canPlay: time.days.length > 1,
    total: rows.find(({ node }) => node.id === selected)?.total ?? null,
    select: (node) => update({ node, edge: null }, { replace: true }),
    setPathFrom,
    open: (id) => {
      const node = graph.nodes.find((one) => one.id === id)
      if (!node) return
      const { path, changes } = targetOf(node)
      go(link(path, changes))
    },
    fit: () => canvas.current?.fit(),
    togglePlay: time.toggle,
    findStart: () => finding.current?.focus(),
    toggleHelp: () => setHelping(!helping),
  }
  useCommands(EXPLORE_COMMANDS, context)
  const exploration: Exploration = {
    ...replies,
    place,
    filter,
    context,
    adjust,
    rows,
    edge: graph.edges.some(({ id }) => id === state.edge) ? state.edge : null,
    selectEdge: (edge) => update({ edge, node: null }, { replace: true }),
    time,
    canvas,
    finding,
    helping,
  }
  // Whatever changes here changes what every part shows.
  // oxlint-disable-next-line react/jsx-no-constructed-context-values
  return <Context value={exploration}>{children}</Context>
}
