import { lazy, Suspense, useMemo, useState } from 'react'
import { expandNode, pathTo } from '../../commands/explore-commands.ts'
import { useApp } from '../../frame/app-context.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import plate from '../../frame/plate.module.css'
import { dayInWords } from '../../i18n/dates.ts'
import { edgeName, useWords } from '../../i18n/words.ts'
import { drag, keyOf, type Point, place as placed } from '../../state/explore.ts'
import { bundled, countByKind } from '../../state/explore-graph.ts'
import { isMinor } from '../../state/facts.ts'
import type { CanvasEdge, CanvasGraph, CanvasNode } from '../../view/elements.ts'
import { Chips } from './chips.tsx'
import { useExploration } from './exploration.tsx'
import classes from './explore.module.css'
import { shortName } from './names.ts'
import { NodeMenu } from './node-menu.tsx'
import { Tools } from './tools.tsx'

const ExploreCanvas = lazy(() =>
  import('../../view/explore-canvas.tsx').then((module) => ({ default: module.ExploreCanvas })),
)

const PILL = 'more:'
const nodeOf = (id: string): string => (id.startsWith(PILL) ? id.slice(PILL.length) : id)

/** What the canvas draws: the edges between two nodes as one line, and a pill at each node that has more neighbours. */
const useDrawing = (): CanvasGraph => {
  const { t, language } = useWords()
  const { graph, context, place } = useExploration()
  const { starts, pinned } = context.view
  return useMemo(() => {
    const words = { t, language }
    const kindOf = new Map(graph.nodes.map(({ id, kind }) => [id, kind]))
    const nodes = graph.nodes.map(
      (node): CanvasNode => ({
        id: node.id,
        kind: node.kind,
        label: shortName(words, node, place),
        start: starts.includes(node.id),
        pinned: pinned.has(keyOf(node.id)),
      }),
    )
    const lines = bundled(graph.edges).flatMap((edges): CanvasEdge[] => {
      const [first] = edges
      if (!first) return []
      const names = [...new Set(edges.map((edge) => edgeName(words, edge)))].join(words.t('join.list'))
      const same = edges.some(({ type }) => type === 'POSSIBLY_SAME')
      return [
        {
          id: first.id,
          from: first.from,
          to: first.to,
          label: names,
          minor: edges.every(isMinor),
          ...(same ? { line: 'double' as const } : {}),
        },
      ]
    })
    const pills = graph.more.map(({ node, shown, total }) => ({
      node: { id: `${PILL}${node}`, kind: kindOf.get(node) ?? 'department', label: `${shown} / ${total}`, more: true },
      line: { id: `line:${node}`, from: node, to: `${PILL}${node}`, label: '', minor: true, line: 'dotted' as const },
    }))
    return {
      nodes: [...nodes, ...pills.map(({ node }) => node)],
      edges: [...lines, ...pills.map(({ line }) => line)],
    }
  }, [graph, starts, pinned, place, t, language])
}

const usePlaces = (drawing: CanvasGraph): ReadonlyMap<string, Point> => {
  const { context } = useExploration()
  const { at } = context.view
  return useMemo(
    () =>
      new Map(
        drawing.nodes.flatMap(({ id }) => {
          const point = at.get(keyOf(id))
          return point ? [[id, point] as const] : []
        }),
      ),
    [drawing, at],
  )
}

const Legend = () => {
  const { t } = useWords()
  const { graph } = useExploration()
  return (
    <ul className={classes.legend} aria-label={t('explore.legend')}>
      {countByKind(graph.nodes).map(([kind, count]) => (
        <li key={kind}>
          <KindMark kind={kind} /> {t(`kind.${kind}`)} {count}
        </li>
      ))}
      <li>
        <i className={classes.pillKey} /> {t('explore.unexpanded')}
      </li>
    </ul>
  )
}

const TimeBar = () => {
  const { t, language } = useWords()
  const { time } = useExploration()
  const { day, days, at } = time
  if (day === null) return null
  const value = t('explore.time.value', { day: dayInWords(day, language), nth: at + 1, total: days.length })
  return (
    <div className={classes.time}>
      <input
        type="range"
        min={0}
        max={days.length - 1}
        value={Math.max(0, at)}
        aria-label={t('explore.time.label')}
        aria-valuetext={value}
        onChange={(event) => time.goTo(Number(event.currentTarget.value))}
      />
      <span>{value}</span>
      <button type="button" className={classes.action} onClick={time.end}>
        {t('explore.time.all')}
      </button>
    </div>
  )
}

const Canvas = () => {
  const { t } = useWords()
  const { dark } = useApp()
  const { graph, context, edge, selectEdge, adjust, time, canvas } = useExploration()
  const drawing = useDrawing()
  const places = usePlaces(drawing)
  const [menu, setMenu] = useState<{ id: string; at: Point } | null>(null)
  const glyphs = useMemo(() => t('glyph', { returnObjects: true }), [t])
  const lines = useMemo(() => bundled(graph.edges), [graph])
  const { selected } = context
  const selection = useMemo(
    () => ({
      node: selected,
      edge: lines.find((edges) => edges.some(({ id }) => id === edge))?.[0]?.id ?? null,
    }),
    [selected, edge, lines],
  )
  const choose = (id: string) => {
    const end = pathTo(id)
    if (end.enabled(context)) void end.run(context)
    else context.select(id)
  }
  return (
    <>
      <Suspense fallback={null}>
        <ExploreCanvas
          graph={drawing}
          places={places}
          selection={selection}
          later={time.later}
          glyphs={glyphs}
          dark={dark}
          labels={{
            name: t('explore.canvas', {
              nodes: t('explore.nodes', { count: graph.nodes.length }),
              edges: t('explore.edges', { count: graph.edges.length }),
            }),
            laying: t('explore.laying', { count: graph.nodes.length }),
            minimap: t('explore.minimap'),
          }}
          handle={canvas}
          onPlaced={(found) => adjust(placed(found))}
          onNode={choose}
          onEdge={(id) => {
            if (!id.startsWith('line:')) selectEdge(id)
          }}
          onBackground={() => context.select(null)}
          onExpand={(id) => void expandNode.run({ ...context, selected: nodeOf(id) })}
          onMenu={(id, at) => {
            context.select(nodeOf(id))
            setMenu({ id: nodeOf(id), at })
          }}
          onDragged={(id, at) => context.change(drag(id, at))}
        />
      </Suspense>
      {menu && graph.nodes.some(({ id }) => id === menu.id) ? (
        <NodeMenu id={menu.id} at={menu.at} onClose={() => setMenu(null)} />
      ) : null}
    </>
  )
}

/** The drawing with its starts and tools. */
export const Plate = ({ drawn }: { drawn: boolean }) => {
  const { t } = useWords()
  const { graph, unasked } = useExploration()
  return (
    <section className={drawn ? `${plate.plate} ${classes.plate}` : classes.bare} aria-label={t('explore.title')}>
      {drawn ? <Canvas /> : null}
      <div className={classes.head}>
        <Chips />
        <Tools drawn={drawn} />
      </div>
      {drawn ? (
        <div className={classes.foot}>
          <TimeBar />
          {graph.cut > 0 ? <p className={classes.warn}>{t('explore.cut', { count: graph.cut })}</p> : null}
          {unasked > 0 ? <p className={classes.note}>{t('explore.unasked', { count: unasked })}</p> : null}
          <Legend />
        </div>
      ) : null}
    </section>
  )
}
