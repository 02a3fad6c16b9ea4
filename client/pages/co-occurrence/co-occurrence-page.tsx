import { Failure, Pending } from '../../frame/notice.tsx'
import { PlacePage } from '../../frame/page.tsx'
import { Widen } from '../../frame/widen.tsx'
import { useWords } from '../../i18n/words.ts'
import classes from './co-occurrence.module.css'
import { Matrix } from './matrix.tsx'
import { Network } from './network.tsx'
import { PairPanel } from './pair-panel.tsx'
import { Sentence } from './sentence.tsx'
import { TieList } from './tie-list.tsx'
import { TiesProvider, useChoice } from './ties.tsx'

const SKELETON = { widths: [0.7, 0.55, 1, 1, 1, 1], gap: 60 }

const Content = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { choice, filter, query, choose } = useChoice(place)
  const { data, error, refetch } = query
  if (error && !data) return <Failure page what={t('error.ties')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Pending {...SKELETON} />
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
  return (
    <PlacePage title={t('coOccurrence.title')} className={classes.page} skeleton={SKELETON}>
      {(place) => <Content key={place} place={place} />}
    </PlacePage>
  )
}
