import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import menus from '../../frame/menu.module.css'
import { Failure, Skeleton } from '../../frame/notice.tsx'
import { PlacePage } from '../../frame/page.tsx'
import { useWords } from '../../i18n/words.ts'
import { nameInId } from '../../state/url-state.ts'
import { useScreen } from '../meeting/screen.ts'
import { Begin } from './begin.tsx'
import { ExplorationProvider, useExploration } from './exploration.tsx'
import classes from './explore.module.css'
import { useNames } from './names.ts'
import { Plate } from './plate.tsx'
import { Table } from './table.tsx'
import { TableSheet } from './table-sheet.tsx'
import { Gone, Unconnected } from './told.tsx'

const SKELETON = { widths: [0.7, 1, 1, 1], gap: 60 }

/** What the drawing holds, in a sentence; and what is being chosen. */
const Sentence = () => {
  const { t } = useWords()
  const { graph, context } = useExploration()
  const { short } = useNames()
  const { view, pathFrom, setPathFrom } = context
  const starts = view.starts.map((id) => short(id) || nameInId(id)).join(t('join.list'))
  return (
    <>
      <VisuallyHidden>
        <h1>
          {t('explore.sentence', {
            starts,
            nodes: t('explore.nodes', { count: graph.nodes.length }),
            edges: t('explore.edges', { count: graph.edges.length }),
            evidence: graph.edges.reduce((sum, { evidence }) => sum + evidence.length, 0),
          })}
        </h1>
      </VisuallyHidden>
      <p role="status" className={pathFrom === null ? classes.quiet : classes.asking}>
        {pathFrom === null ? '' : t('explore.pathFrom', { name: short(pathFrom) })}
        {pathFrom === null ? null : (
          <button type="button" className={classes.action} onClick={() => setPathFrom(null)}>
            {t('explore.cancel')}
          </button>
        )}
      </p>
    </>
  )
}

const Content = () => {
  const { t } = useWords()
  const { context, error, retry, graph, pending, gone } = useExploration()
  const screen = useScreen()
  const phone = screen === 'phone'
  const [wanted, setWanted] = useState(false)
  const asked = context.view.starts.length + context.view.ways.length
  if (asked === gone.length)
    return (
      <>
        <Gone />
        <Begin />
      </>
    )
  const drawn = !phone || wanted
  return (
    <>
      <Sentence />
      <Gone />
      <Unconnected />
      {error ? <Failure what={t('explore.failed')} error={error} onRetry={retry} /> : null}
      <div className={classes.views}>
        <Plate drawn={drawn} />
        {phone ? (
          <button type="button" className={`${menus.button} ${classes.button}`} onClick={() => setWanted(!wanted)}>
            {t(wanted ? 'explore.undraw' : 'explore.draw')}
          </button>
        ) : null}
        {screen === 'tablet' ? (
          <TableSheet />
        ) : pending && graph.nodes.length === 0 ? (
          <Skeleton widths={[0.6, 1, 1, 1, 1, 1]} gap={30} />
        ) : (
          <Table onClose={null} />
        )}
      </div>
    </>
  )
}

/** The graph from any node outwards, a batch at a time. */
export const ExplorePage = () => {
  const { t } = useWords()
  return (
    <PlacePage title={t('explore.title')} className={classes.page} skeleton={SKELETON}>
      {(place) => (
        <ExplorationProvider key={place} place={place}>
          <Content />
        </ExplorationProvider>
      )}
    </PlacePage>
  )
}
