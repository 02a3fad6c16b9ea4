import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Trans } from 'react-i18next'
import { Link } from 'wouter'
import { LIST_FORMATS } from '../../../model/api/exports.ts'
import { type ListedPolicy, listPolicies, type PoliciesReply, PolicyFilter } from '../../../model/api/trace.ts'
import { requestFile } from '../../api.ts'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { Icon } from '../../frame/icons.tsx'
import { Failure, Pending } from '../../frame/notice.tsx'
import { PlacePage } from '../../frame/page.tsx'
import { usePlace } from '../../frame/place.tsx'
import { SentenceMenu } from '../../frame/sentence-menu.tsx'
import { ShownOf } from '../../frame/shown-of.tsx'
import { useWords } from '../../i18n/words.ts'
import { period as periodAsked, policiesQuery } from '../../queries.ts'
import { glyphOf } from '../../state/course.ts'
import { SORTS } from '../../state/policies.ts'
import { policyPath } from '../../state/url-state.ts'
import { meetingOf, stepName } from '../trace/course-words.ts'
import { GlyphIcon } from '../trace/glyph.tsx'
import classes from './policies.module.css'
import { usePeriodWords, usePoliciesChoice } from './use-choice.ts'

const SKELETON = { widths: [0.6, 0.4, 1, 1, 1, 1], gap: 40 }

const PAUSE = 200

const Open = ({ row }: { row: ListedPolicy }) => {
  const { t } = useWords()
  const { vanished, silentDuties, returns } = row
  return (
    <>
      {vanished ? <span className={classes.warn}>{t('policies.notBack', { count: vanished.meetings })}</span> : null}
      {silentDuties > 0 ? (
        <span className={classes.warn}>{t('policies.silentDuties', { count: silentDuties })}</span>
      ) : null}
      {returns > 0 && !vanished ? <span>{t('policies.cameBack')}</span> : null}
    </>
  )
}

const Row = ({ row }: { row: ListedPolicy }) => {
  const words = useWords()
  const { t } = words
  const { link } = usePlace()
  const { policy, state, at, leads, last, meetings } = row
  const step = state ? { state, outcomes: row.outcomes } : null
  return (
    <tr>
      <th scope="row">
        <Link href={link(policyPath(policy.id))} lang="zh">
          {policy.title}
        </Link>
      </th>
      <td className={classes.state}>
        {step ? (
          <>
            <GlyphIcon name={glyphOf(step)} size={13} />
            {stepName(words, step)}
          </>
        ) : (
          t('policies.onlyCited')
        )}
      </td>
      <td className={classes.date}>
        {last ?? '–'}
        {at && at.date === last ? <small>{meetingOf(words, at)}</small> : null}
      </td>
      <td lang="zh" className={classes.leads}>
        {leads.map(({ label }) => label).join('、')}
      </td>
      <td className={classes.count}>{t('policies.meetings', { count: meetings })}</td>
      <td className={classes.open}>
        <Open row={row} />
      </td>
    </tr>
  )
}

const Lead = ({ counts, period }: { counts: PoliciesReply['counts']; period: string | null }) => {
  const { t } = useWords()
  const { choose } = usePoliciesChoice()
  const control = (only: 'vanished' | 'silent' | 'deferred', warn: boolean) => (
    <button type="button" className={warn ? classes.warnControl : classes.control} onClick={() => choose({ only })}>
      {t(`policies.${only}`, { count: counts[only] })}
    </button>
  )
  return (
    <h1 className={classes.lead}>
      <Trans
        t={t}
        i18nKey={period ? 'policies.leadPeriod' : 'policies.lead'}
        count={counts.all}
        values={{ count: counts.all, period: period ?? '' }}
        components={{
          vanished: control('vanished', true),
          silent: control('silent', true),
          deferred: control('deferred', false),
        }}
      />
    </h1>
  )
}

/** As many rows as the server gives. */
const ROWS = 2000

const PoliciesExport = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { choice, from, to } = usePoliciesChoice()
  const { q, only, sort } = choice
  return (
    <ExportMenu
      title={t('policies.title')}
      filters={[t(`policies.onlyOf.${only}`), ...(q ? [`“${q}”`] : [])]}
      formats={LIST_FORMATS}
      take={(format) =>
        requestFile(listPolicies, {
          params: {},
          query: { jurisdiction: place, q, only, sort, limit: ROWS, ...periodAsked({ from, to }), format },
        })
      }
    />
  )
}

const Controls = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const { choice, choose } = usePoliciesChoice()
  const [text, setText] = useState(choice.q)
  const [asked] = useDebouncedValue(text, PAUSE)
  useEffect(() => {
    if (asked !== choice.q) choose({ q: asked })
    // Only what was typed is put into the address.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked])
  const only = (
    <SentenceMenu
      label={t('policies.only')}
      value={choice.only}
      choices={PolicyFilter.options.map((value) => ({ value, text: t(`policies.onlyOf.${value}`) }))}
      onChoose={(value) => choose({ only: value })}
    />
  )
  const sort = (
    <SentenceMenu
      label={t('policies.sort')}
      value={choice.sort}
      choices={SORTS.map((value) => ({ value, text: t(`policies.sortOf.${value}`) }))}
      onChoose={(value) => choose({ sort: value })}
    />
  )
  return (
    <div className={classes.controls}>
      <div className={classes.show}>
        <Trans t={t} i18nKey="policies.show" components={{ only, sort }} />
      </div>
      <label className={classes.search}>
        <Icon name="search" size={16} />
        <input
          type="search"
          aria-label={t('policies.search')}
          placeholder={t('policies.search')}
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <Link href={link('/vanished')} className={classes.lost}>
        {t('policies.lost')}
        <Icon name="arrowRight" size={14} />
      </Link>
      <PoliciesExport place={place} />
    </div>
  )
}

const Table = ({ rows }: { rows: readonly ListedPolicy[] }) => {
  const { t } = useWords()
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {(['policy', 'state', 'last', 'leads', 'meetings', 'open'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`policies.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.policy.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

const Content = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { choice, choose, whole, from, to } = usePoliciesChoice()
  const period = usePeriodWords(place)
  const { q, only, sort } = choice
  const query = useInfiniteQuery(policiesQuery({ jurisdiction: place, q, only, sort, from, to }))
  const { data, error, refetch, fetchNextPage, isFetchingNextPage } = query
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const last = data?.pages.at(-1)
  if (error && !data) return <Failure page what={t('error.policies')} error={error} onRetry={() => void refetch()} />
  if (!last) return <Pending {...SKELETON} />
  const left = Math.min(50, last.total - rows.length)
  return (
    <>
      <Lead counts={last.counts} period={period} />
      <Controls place={place} />
      {rows.length === 0 ? (
        <p className={classes.none}>
          {period && !q && only === 'all' ? t('policies.emptyPeriod', { period }) : t('policies.empty')}{' '}
          <button
            type="button"
            className={classes.control}
            onClick={period && !q && only === 'all' ? whole : () => choose({ q: '', only: 'all' })}
          >
            {period && !q && only === 'all' ? t('policies.widen') : t('policies.clear')}
          </button>
        </p>
      ) : (
        <Table rows={rows} />
      )}
      <ShownOf
        shown={t('policies.shown', { shown: rows.length, total: last.total })}
        more={left > 0 ? t('policies.more', { count: left }) : null}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
      {error ? <Failure what={t('error.policies')} error={error} onRetry={() => void fetchNextPage()} /> : null}
    </>
  )
}

/** The policies of a place, those without a sequel first. */
export const PoliciesPage = () => {
  const { t } = useWords()
  return (
    <PlacePage title={t('policies.title')} className={classes.page} skeleton={SKELETON}>
      {(place) => <Content key={place} place={place} />}
    </PlacePage>
  )
}
