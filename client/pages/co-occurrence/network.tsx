import { lazy, Suspense, useMemo } from 'react'
import { useApp } from '../../frame/app-context.tsx'
import plate from '../../frame/plate.module.css'
import { useWords } from '../../i18n/words.ts'
import { drawnActors } from '../../state/co-occurrence.ts'
import { type CanvasGraph, dropCity } from '../../view/elements.ts'
import classes from './co-occurrence.module.css'
import { CommunityKey } from './community-key.tsx'
import { useTies } from './ties.tsx'

const GraphCanvas = lazy(() =>
  import('../../view/graph-canvas.tsx').then((module) => ({ default: module.GraphCanvas })),
)

/** As many members as one plate bears; the table has all. */
const MOST = 150
/** As many when the server has laid them out. */
const MOST_LAID = 300
const LAID_PER_SECOND = 150

const useGraph = (): { graph: CanvasGraph; nodes: number; edges: number } => {
  const { reply } = useTies()
  return useMemo(() => {
    const laid = reply.actors.length > 0 && reply.actors.every(({ x }) => x !== null)
    const { nodes, pairs } = drawnActors(reply, laid ? MOST_LAID : MOST)
    const city = dropCity(reply.actors.map(({ label }) => label))
    const most = Math.max(1, ...pairs.filter(({ tie }) => tie !== 'below').map(({ observed }) => observed))
    const actor = (index: number) => reply.actors[index]
    const communityOf = (index: number) => actor(index)?.community ?? null
    const graph: CanvasGraph = {
      nodes: nodes.flatMap((index) => {
        const found = actor(index)
        if (!found) return []
        const { id, kind, label, community, x, y } = found
        const at = x === null || y === null ? {} : { at: { x, y } }
        return [{ id, kind, label: city(label), community, ...at }]
      }),
      edges: pairs.map(({ a, b, observed, tie }) => ({
        id: `${a} ${b}`,
        from: actor(a)?.id ?? '',
        to: actor(b)?.id ?? '',
        label: String(observed),
        minor: false,
        tie: {
          strength: observed / most,
          within: communityOf(a) !== null && communityOf(a) === communityOf(b) ? communityOf(a) : null,
          below: tie === 'below',
        },
      })),
    }
    return { graph, nodes: graph.nodes.length, edges: graph.edges.length }
  }, [reply])
}

/** Who stands together, as a drawing; the table below says the same. */
export const Network = () => {
  const { t } = useWords()
  const { dark } = useApp()
  const { reply, selected, select } = useTies()
  const { graph, nodes, edges } = useGraph()
  const glyphs = useMemo(() => t('glyph', { returnObjects: true }), [t])
  const selection = useMemo(() => {
    const { a, b } = selected
    if (a === null) return { node: null, edge: null }
    if (b === null) return { node: reply.actors[a]?.id ?? null, edge: null }
    return { node: null, edge: a < b ? `${a} ${b}` : `${b} ${a}` }
  }, [selected, reply])
  const placeOf = (id: string) => reply.actors.findIndex((actor) => actor.id === id)
  const openPair = (id: string) => {
    const [a, b] = id.split(' ').map(Number)
    if (a !== undefined && b !== undefined) select(a, b)
  }
  return (
    <section className={`${plate.plate} ${classes.plate}`} aria-labelledby="network">
      <div className={classes.head}>
        <h2 id="network">{t('coOccurrence.network')}</h2>
        <span className={classes.note}>
          {nodes < reply.actors.length && nodes >= MOST
            ? t('coOccurrence.networkCut', { shown: nodes, total: reply.actors.length })
            : t('coOccurrence.networkNote')}
        </span>
      </div>
      <div className={classes.drawing}>
        {nodes === 0 ? <p className={classes.nothing}>{t('coOccurrence.none')}</p> : null}
        {nodes > 0 ? (
          <Suspense fallback={null}>
            <GraphCanvas
              graph={graph}
              selection={selection}
              glyphs={glyphs}
              dark={dark}
              labels={{
                name: t('coOccurrence.networkName', { nodes, edges }),
                tools: t('canvas.tools'),
                zoomIn: t('canvas.zoomIn'),
                zoomOut: t('canvas.zoomOut'),
                fit: t('canvas.fit'),
                enlarge: t('canvas.enlarge'),
                laying: t('canvas.laying', {
                  count: nodes,
                  seconds: Math.max(1, Math.round(nodes / LAID_PER_SECOND)),
                }),
              }}
              onNode={(id) => select(placeOf(id), null)}
              onEdge={openPair}
              onBackground={() => select(null, null)}
              onEnlarge={null}
            />
          </Suspense>
        ) : null}
      </div>
      <CommunityKey />
    </section>
  )
}
