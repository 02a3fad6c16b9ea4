import { useInfiniteQuery } from '@tanstack/react-query'
import { Trans } from 'react-i18next'
import { Link } from 'wouter'
import { LIST_FORMATS } from '../../../model/api/exports.ts'
import { type ListedNode, listNodes } from '../../../model/api/lists.ts'
import { requestFile } from '../../api.ts'
import { useAddress } from '../../frame/address.ts'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import { Empty, Failure, Pending } from '../../frame/notice.tsx'
import { PlacePage } from '../../frame/page.tsx'
import { usePlace } from '../../frame/place.tsx'
import { SentenceMenu } from '../../frame/sentence-menu.tsx'
import { ShownOf } from '../../frame/shown-of.tsx'
import { Widen } from '../../frame/widen.tsx'
import { spanInWords } from '../../i18n/spans.ts'
import { useWords } from '../../i18n/words.ts'
import { nodesQuery } from '../../node-queries.ts'
import { period } from '../../queries.ts'
import { nodePath } from '../../state/url-state.ts'
import classes from './list-page.module.css'

const SKELETON = { widths: [0.4, 1, 1, 1], gap: 20 }

type ListKind = 'department' | 'district' | 'person'

const SORTS = ['activity', 'name', 'recent'] as const
type Sort = (typeof SORTS)[number]
const PATHS: Record<ListKind, string> = { department: '/departments', district: '/districts', person: '/people' }
const KINDS: readonly ListKind[] = ['department', 'district', 'person']

const useSort = () => {
  const { state, update } = useAddress()
  const sort: Sort = SORTS.find((one) => one === state.view.sort) ?? 'activity'
  return { sort, setSort: (next: Sort) => update({ view: next === 'activity' ? {} : { sort: next } }) }
}

const Row = ({ row: { node, meetings, first, last } }: { row: ListedNode }) => {
  const words = useWords()
  const { t } = words
  const { link } = usePlace()
  const body = node.kind === 'department' || node.kind === 'district' ? t(`bodyKind.${node.bodyKind}`) : null
  return (
    <li className={classes.row}>
      <Link href={link(nodePath(node.id))} lang="zh">
        {node.label}
      </Link>
      <span className={classes.more} lang={body ? undefined : 'zh'}>
        {body ?? (node.kind === 'person' ? node.seat : null)}
      </span>
      <span>{t('profile.lists.meetings', { count: meetings })}</span>
      <span className={classes.span}>{spanInWords(words, first, last)}</span>
    </li>
  )
}

const Others = ({ kind }: { kind: ListKind }) => {
  const { t } = useWords()
  const { link } = usePlace()
  return (
    <p className={classes.others}>
      {t('profile.lists.also')}
      {KINDS.filter((other) => other !== kind).map((other) => (
        <Link key={other} href={link(PATHS[other])}>
          {t(`profile.lists.${other}`)}
        </Link>
      ))}
      <Link href={link('/co-occurrence')}>{t('coOccurrence.title')}</Link>
      <Link href={link('/attendance')}>{t('attendance.title')}</Link>
    </p>
  )
}

/** As many rows as the server gives. */
const ROWS = 2000

const ListExport = ({ place, kind }: { place: string; kind: ListKind }) => {
  const { t } = useWords()
  const { state } = useAddress()
  const { sort } = useSort()
  return (
    <ExportMenu
      title={t(`profile.lists.${kind}`)}
      formats={LIST_FORMATS}
      take={(format) =>
        requestFile(listNodes, {
          params: {},
          query: { jurisdiction: place, kind, sort, limit: ROWS, ...period(state), format },
        })
      }
    />
  )
}

const Content = ({ place, kind }: { place: string; kind: ListKind }) => {
  const { t } = useWords()
  const { state } = useAddress()
  const { sort, setSort } = useSort()
  const query = useInfiniteQuery(nodesQuery({ jurisdiction: place, kind, sort, from: state.from, to: state.to }))
  const { data, error, refetch, fetchNextPage, isFetchingNextPage } = query
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const total = data?.pages.at(-1)?.total ?? 0
  if (error && !data) return <Failure page what={t('error.list')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Pending widths={[0.4, 1, 1, 1, 1, 1]} gap={20} />
  if (total === 0)
    return (
      <Empty>
        {t('profile.lists.empty')} <Widen />
      </Empty>
    )
  return (
    <>
      <h1 className={classes.lead}>
        <KindMark kind={kind} size={16} /> {t(`profile.lists.lead.${kind}`, { count: total })}
      </h1>
      <div className={classes.under}>
        <p>
          <Trans
            t={t}
            i18nKey="profile.lists.sortLead"
            components={{
              sort: (
                <SentenceMenu
                  label={t('profile.lists.sort')}
                  value={sort}
                  choices={SORTS.map((value) => ({ value, text: t(`profile.lists.sortOf.${value}`) }))}
                  onChoose={setSort}
                />
              ),
            }}
          />
        </p>
        <Others kind={kind} />
        <ListExport place={place} kind={kind} />
      </div>
      <ol className={classes.list}>
        {rows.map((row) => (
          <Row key={row.node.id} row={row} />
        ))}
      </ol>
      <ShownOf
        small
        shown={t('profile.lists.shown', { shown: rows.length, total })}
        more={rows.length < total ? t('profile.lists.more', { count: Math.min(100, total - rows.length) }) : null}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </>
  )
}

/** The departments, districts or people of a place, with how often each is met. */
const ListPage = ({ kind }: { kind: ListKind }) => {
  const { t } = useWords()
  return (
    <PlacePage title={t(`profile.lists.${kind}`)} className={classes.page} skeleton={SKELETON}>
      {(place) => <Content key={place} place={place} kind={kind} />}
    </PlacePage>
  )
}

export const Departments = () => <ListPage kind="department" />
export const Districts = () => <ListPage kind="district" />
export const People = () => <ListPage kind="person" />
