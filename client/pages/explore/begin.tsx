import { useQuery } from '@tanstack/react-query'
import { busiestQuery } from '../../explore-queries.ts'
import { KindMark } from '../../frame/kind-mark.tsx'
import { useWords } from '../../i18n/words.ts'
import { coverageQuery } from '../../queries.ts'
import { addStart } from '../../state/explore.ts'
import { useExploration } from './exploration.tsx'
import classes from './explore.module.css'
import { StartSearch } from './start-search.tsx'

const OFFERED = 6
/** So few meetings that no name occurs often. */
const FEW = 3

/** Names to begin with. */
const Offered = ({ kind }: { kind: 'policy' | 'department' }) => {
  const { t } = useWords()
  const { place, context } = useExploration()
  const { data } = useQuery(busiestQuery(place, kind, OFFERED))
  return (
    <ul className={classes.offered}>
      {data?.rows.map(({ node, meetings }) => (
        <li key={node.id}>
          <button type="button" onClick={() => context.change(addStart(node.id))}>
            <KindMark kind={node.kind} />
            <span lang="zh">{node.label}</span>
            <span className={classes.count}>{t('profile.lists.meetings', { count: meetings })}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Before anything is drawn: names to begin with. */
export const Begin = () => {
  const { t } = useWords()
  const { place } = useExploration()
  const { data } = useQuery(coverageQuery(place))
  return (
    <div className={classes.begin}>
      <h1>{t('explore.empty')}</h1>
      <p className={classes.note}>
        {data && data.meetings <= FEW ? t('explore.emptyFew', { count: data.meetings }) : t('explore.emptyNote')}
      </p>
      <StartSearch large />
      <div className={classes.offers}>
        <Offered kind="department" />
        <Offered kind="policy" />
      </div>
    </div>
  )
}
