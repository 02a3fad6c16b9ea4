import type { CurationEffect, NamedEdge } from '../../../model/api/curation.ts'
import type { NamedNode } from '../../../model/curation.ts'
import { KindMark } from '../../frame/kind-mark.tsx'
import { useWords } from '../../i18n/words.ts'
import classes from './panel.module.css'

const MOST = 8
const CHANGES = ['appear', 'vanish', 'change'] as const

/** What tells two of one name apart: the end of the id, where the body stands. */
const endOfId = (id: string): string => id.split('/').slice(2).join('/')

const Names = ({ nodes, among }: { nodes: readonly NamedNode[]; among: readonly NamedNode[] }) => {
  const { t } = useWords()
  if (nodes.length === 0) return <span className={classes.nothing}>{t('review.effect.none')}</span>
  return (
    <ul>
      {nodes.slice(0, MOST).map((node) => (
        <li key={node.id}>
          <KindMark kind={node.kind} size={12} />
          <span lang="zh" title={node.id}>
            {node.label}
          </span>
          {among.some(({ id, label }) => label === node.label && id !== node.id) ? (
            <small lang="zh">{endOfId(node.id)}</small>
          ) : null}
        </li>
      ))}
      {nodes.length > MOST ? <li>{t('review.effect.more', { count: nodes.length - MOST })}</li> : null}
    </ul>
  )
}

const Edge = ({ edge }: { edge: NamedEdge }) => {
  const { t } = useWords()
  return (
    <li>
      <b>{t(`edge.${edge.type}`)}</b>{' '}
      <span lang="zh">
        {edge.from.label} → {edge.to.label}
      </span>
      {edge.date ? <small>{edge.date}</small> : null}
    </li>
  )
}

/** What changes in the graph: who is concerned before and after, how much, and the relations one by one. */
export const EffectWords = ({ effect }: { effect: CurationEffect }) => {
  const { t } = useWords()
  const { before, after, nodes, edges } = effect
  const all = [...before, ...after]
  const counts = CHANGES.flatMap((change) =>
    (['nodes', 'edges'] as const).flatMap((what) => {
      const { total } = effect[what][change]
      return total > 0 ? [t(`review.effect.${what}.${change}`, { count: total })] : []
    }),
  )
  const listed = CHANGES.filter((change) => edges[change].total > 0 || nodes[change].total > 0)
  return (
    <div className={classes.effect}>
      {before.length + after.length > 0 ? (
        <div className={classes.sides}>
          <div>
            <h4>{t('review.effect.before')}</h4>
            <Names nodes={before} among={all} />
          </div>
          <div>
            <h4>{t('review.effect.after')}</h4>
            <Names nodes={after} among={all} />
          </div>
        </div>
      ) : null}
      <p>{counts.length > 0 ? counts.join(t('join.list')) : t('review.effect.nothing')}</p>
      {listed.length > 0 ? (
        <details>
          <summary>{t('review.effect.list')}</summary>
          {listed.map((change) => (
            <div key={change}>
              <h4>{t(`review.effect.${change}`)}</h4>
              <ul className={classes.edges}>
                {edges[change].rows.map((edge) => (
                  <Edge key={edge.id} edge={edge} />
                ))}
              </ul>
              {edges[change].total > edges[change].rows.length ? (
                <p>{t('review.effect.shown', { shown: edges[change].rows.length, total: edges[change].total })}</p>
              ) : null}
            </div>
          ))}
        </details>
      ) : null}
    </div>
  )
}
