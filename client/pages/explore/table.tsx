import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import type { GraphEdge } from '../../../model/graph.ts'
import { expandNode, pathTo } from '../../commands/explore-commands.ts'
import { Icon } from '../../frame/icons.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import { MethodLink } from '../../frame/method-link.tsx'
import { edgeName, useWords } from '../../i18n/words.ts'
import { keyOf } from '../../state/explore.ts'
import type { NodeRow } from '../../state/explore-graph.ts'
import { sortFacts } from '../../state/facts.ts'
import type { Point } from '../../view/elements.ts'
import { EvidenceList } from './evidence.tsx'
import { useExploration } from './exploration.tsx'
import { Keys } from './keys.tsx'
import { listedName, useNames } from './names.ts'
import { NodeMenu } from './node-menu.tsx'
import classes from './table.module.css'

const STEP = 16
const TABS = ['nodes', 'edges', 'evidence'] as const
type Tab = (typeof TABS)[number]

type OpenMenu = (id: string, at: Point) => void

/** Up and down go from name to name. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = names.findIndex((name) => name === document.activeElement)
  const next = names[at + step]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}

const pointIn = (element: Element): Point => {
  const box = element.getBoundingClientRect()
  const frame = element.closest('[data-table]')?.getBoundingClientRect()
  return { x: box.left - (frame?.left ?? 0), y: box.bottom - (frame?.top ?? 0) }
}

const Row = ({ row: { node, ties, total }, onMenu }: { row: NodeRow; onMenu: OpenMenu }) => {
  const words = useWords()
  const { t } = words
  const { context } = useExploration()
  const on = context.selected === node.id
  const name = listedName(words, node)
  const end = pathTo(node.id)
  const choose = () => (end.enabled(context) ? void end.run(context) : context.select(node.id))
  const menu = (event: MouseEvent) => {
    event.preventDefault()
    context.select(node.id)
    onMenu(node.id, pointIn(event.currentTarget))
  }
  return (
    <tr className={on ? classes.on : undefined} onContextMenu={menu}>
      <th scope="row">
        <span className={classes.name}>
          <KindMark kind={node.kind} />
          <button
            type="button"
            data-row={node.id}
            lang="zh"
            title={name}
            aria-pressed={on}
            onClick={choose}
            onFocus={() => context.pathFrom === null && context.select(node.id)}
            onDoubleClick={() => void expandNode.run({ ...context, selected: node.id })}
          >
            {name}
          </button>
          {context.view.pinned.has(keyOf(node.id)) ? (
            <span title={t('explore.table.pinned')}>
              <Icon name="pin" size={14} />
            </span>
          ) : null}
        </span>
      </th>
      <td>{ties}</td>
      <td className={classes.total}>{total ?? '–'}</td>
      <td>
        <button
          type="button"
          className={classes.dots}
          aria-haspopup="menu"
          aria-label={t('explore.menuOf', { name })}
          onClick={menu}
        >
          <Icon name="more" size={16} />
        </button>
      </td>
    </tr>
  )
}

const Nodes = ({ onMenu }: { onMenu: OpenMenu }) => {
  const { t } = useWords()
  const { rows } = useExploration()
  const [shown, setShown] = useState(STEP)
  return (
    <>
      {/* The names in it are the stops of the keyboard; the arrows only shorten the way. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table onKeyDown={walk}>
        <thead>
          <tr>
            <th scope="col">{t('explore.table.name')}</th>
            <th scope="col">{t('explore.table.ties')}</th>
            <th scope="col">{t('explore.table.total')}</th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <Row key={row.node.id} row={row} onMenu={onMenu} />
          ))}
        </tbody>
      </table>
      <p className={classes.more}>
        <span>{t('explore.table.shown', { shown: Math.min(shown, rows.length), total: rows.length })}</span>
        {shown < rows.length ? (
          <button type="button" onClick={() => setShown(shown + 2 * STEP)}>
            {t('explore.table.next', { count: Math.min(2 * STEP, rows.length - shown) })}
          </button>
        ) : null}
      </p>
    </>
  )
}

const EdgeRow = ({ edge }: { edge: GraphEdge }) => {
  const words = useWords()
  const { edge: chosen, selectEdge } = useExploration()
  const { find } = useNames()
  const [from, to] = [find(edge.from), find(edge.to)]
  return (
    <tr className={chosen === edge.id ? classes.on : undefined}>
      <td>
        <button
          type="button"
          data-row={edge.id}
          aria-pressed={chosen === edge.id}
          className={classes.relation}
          onClick={() => selectEdge(edge.id)}
        >
          {edgeName(words, edge)}
        </button>
      </td>
      <th scope="row" lang="zh" className={classes.ends}>
        {from ? listedName(words, from) : ''} → {to ? listedName(words, to) : ''}
      </th>
      <td>{edge.date ?? '–'}</td>
    </tr>
  )
}

const Edges = () => {
  const words = useWords()
  const { t } = words
  const { graph, context } = useExploration()
  const { find } = useNames()
  const [shown, setShown] = useState(STEP)
  const { selected } = context
  const edges = sortFacts(
    selected ? graph.edges.filter(({ from, to }) => from === selected || to === selected) : graph.edges,
  )
  const node = selected ? find(selected) : undefined
  if (edges.length === 0) return <p className={classes.nothing}>{t('explore.table.noEdges')}</p>
  return (
    <>
      <p className={classes.caption}>
        {node ? t('explore.table.ofNode', { name: listedName(words, node) }) : t('explore.table.ofAll')}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table onKeyDown={walk}>
        <thead>
          <tr>
            <th scope="col">{t('explore.table.relation')}</th>
            <th scope="col">{t('explore.table.ends')}</th>
            <th scope="col">{t('explore.table.day')}</th>
          </tr>
        </thead>
        <tbody>
          {edges.slice(0, shown).map((edge) => (
            <EdgeRow key={edge.id} edge={edge} />
          ))}
        </tbody>
      </table>
      <p className={classes.more}>
        <span>{t('explore.table.shownEdges', { shown: Math.min(shown, edges.length), total: edges.length })}</span>
        {shown < edges.length ? (
          <button type="button" onClick={() => setShown(shown + 2 * STEP)}>
            {t('explore.table.next', { count: Math.min(2 * STEP, edges.length - shown) })}
          </button>
        ) : null}
      </p>
    </>
  )
}

/** The same as the drawing, for keyboard, screen reader and phone. `onClose` where it is a sheet over the drawing. */
export const Table = ({ onClose }: { onClose: (() => void) | null }) => {
  const { t } = useWords()
  const { graph, edge } = useExploration()
  const [tab, setTab] = useState<Tab>('nodes')
  const [last, setLast] = useState(edge)
  const [menu, setMenu] = useState<{ id: string; at: Point } | null>(null)
  // An edge that was just taken in hand shows its sentence.
  if (edge !== last) {
    setLast(edge)
    if (edge !== null) setTab('evidence')
  }
  const counts = {
    nodes: graph.nodes.length,
    edges: graph.edges.length,
    evidence: graph.edges.reduce((sum, { evidence }) => sum + evidence.length, 0),
  }
  const onTabKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] ?? 'nodes'
    setTab(next)
    document.querySelector<HTMLElement>(`#explore-tab-${next}`)?.focus()
  }
  return (
    <aside className={onClose ? classes.sheet : classes.side} data-table="" aria-label={t('explore.table.all')}>
      <div className={classes.tabs}>
        <div role="tablist" aria-label={t('explore.table.inStep')} className={classes.tabList}>
          {TABS.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`explore-tab-${one}`}
              aria-selected={tab === one}
              aria-controls="explore-panel"
              tabIndex={tab === one ? 0 : -1}
              onClick={() => setTab(one)}
              onKeyDown={onTabKey}
            >
              {t(`explore.table.${one}`)} {counts[one]}
            </button>
          ))}
        </div>
        {onClose ? (
          <button type="button" className={classes.close} aria-label={t('meeting.close')} onClick={onClose}>
            <Icon name="close" size={18} />
          </button>
        ) : (
          <span className={classes.inStep}>{t('explore.table.inStep')}</span>
        )}
      </div>
      <div role="tabpanel" id="explore-panel" aria-labelledby={`explore-tab-${tab}`} className={classes.panel}>
        {tab === 'nodes' ? <Nodes onMenu={(id, at) => setMenu({ id, at })} /> : null}
        {tab === 'edges' ? <Edges /> : null}
        {tab === 'evidence' ? <EvidenceList /> : null}
      </div>
      <p className={classes.caption}>
        <MethodLink part="count" />
      </p>
      <Keys />
      {menu && graph.nodes.some(({ id }) => id === menu.id) ? (
        <NodeMenu id={menu.id} at={menu.at} onClose={() => setMenu(null)} />
      ) : null}
    </aside>
  )
}
