import { useInfiniteQuery } from '@tanstack/react-query'
import { Trans } from 'react-i18next'
import { Link } from 'wouter'
import type { PairReply } from '../../../model/api/co-occurrence.ts'
import { Icon } from '../../frame/icons.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import { Failure, Skeleton } from '../../frame/notice.tsx'
import { usePlace } from '../../frame/place.tsx'
import { chanceInWords, figure } from '../../i18n/figures.ts'
import { itemName, meetingShort, useWords } from '../../i18n/words.ts'
import { pairQuery } from '../../queries.ts'
import { listedPairs, ratioOf } from '../../state/co-occurrence.ts'
import { meetingPath, NO_SELECTION, nameInId, nodePath } from '../../state/url-state.ts'
import { Chance } from './chance.tsx'
import classes from './pair-panel.module.css'
import { Sentence } from './quoted.tsx'
import { useTies } from './ties.tsx'

type PairRow = PairReply['rows'][number]

const Row = ({ row, names }: { row: PairRow; names: readonly string[] }) => {
  const words = useWords()
  const { t } = words
  const { link } = usePlace()
  const { meeting, item, policies, quotations } = row
  const title = policies.length ? policies.map((policy) => `《${policy.title}》`).join('') : (item?.label ?? null)
  const where = [meetingShort(words, meeting), item ? itemName(words, item.seq) : null, meeting.date]
  const [first] = quotations
  const target = link(meetingPath(meeting.id), { ...NO_SELECTION, item: item?.seq ?? null, edge: first?.edge ?? null })
  return (
    <li className={classes.item}>
      {title ? (
        <h3 lang="zh">
          <Link href={target}>{title}</Link>
        </h3>
      ) : null}
      {quotations.slice(0, 2).map((quotation) => (
        <Sentence key={quotation.edge} quotation={quotation} names={names} />
      ))}
      <p className={classes.where}>
        {where.filter((part) => part !== null).join(' · ')}{' '}
        <Link href={target} className={classes.locate}>
          {t('meeting.locate')}
        </Link>
      </p>
    </li>
  )
}

const Close = () => {
  const { t } = useWords()
  const { select } = useTies()
  return (
    <button type="button" className={classes.close} aria-label={t('meeting.close')} onClick={() => select(null, null)}>
      <Icon name="close" size={18} />
    </button>
  )
}

const Summary = ({ pair }: { pair: PairReply }) => {
  const { t } = useWords()
  const { choice } = useTies()
  const ratio = ratioOf(pair)
  return (
    <>
      <p className={classes.sum}>
        <Trans
          t={t}
          i18nKey="coOccurrence.pairSum"
          values={{ observed: pair.observed, what: t(`coOccurrence.what.${choice.level}`, { count: pair.observed }) }}
          components={{ b: <b className={classes.seen} /> }}
        />
        {ratio === null ? t('coOccurrence.ratioNone') : t('coOccurrence.ratio', { ratio: figure(ratio) })}
      </p>
      <Chance pair={pair} />
      <p className={classes.p}>
        {t('coOccurrence.pValue', {
          p: chanceInWords(pair.observed >= pair.expected ? pair.p : pair.pLower),
          q: chanceInWords(useQ(pair)),
        })}
      </p>
    </>
  )
}

/** After the correction for all pairs; the pair's own reply knows of no other pair. */
const useQ = (pair: PairReply): number => {
  const { reply } = useTies()
  const found = reply.pairs.find(
    ({ a, b }) =>
      (reply.actors[a]?.id === pair.a.id && reply.actors[b]?.id === pair.b.id) ||
      (reply.actors[a]?.id === pair.b.id && reply.actors[b]?.id === pair.a.id),
  )
  if (!found) return 1
  return pair.observed >= pair.expected ? found.q : found.qLower
}

const PairOf = ({ a, b }: { a: string; b: string }) => {
  const { t } = useWords()
  const { filter } = useTies()
  const query = useInfiniteQuery(pairQuery(filter, a, b))
  const { data, error, refetch, fetchNextPage, isFetchingNextPage } = query
  const [first] = data?.pages ?? []
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  if (error && !first) return <Failure what={t('error.pair')} error={error} onRetry={() => void refetch()} />
  if (!first) return <Skeleton widths={[0.8, 0.6, 1, 1, 1]} gap={28} />
  const left = first.total - rows.length
  return (
    <>
      <div className={classes.names}>
        <h2 lang="zh">
          {first.a.label}
          <br />
          {t('coOccurrence.pairTitle', { b: first.b.label })}
        </h2>
        <Close />
      </div>
      <Summary pair={first} />
      {rows.length === 0 ? <p className={classes.none}>{t('coOccurrence.noItems')}</p> : null}
      <ol>
        {rows.map((row) => (
          <Row key={`${row.meeting.id} ${row.item?.id ?? ''}`} row={row} names={[first.a.label, first.b.label]} />
        ))}
      </ol>
      {first.total > 0 ? (
        <p className={classes.more}>
          <span role="status">{t('coOccurrence.itemsShown', { shown: rows.length, total: first.total })}</span>
          {left > 0 ? (
            <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('coOccurrence.itemsMore', { count: left })}
            </button>
          ) : null}
        </p>
      ) : null}
    </>
  )
}

const ActorOf = ({ place }: { place: number }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const { reply, select } = useTies()
  const actor = reply.actors[place]
  if (!actor) return null
  const ties = listedPairs(reply).filter(({ a, b }) => a === place || b === place)
  return (
    <>
      <div className={classes.names}>
        <h2 lang="zh">
          <KindMark kind={actor.kind} size={15} /> {actor.label}
        </h2>
        <Close />
      </div>
      <p className={classes.sum}>
        {t('coOccurrence.actorCount', { count: actor.count })}
        {t('join.clause')}
        {t('coOccurrence.actorTies', { count: ties.length })}
      </p>
      <p>
        <Link href={link(nodePath(actor.id))} className={classes.locate}>
          {t('coOccurrence.profile')}
        </Link>
      </p>
      <ul className={classes.ties}>
        {ties.map((pair) => {
          const other = pair.a === place ? pair.b : pair.a
          return (
            <li key={other}>
              <button type="button" onClick={() => select(place, other)}>
                <span lang="zh">{reply.actors[other]?.label}</span>
                <span className={pair.tie === 'below' ? classes.below : undefined}>
                  {pair.observed} / {figure(pair.expected)}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** What stands behind the pair, or the member, in hand. */
export const PairPanel = () => {
  const { t } = useWords()
  const { reply, selected, choice } = useTies()
  const { a, b } = selected
  const gone = a === null ? choice.a : b === null ? choice.b : null
  const [first, second] = [reply.actors[a ?? -1], reply.actors[b ?? -1]]
  return (
    <aside className={classes.panel} aria-label={t('coOccurrence.panel')}>
      {first && second ? <PairOf key={`${first.id} ${second.id}`} a={first.id} b={second.id} /> : null}
      {first && !second && a !== null ? <ActorOf place={a} /> : null}
      {gone === null ? null : <p className={classes.gone}>{t('coOccurrence.gone', { name: nameInId(gone) })}</p>}
      {first ? null : <p className={classes.hint}>{t('coOccurrence.hint')}</p>}
    </aside>
  )
}
