import { useAddress } from '../../frame/address.ts'
import { Widen } from '../../frame/widen.tsx'
import { useWords } from '../../i18n/words.ts'
import { removeStart } from '../../state/explore.ts'
import { nameInId } from '../../state/url-state.ts'
import { useExploration } from './exploration.tsx'
import classes from './explore.module.css'

/** Starts of an old link that are no longer there. */
export const Gone = () => {
  const { t } = useWords()
  const { gone, context } = useExploration()
  if (gone.length === 0) return null
  const drop = () => context.change((view) => gone.reduce((rest, id) => removeStart(id)(rest), view))
  return (
    <p role="status" className={classes.gone}>
      {t('missing.node', { what: gone.map(nameInId).join(t('join.list')) })} {t('missing.why')}{' '}
      <button type="button" className={classes.action} onClick={drop}>
        {t('explore.dropGone', { count: gone.length })}
      </button>
    </p>
  )
}

/** A drawing without a line: the period may be why. */
export const Unconnected = () => {
  const { t } = useWords()
  const { graph, pending } = useExploration()
  const { state } = useAddress()
  if (pending || graph.edges.length > 0 || graph.nodes.length === 0 || (!state.from && !state.to)) return null
  return (
    <p role="status" className={classes.gone}>
      {t('explore.nothingInPeriod')} <Widen />
    </p>
  )
}
