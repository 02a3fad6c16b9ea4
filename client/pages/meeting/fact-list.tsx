import { useState } from 'react'
import type { GraphEdge, GraphNode } from '../../../model/graph.ts'
import { Icon } from '../../frame/icons.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import { edgeName, isData, nodeName, useWords } from '../../i18n/words.ts'
import { evidenceIn, excerpt } from '../../state/facts.ts'
import classes from './facts.module.css'
import { useReading } from './reading.tsx'
import type { Screen } from './screen.ts'

const PAGE = 12

export const NodeWords = ({ node }: { node: GraphNode }) => {
  const words = useWords()
  const { seqOfItem } = useReading()
  return <span lang={isData(node) ? 'zh' : undefined}>{nodeName(words, node, seqOfItem)}</span>
}

/** The meeting itself is left out of a row: every row is about it. */
const Ends = ({ edge, brief }: { edge: GraphEdge; brief: boolean }) => {
  const { nodes } = useReading()
  const from = nodes.get(edge.from)
  const to = nodes.get(edge.to)
  if (!from || !to) return null
  if (to.kind === 'meeting') {
    const as = edge.type === 'ATTENDED' || edge.type === 'ABSENT_FROM' ? edge.props.as : null
    return (
      <>
        <NodeWords node={from} />
        {as ? (
          <span className={classes.beside} lang="zh">
            {as}
          </span>
        ) : null}
      </>
    )
  }
  if (from.kind === 'meeting') {
    const item = to.kind === 'item' ? to.label : null
    return (
      <>
        <NodeWords node={to} />
        {item ? (
          <span className={classes.beside} lang="zh">
            {item}
          </span>
        ) : null}
      </>
    )
  }
  if (brief) {
    const other = from.kind === 'item' || from.kind === 'decision' ? to : from
    return (
      <span className={classes.brief}>
        <KindMark kind={other.kind} size={14} />
        <NodeWords node={other} />
      </span>
    )
  }
  return (
    <>
      <NodeWords node={from} /> <span className={classes.arrow}>→</span> <NodeWords node={to} />
    </>
  )
}

type RowProps = { edge: GraphEdge; marked: boolean; screen: Screen }

const Row = ({ edge, marked, screen }: RowProps) => {
  const words = useWords()
  const { edge: selected, document, selectEdge } = useReading()
  const [evidence] = evidenceIn(edge, document.id)
  const quote = evidence ? excerpt(document.text.slice(evidence.start, evidence.end)) : ''
  const phone = screen === 'phone'
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        data-edge={edge.id}
        data-marked={marked ? '' : undefined}
        aria-current={selected?.id === edge.id ? 'true' : undefined}
        onClick={() => selectEdge(edge.id)}
      >
        <span className={classes.relation}>{edgeName(words, edge)}</span>
        <span className={classes.what}>
          <span className={classes.ends}>
            <Ends edge={edge} brief={phone} />
          </span>
          {phone || !quote ? null : (
            <span className={classes.excerpt} lang="zh">
              “{quote}”
            </span>
          )}
        </span>
        <Icon name="chevronRight" size={16} />
      </button>
    </li>
  )
}

export type FactListProps = {
  facts: readonly GraphEdge[]
  title: string
  /** Drawn as one with the selection: the same sentence says them. */
  marked: ReadonlySet<string>
  screen: Screen
  /** A list starts again from its top when this changes. */
  scope: string
}

/** The accessible twin of the drawing: every tie as a row that opens its sentence. */
export const FactList = ({ facts, title, marked, screen, scope }: FactListProps) => {
  const { t } = useWords()
  const [shown, setShown] = useState({ scope, count: PAGE })
  const count = shown.scope === scope ? shown.count : PAGE
  const rows = facts.slice(0, count)
  const left = Math.min(PAGE * 2, facts.length - rows.length)
  return (
    <section className={classes.list} aria-label={title}>
      <div className={classes.head}>
        <h2>{title}</h2>
        <span className={classes.note}>{t('meeting.factCount', { count: facts.length })}</span>
      </div>
      {facts.length === 0 ? <p className={classes.none}>{t('meeting.noFacts')}</p> : null}
      <ul>
        {rows.map((edge) => (
          <Row key={edge.id} edge={edge} marked={marked.has(edge.id)} screen={screen} />
        ))}
      </ul>
      {left > 0 ? (
        <p className={classes.more}>
          <span>{t('meeting.factShown', { shown: rows.length, total: facts.length })}</span>
          <button type="button" onClick={() => setShown({ scope, count: count + left })}>
            {t('meeting.factMore', { count: left })}
          </button>
        </p>
      ) : null}
    </section>
  )
}
