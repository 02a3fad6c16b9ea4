import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { GRAPH_FORMATS } from '../../../model/api/exports.ts'
import type { NodeReply } from '../../../model/api/graph.ts'
import { getNeighbours } from '../../../model/api/lists.ts'
import type { GraphNode } from '../../../model/graph.ts'
import { requestFile } from '../../api.ts'
import { useAddress } from '../../frame/address.ts'
import { CurateNode } from '../../frame/curate-node.tsx'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { Footer } from '../../frame/footer.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import { Failure, isGone, Pending } from '../../frame/notice.tsx'
import { Main } from '../../frame/page.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { usePlace } from '../../frame/place.tsx'
import { Ribbon } from '../../frame/ribbon.tsx'
import { useWords } from '../../i18n/words.ts'
import type { NeighboursFilter } from '../../node-queries.ts'
import { nodeQuery, period } from '../../queries.ts'
import { idInPath, meetingPath, nameInId, policyPath } from '../../state/url-state.ts'
import { Missing } from '../missing.tsx'
import { meetingOf } from './edge-line.tsx'
import { Neighbours } from './neighbours.tsx'
import classes from './node-page.module.css'
import { BodyProfile, PersonProfile } from './profiles.tsx'

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

/** As many neighbours as the server gives. */
const NEIGHBOURS = 1000

const Profile = ({ node, filter }: { node: GraphNode; filter: NeighboursFilter }) => {
  if (node.kind === 'person') return <PersonProfile node={node} filter={filter} />
  if (node.kind === 'department' || node.kind === 'district') return <BodyProfile node={node} filter={filter} />
  return null
}

const Content = ({ reply: { node } }: { reply: NodeReply }) => {
  const { t } = useWords()
  const { link } = usePlace()
  usePageTitle(node.label)
  const { state } = useAddress()
  const filter = { from: state.from, to: state.to }
  const meeting = meetingOf([node])
  return (
    <div className={classes.columns}>
      <div className={classes.own}>
        <p className={classes.kind}>
          <KindMark kind={node.kind} size={14} />
          {t(`kind.${node.kind}`)}
        </p>
        <h1 className={classes.name} lang="zh">
          {node.kind === 'policy' ? `《${node.title}》` : node.label}
        </h1>
        <Facts node={node} />
        <CurateNode node={node} />
        <ExportMenu
          title={node.label}
          formats={GRAPH_FORMATS}
          take={(format) =>
            requestFile(getNeighbours, {
              params: { id: node.id },
              query: { limit: NEIGHBOURS, ...period(filter), format },
            })
          }
        />
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
        <Profile node={node} filter={filter} />
      </div>
      <Neighbours node={node} filter={filter} />
    </div>
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
      <Main className={classes.page}>
        {error ? <Failure page what={t('error.node')} error={error} onRetry={() => void refetch()} /> : null}
        {data ? <Content reply={data} /> : error ? null : <Pending widths={[0.1, 0.3, 0.5, 0.5, 0.5]} gap={30} />}
      </Main>
      <Footer />
    </>
  )
}

export const NodePage = () => {
  const { path } = useAddress()
  const id = idInPath(path)
  return id ? <Loader key={id} id={id} /> : <Missing what={null} />
}
