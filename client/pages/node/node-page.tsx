import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { NodeReply } from '../../../model/api/graph.ts'
import type { GraphNode } from '../../../model/graph.ts'
import { useAddress } from '../../frame/address.ts'
import { Footer } from '../../frame/footer.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import { Awaited, Failure, isGone, Skeleton } from '../../frame/notice.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { usePlace } from '../../frame/place.tsx'
import { Ribbon } from '../../frame/ribbon.tsx'
import { useWords, type Words } from '../../i18n/words.ts'
import { zh } from '../../i18n/zh.ts'
import { nodeQuery } from '../../queries.ts'
import { idInPath, meetingPath, nameInId, policyPath } from '../../state/url-state.ts'
import { Missing } from '../missing.tsx'
import classes from './node-page.module.css'

type DegreeKey = keyof typeof zh.degree
const isDegree = (key: string): key is DegreeKey => Object.hasOwn(zh.degree, key)

const Facts = ({ node }: { node: GraphNode }) => {
  const { t } = useWords()
  const lines: [string, string, boolean][] = []
  if (node.kind === 'department' || node.kind === 'district')
    lines.push([t('node.body'), t(`bodyKind.${node.bodyKind}`), false])
  if (node.kind === 'person' && node.seat) lines.push([t('node.seat'), node.seat, true])
  lines.push([t('node.forms'), node.forms.join('、') || node.label, true])
  return (
    <dl className={classes.facts}>
      {lines.map(([name, value, data]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd lang={data ? 'zh' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const degreeName = ({ t }: Words, type: string, direction: 'in' | 'out'): string => {
  const key = `${type}_${direction}`
  return isDegree(key) ? t(`degree.${key}`) : type
}

const Links = ({ degrees }: { degrees: NodeReply['degrees'] }) => {
  const words = useWords()
  const { t } = words
  return (
    <section aria-labelledby="links" className={classes.links}>
      <h2 id="links">{t('node.links')}</h2>
      {degrees.length === 0 ? <p>{t('node.none')}</p> : null}
      <ul>
        {degrees.map(({ type, direction, count }) => (
          <li key={`${type}-${direction}`}>
            <span>{degreeName(words, type, direction)}</span>
            <span className={classes.count}>{count}</span>
          </li>
        ))}
      </ul>
      <p className={classes.note}>{t('node.where')}</p>
    </section>
  )
}

const meetingOf = (node: GraphNode): string | null => {
  if (node.kind === 'meeting') return node.id
  return node.kind === 'item' || node.kind === 'decision' ? node.meeting : null
}

const Content = ({ reply: { node, degrees } }: { reply: NodeReply }) => {
  const { t } = useWords()
  const { link } = usePlace()
  usePageTitle(node.label)
  const meeting = meetingOf(node)
  return (
    <>
      <p className={classes.kind}>
        <KindMark kind={node.kind} size={14} />
        {t(`kind.${node.kind}`)}
      </p>
      <h1 className={classes.name} lang="zh">
        {node.kind === 'policy' ? `《${node.title}》` : node.label}
      </h1>
      <Facts node={node} />
      {meeting ? (
        <p>
          <Link href={link(meetingPath(meeting))} className={classes.link}>
            {t('node.meeting')}
          </Link>
        </p>
      ) : null}
      {node.kind === 'policy' ? (
        <p>
          <Link href={link(policyPath(node.id))} className={classes.link}>
            {t('policies.toTrace')}
          </Link>
        </p>
      ) : null}
      <Links degrees={degrees} />
    </>
  )
}

const Loader = ({ id }: { id: string }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const { data, error, refetch } = useQuery(nodeQuery(id))
  if (isGone(error))
    return (
      <Missing what={t('missing.node', { what: nameInId(id) })}>
        <Link href={link('/meetings')}>{t('missing.list')}</Link>
      </Missing>
    )
  return (
    <>
      <Ribbon current={null} />
      <main id="main" tabIndex={-1} className={classes.page}>
        {error ? <Failure page what={t('error.node')} error={error} onRetry={() => void refetch()} /> : null}
        {data ? (
          <Content reply={data} />
        ) : error ? null : (
          <>
            <Awaited />
            <Skeleton widths={[0.1, 0.3, 0.5, 0.5, 0.5]} gap={30} />
          </>
        )}
      </main>
      <Footer />
    </>
  )
}

export const NodePage = () => {
  const { path } = useAddress()
  const id = idInPath(path)
  return id ? <Loader key={id} id={id} /> : <Missing what={null} />
}
