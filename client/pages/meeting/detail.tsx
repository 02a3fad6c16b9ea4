import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { Quotation } from '../../../model/api/graph.ts'
import type { GraphEdge, GraphNode } from '../../../model/graph.ts'
import { sentenceAt } from '../../../model/sentence.ts'
import { CurateFact, CuratePair } from '../../frame/curate-node.tsx'
import { Icon } from '../../frame/icons.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import { Failure } from '../../frame/notice.tsx'
import { usePlace } from '../../frame/place.tsx'
import { edgeName, propLines, useWords } from '../../i18n/words.ts'
import { edgeQuery } from '../../queries.ts'
import { flatQuote, type SentenceParts, sentenceParts } from '../../state/citation.ts'
import { evidenceIn } from '../../state/facts.ts'
import { nodePath, policyPath } from '../../state/url-state.ts'
import classes from './detail.module.css'
import { NodeWords } from './fact-list.tsx'
import { useReading } from './reading.tsx'

const Head = ({ title, children }: { title: string; children: React.ReactNode }) => {
  const { t } = useWords()
  const { clear } = useReading()
  return (
    <div className={classes.head}>
      <h2 className={classes.title}>{title}</h2>
      <span className={classes.basis}>{children}</span>
      <button
        type="button"
        className={classes.close}
        onClick={clear}
        aria-label={t('meeting.back')}
        title={t('meeting.back')}
      >
        <Icon name="close" size={18} />
      </button>
    </div>
  )
}

const End = ({ id }: { id: string }) => {
  const { nodes, selectNode } = useReading()
  const node = nodes.get(id)
  if (!node) return <span>{id}</span>
  return (
    <button type="button" className={classes.end} onClick={() => selectNode(node.id)}>
      <KindMark kind={node.kind} />
      <NodeWords node={node} />
    </button>
  )
}

type Shown = { key: string; document: string; name: string; start: number; end: number; parts: SentenceParts }

/** Evidence in the open document is at hand; the rest comes with the server's answer. */
const useQuotations = (edge: GraphEdge) => {
  const { document } = useReading()
  const { data, error, refetch } = useQuery(edgeQuery(edge.id))
  const own = (evidence: { start: number; end: number }): Shown => ({
    key: `${document.id}:${evidence.start}`,
    document: document.id,
    name: document.name,
    start: evidence.start,
    end: evidence.end,
    parts: sentenceParts(document.text, sentenceAt(document.text, evidence), evidence),
  })
  const other = ({ document: id, documentName, start, end, quote }: Quotation): Shown => ({
    key: `${id}:${start}`,
    document: id,
    name: documentName,
    start,
    end,
    parts: { before: '', quote: flatQuote(quote), after: '' },
  })
  const here = evidenceIn(edge, document.id).map(own)
  const elsewhere = (data?.quotations ?? []).filter((quotation) => quotation.document !== document.id).map(other)
  return { quotations: [...here, ...elsewhere], error: here.length > 0 ? null : error, refetch }
}

const QuotationBlock = ({ shown, nth, several }: { shown: Shown; nth: number; several: boolean }) => {
  const { t } = useWords()
  const { document, reply, goToSpan, setDocument } = useReading()
  const here = shown.document === document.id
  const reachable = here || reply.documents.some(({ id }) => id === shown.document)
  return (
    <li className={classes.quotation}>
      <blockquote lang="zh">
        {shown.parts.before}
        <mark>{shown.parts.quote}</mark>
        {shown.parts.after}
      </blockquote>
      <p className={classes.source}>
        <span lang="zh">{shown.name}</span>
        {reachable ? (
          <button type="button" onClick={() => (here ? goToSpan(shown) : setDocument(shown.document))}>
            {several ? t('meeting.locateNth', { n: nth }) : t('meeting.locate')}
          </button>
        ) : null}
      </p>
    </li>
  )
}

export const EdgeDetail = ({ edge }: { edge: GraphEdge }) => {
  const words = useWords()
  const { t } = words
  const { quotations, error, refetch } = useQuotations(edge)
  const lines = propLines(words, edge)
  return (
    <section className={classes.detail} aria-label={edgeName(words, edge)} tabIndex={-1} data-detail>
      <Head title={edgeName(words, edge)}>
        <span className={edge.basis === 'inferred' ? classes.inferred : undefined}>{t(`meeting.${edge.basis}`)}</span>
        {t('join.clause')}
        {t('meeting.evidences', { count: edge.evidence.length })}
      </Head>
      <p className={classes.ends}>
        <End id={edge.from} /> <span className={classes.arrow}>→</span> <End id={edge.to} />
      </p>
      {lines.length ? (
        <dl className={classes.props}>
          {lines.map(({ name, value, data }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd lang={data ? 'zh' : undefined}>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {error ? <Failure what={t('error.edge')} error={error} onRetry={() => void refetch()} /> : null}
      {edge.basis === 'stated' ? <CurateFact edge={edge.id} /> : null}
      {edge.type === 'POSSIBLY_SAME' ? <CuratePair a={edge.from} b={edge.to} /> : null}
      <ol>
        {quotations.map((shown, index) => (
          <QuotationBlock key={shown.key} shown={shown} nth={index + 1} several={quotations.length > 1} />
        ))}
      </ol>
    </section>
  )
}

const HAS_PAGE: ReadonlySet<GraphNode['kind']> = new Set(['policy', 'department', 'district', 'person'])

export const NodeDetail = ({ node }: { node: GraphNode }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const forms = node.forms.filter((form) => form !== node.label)
  return (
    <section className={classes.detail} aria-label={node.label} tabIndex={-1} data-detail>
      <Head title="">
        <span className={classes.kind}>
          <KindMark kind={node.kind} size={14} />
          {t(`kind.${node.kind}`)}
        </span>
      </Head>
      <p className={classes.nodeName} lang="zh">
        {node.label}
      </p>
      {node.kind === 'person' && node.seat ? (
        <p className={classes.forms} lang="zh">
          {node.seat}
        </p>
      ) : null}
      {forms.length ? (
        <p className={classes.forms}>
          {t('meeting.forms')}
          {t('join.colon')}
          <span lang="zh">{forms.join('、')}</span>
        </p>
      ) : null}
      {HAS_PAGE.has(node.kind) ? (
        <p>
          <Link href={link(node.kind === 'policy' ? policyPath(node.id) : nodePath(node.id))} className={classes.open}>
            {t(node.kind === 'policy' ? 'policies.toTrace' : 'meeting.openNode')}
            <Icon name="arrowRight" size={14} />
          </Link>
        </p>
      ) : null}
    </section>
  )
}
