import { VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { busiestQuery } from '../../explore-queries.ts'
import { Footer } from '../../frame/footer.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import { Awaited, Empty, Failure, Skeleton } from '../../frame/notice.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { usePlace } from '../../frame/place.tsx'
import { Ribbon } from '../../frame/ribbon.tsx'
import { useWords } from '../../i18n/words.ts'
import { addStart } from '../../state/explore.ts'
import { nameInId } from '../../state/url-state.ts'
import { ExplorationProvider, useExploration } from './exploration.tsx'
import classes from './explore.module.css'
import { useNames } from './names.ts'
import { Plate } from './plate.tsx'
import { StartSearch } from './start-search.tsx'
import { Table } from './table.tsx'

const OFFERED = 6
const PHONE = '(max-width: 767px)'

/** Names to begin with. */
const Offered = ({ kind }: { kind: 'policy' | 'department' }) => {
  const { place, context } = useExploration()
  const { data } = useQuery(busiestQuery(place, kind, OFFERED))
  return (
    <ul className={classes.offered}>
      {data?.rows.map(({ node, meetings }) => (
        <li key={node.id}>
          <button type="button" onClick={() => context.change(addStart(node.id))}>
            <KindMark kind={node.kind} />
            <span lang="zh">{node.label}</span>
            <span className={classes.count}>{meetings}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const Begin = () => {
  const { t } = useWords()
  return (
    <div className={classes.begin}>
      <h1>{t('explore.empty')}</h1>
      <p className={classes.note}>{t('explore.emptyNote')}</p>
      <StartSearch large />
      <div className={classes.offers}>
        <Offered kind="department" />
        <Offered kind="policy" />
      </div>
    </div>
  )
}

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
  const { context, error, retry, graph, pending } = useExploration()
  const phone = useMediaQuery(PHONE, window.matchMedia(PHONE).matches)
  const [wanted, setWanted] = useState(false)
  if (context.view.starts.length + context.view.ways.length === 0) return <Begin />
  const drawn = !phone || wanted
  return (
    <>
      <Sentence />
      {error ? <Failure what={t('explore.failed')} error={error} onRetry={retry} /> : null}
      <div className={classes.views}>
        <Plate drawn={drawn} />
        {phone ? (
          <button type="button" className={classes.button} onClick={() => setWanted(!wanted)}>
            {t(wanted ? 'explore.undraw' : 'explore.draw')}
          </button>
        ) : null}
        {pending && graph.nodes.length === 0 ? <Skeleton widths={[0.6, 1, 1, 1, 1, 1]} gap={30} /> : <Table />}
      </div>
    </>
  )
}

/** The graph from any node outwards, a batch at a time. */
export const ExplorePage = () => {
  const { t } = useWords()
  usePageTitle(t('explore.title'))
  const { current, pending, error, retry } = usePlace()
  return (
    <>
      <Ribbon current={null} />
      <main id="main" tabIndex={-1} className={classes.page}>
        {error ? <Failure page what={t('error.jurisdictions')} error={error} onRetry={retry} /> : null}
        {pending ? (
          <>
            <Awaited />
            <Skeleton widths={[0.7, 1, 1, 1]} gap={60} />
          </>
        ) : null}
        {current ? (
          <ExplorationProvider key={current.id} place={current.id}>
            <Content />
          </ExplorationProvider>
        ) : null}
        {!pending && !error && !current ? <Empty>{t('start.title')}</Empty> : null}
      </main>
      <Footer />
    </>
  )
}
