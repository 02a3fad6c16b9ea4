import { Footer } from '../../frame/footer.tsx'
import { Awaited, Empty, Failure, Skeleton } from '../../frame/notice.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { usePlace } from '../../frame/place.tsx'
import { Ribbon } from '../../frame/ribbon.tsx'
import { Widen } from '../../frame/widen.tsx'
import { useWords } from '../../i18n/words.ts'
import classes from './co-occurrence.module.css'
import { Matrix } from './matrix.tsx'
import { Network } from './network.tsx'
import { PairPanel } from './pair-panel.tsx'
import { Sentence } from './sentence.tsx'
import { TieList } from './tie-list.tsx'
import { TiesProvider, useChoice } from './ties.tsx'

const Content = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { choice, filter, query, choose } = useChoice(place)
  const { data, error, refetch } = query
  if (error && !data) return <Failure page what={t('error.ties')} error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <>
        <Awaited />
        <Skeleton widths={[0.7, 0.55, 1, 1, 1, 1]} gap={60} />
      </>
    )
  return (
    <TiesProvider filter={filter} choice={choice} reply={data} choose={choose}>
      <Sentence />
      {data.columns === 0 ? (
        <p className={classes.nothingHere}>
          {t('coOccurrence.empty')} <Widen />
        </p>
      ) : (
        <>
          <div className={classes.views}>
            <Network />
            <Matrix />
            <PairPanel />
          </div>
          <TieList />
        </>
      )}
    </TiesProvider>
  )
}

/** Which departments stand together more often than chance would have it. */
export const CoOccurrencePage = () => {
  const { t } = useWords()
  usePageTitle(t('coOccurrence.title'))
  const { current, pending, error, retry } = usePlace()
  return (
    <>
      <Ribbon current={null} />
      <main id="main" tabIndex={-1} className={classes.page}>
        {error ? <Failure page what={t('error.jurisdictions')} error={error} onRetry={retry} /> : null}
        {pending ? (
          <>
            <Awaited />
            <Skeleton widths={[0.7, 0.55, 1, 1, 1, 1]} gap={60} />
          </>
        ) : null}
        {current ? <Content key={current.id} place={current.id} /> : null}
        {!pending && !error && !current ? <Empty>{t('start.title')}</Empty> : null}
      </main>
      <Footer />
    </>
  )
}
