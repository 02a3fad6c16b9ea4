import type { NodeKind } from '../../model/graph.ts'
import {
  addStart,
  addWay,
  collapse,
  type Explore,
  expand,
  forgetPlaces,
  hide,
  isExpanded,
  keyOf,
  MOST_OF_ONE,
  removeStart,
  showAll,
  togglePin,
} from '../state/explore.ts'
import type { Command } from './command.ts'

export type ExploreContext = {
  view: Explore
  /** The node in hand. */
  selected: string | null
  /** Where a path is to begin, while its end is being chosen. */
  pathFrom: string | null
  canUndo: boolean
  canRedo: boolean
  canPlay: boolean
  /** How many neighbours of the node in hand there are; `null` where it is not known yet. */
  total: number | null
  change: (next: (view: Explore) => Explore) => void
  undo: () => void
  redo: () => void
  select: (node: string | null) => void
  setPathFrom: (node: string | null) => void
  open: (node: string) => void
  fit: () => void
  togglePlay: () => void
  findStart: () => void
  toggleHelp: () => void
}

type ExploreCommand = Command<ExploreContext>

/** Keeps the id as it is written, so that its words can be looked up. */
const command = <Id extends string>(given: ExploreCommand & { id: Id }) => given

const withNode = ({ selected }: ExploreContext): boolean => selected !== null

const onNode =
  (change: (node: string) => (view: Explore) => Explore) =>
  ({ selected, change: apply }: ExploreContext): void => {
    if (selected !== null) apply(change(selected))
  }

const shownOf = ({ view, selected }: ExploreContext): number =>
  view.expansions.find(({ node, kind }) => node === selected && kind === null)?.count ?? 0

export const expandNode = command({
  id: 'expand',
  keys: ['e'],
  enabled: (context) =>
    withNode(context) && shownOf(context) < Math.min(MOST_OF_ONE, context.total ?? Number.POSITIVE_INFINITY),
  run: onNode((node) => expand(node, null)),
})

/** One for each kind: they stand in the menu. */
export const expandKind = (kind: NodeKind): ExploreCommand => ({
  id: `expand-${kind}`,
  keys: [],
  enabled: withNode,
  run: onNode((node) => expand(node, kind)),
})

export const collapseNode = command({
  id: 'collapse',
  keys: ['c'],
  enabled: ({ view, selected }) => selected !== null && isExpanded(view, selected),
  run: onNode(collapse),
})

export const pinNode = command({ id: 'pin', keys: ['p'], enabled: withNode, run: onNode(togglePin) })

export const isPinned = ({ view, selected }: Pick<ExploreContext, 'view' | 'selected'>): boolean =>
  selected !== null && view.pinned.has(keyOf(selected))

export const hideNode = command({
  id: 'hide',
  keys: ['h', 'Delete'],
  enabled: withNode,
  run: (context) => {
    const { selected, view } = context
    if (selected === null) return
    context.change(view.starts.includes(selected) ? removeStart(selected) : hide(selected))
    context.select(null)
  },
})

export const startHere = command({
  id: 'start',
  keys: ['b'],
  enabled: ({ view, selected }) => selected !== null && !view.starts.includes(selected),
  run: onNode(addStart),
})

/** Once on the node where the path begins, then the node in hand is chosen as its end. */
export const pathFromNode = command({
  id: 'path',
  keys: ['P'],
  enabled: withNode,
  run: ({ selected, setPathFrom }) => setPathFrom(selected),
})

export const pathTo = (node: string): ExploreCommand => ({
  id: 'path-to',
  keys: [],
  enabled: ({ pathFrom }) => pathFrom !== null && pathFrom !== node,
  run: ({ pathFrom, change, setPathFrom, select }) => {
    if (pathFrom !== null) change(addWay(pathFrom, node))
    setPathFrom(null)
    select(node)
  },
})

export const openNode = command({
  id: 'open',
  keys: ['Enter'],
  enabled: withNode,
  run: ({ selected, open }) => {
    if (selected !== null) open(selected)
  },
})

export const letGo = command({
  id: 'let-go',
  keys: ['Escape'],
  enabled: ({ selected, pathFrom }) => selected !== null || pathFrom !== null,
  run: ({ pathFrom, setPathFrom, select }) => (pathFrom === null ? select(null) : setPathFrom(null)),
})

export const undoStep = command({
  id: 'undo',
  keys: ['mod+z'],
  enabled: ({ canUndo }) => canUndo,
  run: ({ undo }) => undo(),
})
export const redoStep = command({
  id: 'redo',
  keys: ['mod+shift+z', 'mod+y'],
  enabled: ({ canRedo }) => canRedo,
  run: ({ redo }) => redo(),
})
export const layOut = command({
  id: 'layout',
  keys: ['l'],
  enabled: ({ view }) => view.starts.length > 0,
  run: ({ change }) => change(forgetPlaces),
})
export const fitAll = command({
  id: 'fit',
  keys: ['f'],
  enabled: ({ view }) => view.starts.length > 0,
  run: ({ fit }) => fit(),
})
export const showHidden = command({
  id: 'show-all',
  keys: ['a'],
  enabled: ({ view }) => view.hidden.size + view.without.size > 0,
  run: ({ change }) => change(showAll),
})
export const playTime = command({
  id: 'play',
  keys: [' '],
  enabled: ({ canPlay }) => canPlay,
  run: ({ togglePlay }) => togglePlay(),
})
export const findStart = command({
  id: 'find-start',
  keys: ['s'],
  enabled: () => true,
  run: ({ findStart: find }) => find(),
})
export const showKeys = command({
  id: 'keys',
  keys: ['?'],
  enabled: () => true,
  run: ({ toggleHelp }) => toggleHelp(),
})

/** Every command of the view, in the order in which the keys are listed. */
export const EXPLORE_COMMANDS = [
  expandNode,
  collapseNode,
  pinNode,
  hideNode,
  pathFromNode,
  openNode,
  startHere,
  findStart,
  undoStep,
  redoStep,
  layOut,
  fitAll,
  showHidden,
  playTime,
  letGo,
  showKeys,
] as const satisfies readonly ExploreCommand[]
