import { Icon } from '../../frame/icons.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import { useWords } from '../../i18n/words.ts'
import { removeStart, removeWay } from '../../state/explore.ts'
import { nameInId } from '../../state/url-state.ts'
import { useExploration } from './exploration.tsx'
import classes from './explore.module.css'
import { useNames } from './names.ts'
import { StartSearch } from './start-search.tsx'

const Ways = () => {
  const { t } = useWords()
  const { context, way } = useExploration()
  const { short } = useNames()
  return context.view.ways.map((one) => {
    const reply = way(one)
    const from = short(one.from) || nameInId(one.from)
    const to = short(one.to) || nameInId(one.to)
    return (
      <span key={`${one.from}|${one.to}`} className={classes.chip}>
        <Icon name="paths" size={14} />
        <span lang="zh">{t('explore.way', { from, to })}</span>
        {reply && !reply.found ? <em>{t(`explore.wayNone.${reply.why}`)}</em> : null}
        <button
          type="button"
          aria-label={t('explore.removeWay', { from, to })}
          onClick={() => context.change(removeWay(one.from, one.to))}
        >
          <Icon name="close" size={14} />
        </button>
      </span>
    )
  })
}

/** Where the exploration began, the paths that were laid, and a place for one more. */
export const Chips = () => {
  const { t } = useWords()
  const { context } = useExploration()
  const { short, find } = useNames()
  return (
    <div className={classes.chips} role="group" aria-label={t('explore.starts')}>
      {context.view.starts.map((id) => {
        const name = short(id) || nameInId(id)
        const node = find(id)
        return (
          <span key={id} className={classes.chip}>
            {node ? <KindMark kind={node.kind} /> : null}
            <span lang="zh">{name}</span>
            <button
              type="button"
              aria-label={t('explore.removeStart', { name })}
              onClick={() => context.change(removeStart(id))}
            >
              <Icon name="close" size={14} />
            </button>
          </span>
        )
      })}
      <Ways />
      <StartSearch large={false} />
    </div>
  )
}
