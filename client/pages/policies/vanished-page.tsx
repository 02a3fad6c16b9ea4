import { useInfiniteQuery } from '@tanstack/react-query'
import { Trans } from 'react-i18next'
import { Link } from 'wouter'
import { LIST_FORMATS } from '../../../model/api/exports.ts'
import { getVanished, type VanishedMatter, type VanishedReply } from '../../../model/api/trace.ts'
import { requestFile } from '../../api.ts'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { Failure, Pending } from '../../frame/notice.tsx'
import { PlacePage } from '../../frame/page.tsx'
import { usePlace } from '../../frame/place.tsx'
import { SentenceMenu } from '../../frame/sentence-menu.tsx'
import { ShownOf } from '../../frame/shown-of.tsx'
import { dayInWords } from '../../i18n/dates.ts'
import { itemName, useWords } from '../../i18n/words.ts'
import { period, vanishedQuery } from '../../queries.ts'
import { LEASTS } from '../../state/policies.ts'
import { meetingPath, NO_SELECTION, policyPath } from '../../state/url-state.ts'
import { Sentence } from '../co-occurrence/quoted.tsx'
import { meetingOf } from '../trace/course-words.ts'
import { GlyphIcon } from '../trace/glyph.tsx'
import classes from './policies.module.css'
import { usePoliciesChoice } from './use-choice.ts'

const SKELETON = { widths: [0.7, 0.5, 1, 1, 1], gap: 54 }

const Matter = ({ row }: { row: VanishedMatter }) => {
  const words = useWords()
  const { t } = words
  const { link } = usePlace()
  const { at, policies, bodies, due, silence, quotations } = row
  const [first] = quotations
  const target = link(meetingPath(at.meeting), { ...NO_SELECTION, item: at.seq, edge: first?.edge ?? null })
  return (
    <li className={classes.matter}>
      <div>
        <h3 lang="zh">
          <GlyphIcon name={row.is === 'deferred' ? 'deferred' : 'unseen'} size={14} />
          {row.is === 'duty' ? bodies.map(({ label }) => label).join('、') : null}
          {row.is === 'deferred' && policies.length === 0 ? at.heading : null}
          {row.is === 'deferred'
            ? policies.map(({ id, label }) => (
                <Link key={id} href={link(policyPath(id))}>
                  《{label}》
                </Link>
              ))
            : null}
        </h3>
        {quotations.map((quotation) => (
          <Sentence key={quotation.edge} quotation={quotation} names={[]} />
        ))}
        <p className={classes.where}>
          {[meetingOf(words, at), itemName(words, at.seq), at.date].filter((part) => part !== null).join(' · ')}{' '}
          <Link href={target} className={classes.locate}>
            {t('meeting.locate')}
          </Link>
          {row.is === 'duty'
            ? policies.map(({ id, label }) => (
                <Link key={id} href={link(policyPath(id))} lang="zh" className={classes.of}>
                  《{label}》
                </Link>
              ))
            : null}
        </p>
      </div>
      <p className={classes.silence}>
        {due ? <b>{t('policies.due', { due })}</b> : null}
        {t('policies.silence', { count: silence.meetings })}
        {silence.missing > 0 ? t('policies.missing', { count: silence.missing }) : null}
      </p>
    </li>
  )
}

type SectionProps = { place: string; is: 'deferred' | 'duty' }

const useMatters = ({ place, is }: SectionProps) => {
  const { choice, from, to } = usePoliciesChoice()
  return useInfiniteQuery(vanishedQuery({ jurisdiction: place, is, meetings: choice.least, from, to }))
}

const Section = ({ place, is }: SectionProps) => {
  const { t } = useWords()
  const { data, error, refetch, fetchNextPage, isFetchingNextPage } = useMatters({ place, is })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const total = data?.pages.at(-1)?.total ?? 0
  const left = Math.min(20, total - rows.length)
  return (
    <section className={classes.section} aria-labelledby={`lost-${is}`}>
      <h2 id={`lost-${is}`}>{t(is === 'deferred' ? 'policies.deferredTitle' : 'policies.dutyTitle')}</h2>
      {error ? <Failure what={t('error.vanished')} error={error} onRetry={() => void refetch()} /> : null}
      {data && rows.length === 0 ? (
        <p className={classes.none}>{t(is === 'deferred' ? 'policies.noneDeferred' : 'policies.noneDuty')}</p>
      ) : null}
      <ol>
        {rows.map((row) => (
          <Matter key={row.id} row={row} />
        ))}
      </ol>
      {data && total > 0 ? (
        <ShownOf
          shown={t('policies.shown', { shown: rows.length, total })}
          more={left > 0 ? t('policies.more', { count: left }) : null}
          busy={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      ) : null}
    </section>
  )
}

/** As many rows as the server gives. */
const ROWS = 500

const VanishedExport = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { choice, from, to } = usePoliciesChoice()
  const { least } = choice
  return (
    <ExportMenu
      title={t('policies.lostTitle')}
      filters={[`${t('policies.least')}${t('join.colon')}${t('policies.leastOf', { count: Number(least) })}`]}
      formats={LIST_FORMATS}
      take={(format) =>
        requestFile(getVanished, {
          params: {},
          query: { jurisdiction: place, meetings: least, limit: ROWS, ...period({ from, to }), format },
        })
      }
    />
  )
}

const Lead = ({ reply }: { reply: VanishedReply }) => {
  const { t, language } = useWords()
  const { choice, choose } = usePoliciesChoice()
  const { deferred, duties, until } = reply
  const least = (
    <SentenceMenu
      label={t('policies.least')}
      value={choice.least}
      choices={LEASTS.map((value) => ({ value, text: t('policies.leastOf', { count: Number(value) }) }))}
      onChoose={(value) => choose({ least: value })}
    />
  )
  const values = { put: deferred.of, vanished: deferred.vanished, due: duties.of, silent: duties.vanished }
  return (
    <>
      <h1 className={classes.lead}>
        <Trans
          t={t}
          i18nKey="policies.lostLead"
          values={values}
          components={{ b: <b className={classes.warn} />, least }}
        />
      </h1>
      {until ? <p className={classes.note}>{t('policies.lostNote', { until: dayInWords(until, language) })}</p> : null}
    </>
  )
}

const Content = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { data, error, refetch } = useMatters({ place, is: 'deferred' })
  const [first] = data?.pages ?? []
  if (error && !first) return <Failure page what={t('error.vanished')} error={error} onRetry={() => void refetch()} />
  if (!first) return <Pending {...SKELETON} />
  return (
    <>
      <Lead reply={first} />
      <VanishedExport place={place} />
      <Section place={place} is="deferred" />
      <Section place={place} is="duty" />
    </>
  )
}

/** What was put off and is not back, what fell due and was not mentioned again. */
export const VanishedPage = () => {
  const { t } = useWords()
  return (
    <PlacePage title={t('policies.lostTitle')} className={classes.page} skeleton={SKELETON}>
      {(place) => <Content key={place} place={place} />}
    </PlacePage>
  )
}
