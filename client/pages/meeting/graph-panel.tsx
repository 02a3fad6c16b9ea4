import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { GraphNode } from '../../../model/graph.ts'
import { useApp } from '../../frame/app-context.tsx'
import { Failure } from '../../frame/notice.tsx'
import plate from '../../frame/plate.module.css'
import { edgeName, meetingShort, nodeName, useWords, type Words } from '../../i18n/words.ts'
import { type GraphPart, meetingGraphQuery } from '../../queries.ts'
import { cutDrawing, type Drawn } from '../../state/drawing.ts'
import { isMinor } from '../../state/facts.ts'
import type { GraphTab } from '../../state/url-state.ts'
import type { CanvasGraph } from '../../view/elements.ts'
import { dropCity } from '../../view/elements.ts'
import classes from './graph-panel.module.css'
import { type Reading, usePart, useReading } from './reading.tsx'
import { type Scope, scopeOf } from './use-facts.ts'

const GraphCanvas = lazy(() =>
  import('../../view/graph-canvas.tsx').then((module) => ({ default: module.GraphCanvas })),
)

/** As many as the plate of the side panel bears; the facts list has all of them. */
const CLOSE = { item: 60, agenda: 60, roll: 27 } as const
/** On the whole page. */
const ROOMY = { item: 150, agenda: 150, roll: 90 } as const
type Most = Record<Scope['is'], number>
const TABS: readonly GraphTab[] = ['part', 'agenda', 'roll']
/** Nodes a second that fcose lays out in a worker, by measurement; only said, never waited for. */
const LAID_PER_SECOND = 150

const partOfScope = (scope: Scope, reply: Reading['reply']): GraphPart => {
  if (scope.is !== 'item') return { of: scope.is }
  const item = reply.items.find(({ seq }) => seq === scope.seq)
  return item ? { of: 'item', item: item.id } : { of: 'agenda' }
}

const canvasLabel = (words: Words, node: GraphNode, city: (label: string) => string): string => {
  switch (node.kind) {
    case 'meeting':
      return meetingShort(words, node)
    case 'decision':
      return words.t(`outcome.${node.outcome}`)
    case 'department':
      return city(node.label)
    default:
      return nodeName(words, node, () => null)
  }
}

const toCanvas = (words: Words, { nodes, edges }: Drawn): CanvasGraph => {
  const city = dropCity(nodes.filter(({ kind }) => kind === 'department').map(({ label }) => label))
  return {
    nodes: nodes.map((node) => ({ id: node.id, kind: node.kind, label: canvasLabel(words, node, city) })),
    edges: edges.map((edge) => ({
      id: edge.id,
      from: edge.from,
      to: edge.to,
      label: edgeName(words, edge),
      minor: isMinor(edge),
    })),
  }
}

const useGraph = (scope: Scope, most: Most) => {
  const words = useWords()
  const { reply } = useReading()
  const query = useQuery(meetingGraphQuery(reply.meeting.id, partOfScope(scope, reply)))
  const { data } = query
  const drawn = useMemo(() => (data ? cutDrawing(data, most[scope.is]) : null), [data, most, scope.is])
  const { t, language } = words
  const graph = useMemo(() => (drawn ? toCanvas({ t, language }, drawn) : null), [drawn, t, language])
  const title = t(`meeting.graphTitle.${scope.is}`)
  const nodes = t('meeting.nodes', { count: data?.total.nodes ?? 0 })
  const edges = t('meeting.edges', { count: data?.total.edges ?? 0 })
  return { data, error: query.error, refetch: query.refetch, graph, words: { title, nodes, edges } }
}
type GraphDrawn = ReturnType<typeof useGraph>

const Tabs = ({ tab, onTab }: { tab: GraphTab; onTab: (tab: GraphTab) => void }) => {
  const { t } = useWords()
  return (
    <div className={classes.tabs} role="group" aria-label={t('meeting.graph')}>
      {TABS.map((name) => (
        <button key={name} type="button" aria-pressed={tab === name} onClick={() => onTab(name)}>
          {t(`meeting.graphOf.${name}`)}
        </button>
      ))}
    </div>
  )
}

const Drawing = ({
  drawn,
  onEnlarge,
  onEdge,
}: {
  drawn: GraphDrawn
  onEnlarge: (() => void) | null
  onEdge: (id: string) => void
}) => {
  const { t } = useWords()
  const app = useApp()
  const { edge, node, selectNode, clear } = useReading()
  const { data, error, refetch, graph, words } = drawn
  const selection = useMemo(() => ({ edge: edge?.id ?? null, node: node?.id ?? null }), [edge, node])
  const glyphs = useMemo(() => t('glyph', { returnObjects: true }), [t])
  const count = graph?.nodes.length ?? 0
  const labels = {
    name: t('meeting.canvas', words),
    tools: t('canvas.tools'),
    zoomIn: t('canvas.zoomIn'),
    zoomOut: t('canvas.zoomOut'),
    fit: t('canvas.fit'),
    enlarge: t('canvas.enlarge'),
    laying: t('canvas.laying', { count, seconds: Math.max(1, Math.round(count / LAID_PER_SECOND)) }),
  }
  return (
    <div className={classes.drawing}>
      {error && !data ? <Failure what={t('error.graph')} error={error} onRetry={() => void refetch()} /> : null}
      {graph && count <= 1 ? <p className={classes.empty}>{t('canvas.empty')}</p> : null}
      {graph && count > 1 ? (
        <Suspense fallback={null}>
          <GraphCanvas
            graph={graph}
            selection={selection}
            glyphs={glyphs}
            dark={app.dark}
            labels={labels}
            onNode={selectNode}
            onEdge={onEdge}
            onBackground={clear}
            onEnlarge={onEnlarge}
          />
        </Suspense>
      ) : null}
    </div>
  )
}

const Head = ({ drawn }: { drawn: GraphDrawn }) => {
  const { t } = useWords()
  const { tab, setTab } = useReading()
  const { data, words } = drawn
  return (
    <div className={classes.head}>
      <h2>{words.title}</h2>
      {data ? (
        <span className={classes.note}>
          {words.nodes}
          {t('join.clause')}
          {words.edges}
        </span>
      ) : null}
      <Tabs tab={tab} onTab={setTab} />
    </div>
  )
}

const Cut = ({ drawn: { data, graph } }: { drawn: GraphDrawn }) => {
  const { t } = useWords()
  const shown = graph?.nodes.length ?? 0
  if (!data || shown >= data.total.nodes) return null
  return <p className={classes.cut}>{t('meeting.cut', { shown, total: data.total.nodes })}</p>
}

/** The same drawing on the whole page; choosing a tie goes back to its sentence. */
const Enlarged = ({ scope, onClose }: { scope: Scope; onClose: () => void }) => {
  const { t } = useWords()
  const { selectEdge } = useReading()
  const drawn = useGraph(scope, ROOMY)
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size="94vw"
      yOffset="3vh"
      padding={0}
      radius={0}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content aria-label={drawn.words.title}>
        <Modal.Body className={classes.large}>
          <Modal.CloseButton className={classes.close} aria-label={t('meeting.close')} />
          <div className={`${plate.plate} ${classes.plate}`}>
            <Head drawn={drawn} />
            <Drawing
              drawn={drawn}
              onEnlarge={null}
              onEdge={(id) => {
                onClose()
                selectEdge(id)
              }}
            />
            <Cut drawn={drawn} />
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** The plate: a drawing of the part in view, of the agenda or of the roll. */
export const GraphPanel = () => {
  const { tab, selectEdge } = useReading()
  const scope = scopeOf(tab, usePart())
  const drawn = useGraph(scope, CLOSE)
  const [large, setLarge] = useState(false)
  return (
    <section className={`${plate.plate} ${classes.plate}`} aria-label={drawn.words.title}>
      <Head drawn={drawn} />
      <Drawing drawn={drawn} onEnlarge={() => setLarge(true)} onEdge={selectEdge} />
      <Cut drawn={drawn} />
      {large ? <Enlarged scope={scope} onClose={() => setLarge(false)} /> : null}
    </section>
  )
}
