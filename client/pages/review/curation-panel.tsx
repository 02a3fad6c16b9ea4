import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CurateReply } from '../../../model/api/curation.ts'
import { Icon } from '../../frame/icons.tsx'
import { Failure, Skeleton } from '../../frame/notice.tsx'
import { useWords } from '../../i18n/words.ts'
import { correctableQuery, mentionsQuery, type SpanIn } from '../../review-queries.ts'
import { type Offer, offersOf } from '../../state/curation-draft.ts'
import type { Subject } from '../../state/curation-subject.ts'
import { ActionForm } from './action-form.tsx'
import { EffectWords } from './effect.tsx'
import classes from './panel.module.css'
import { Printed } from './printed.tsx'
import { useEntryWords } from './review-words.ts'

type Matter = { offers: Offer[]; places: SpanIn[] }

const asOffers = (drafts: readonly Offer['draft'][]): Offer[] =>
  drafts.map((draft) => ({ id: JSON.stringify(draft), draft }))

const nodesOf = (subject: Subject): [string | null, string | null] => {
  if (subject.is === 'node') return [subject.node.id, null]
  return subject.is === 'pair' ? [subject.a, subject.b] : [null, null]
}

/** What can be said of the subject, and where it is printed. */
const useMatter = (subject: Subject) => {
  const [a, b] = nodesOf(subject)
  const first = useQuery(mentionsQuery(a))
  const second = useQuery(mentionsQuery(b))
  const fact = useQuery(correctableQuery(subject.is === 'fact' ? subject.edge : null))
  const failed = [first, second, fact].find(({ error }) => error)
  const [one, other] = [first.data?.mentions, second.data?.mentions]
  const matter = ((): Matter | null => {
    switch (subject.is) {
      case 'entry':
        return { offers: offersOf(subject.entry), places: subject.entry.evidence }
      case 'event':
        return { offers: asOffers([{ do: 'undo', event: subject.event.id }]), places: [] }
      case 'fact':
        return fact.data
          ? {
              offers: asOffers(fact.data.facts.map(({ draft }) => draft)),
              places: fact.data.facts.flatMap(({ places }) => places),
            }
          : null
      case 'pair': {
        const [left, right] = [one?.[0], other?.[0]]
        if (!left || !right) return null
        const sides = { a: left.mention, b: right.mention }
        const both = [
          { do: 'same' as const, ...sides },
          { do: 'different' as const, ...sides },
        ]
        const offers = asOffers(subject.verb === 'same' ? both : both.toReversed())
        return { offers, places: [left, right].flatMap(({ printed }) => printed.slice(0, 1)) }
      }
      case 'node': {
        const mentions = one?.map(({ mention }) => mention) ?? []
        const [mention] = mentions
        if (!mention) return null
        const places = one?.[0]?.printed.slice(0, 1) ?? []
        if (subject.verb === 'split') return { offers: asOffers([{ do: 'split', apart: [], from: mentions }]), places }
        return {
          offers: asOffers([
            subject.verb === 'merge'
              ? { do: 'merge', a: mention, b: null, of: subject.node.id }
              : { do: 'rename', mention, name: subject.node.label },
          ]),
          places,
        }
      }
    }
  })()
  return { matter, failed }
}

type DoneProps = { done: CurateReply; restored: boolean; onUndo: (reply: CurateReply) => void }

const Done = ({ done, restored, onUndo }: DoneProps) => {
  const { t } = useWords()
  const [undoing, setUndoing] = useState(false)
  const undone = done.entry.action.do === 'undo' && !restored
  return (
    <>
      <p className={classes.done} role="status">
        {t(restored ? 'review.restored' : undone ? 'review.undone' : 'review.done', { by: done.entry.by })}
      </p>
      <EffectWords effect={done.effect} />
      {done.entry.state === 'conflict' ? <p className={classes.caution}>{t('review.caution.not-applied')}</p> : null}
      {undoing ? (
        <ActionForm offers={asOffers([{ do: 'undo', event: done.entry.id }])} restores={undone} onDone={onUndo} />
      ) : (
        <button type="button" className={classes.quiet} onClick={() => setUndoing(true)}>
          {t(undone ? 'review.restore' : 'review.undo')}
        </button>
      )}
    </>
  )
}

/** One matter: what was read where, what can be said of it, what that would do; then what it did, and how to take it back. */
export const CurationPanel = ({ subject, onClose }: { subject: Subject; onClose: () => void }) => {
  const { t } = useWords()
  const entryWords = useEntryWords()
  const heading = useRef<HTMLHeadingElement>(null)
  // What was done takes its subject out of the list: the panel keeps what it was opened with.
  const [kept] = useState(subject)
  const [done, setDone] = useState<CurateReply | null>(null)
  // An undo of an undo restores, and so on.
  const [restored, setRestored] = useState(false)
  const restores = kept.is === 'event' && kept.event.action.do === 'undo'
  const [acted, setActed] = useState<Matter | null>(null)
  const now = useMatter(kept)
  // A node or a fact that is gone by what was done is no fault, and its words are those that were acted upon.
  const matter = acted ?? now.matter
  const failed = done ? undefined : now.failed
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const title = kept.is === 'entry' ? entryWords(kept.entry).title : t(`review.subject.${kept.is}`)
  const why = kept.is === 'entry' ? entryWords(kept.entry).why : null
  const first = matter?.offers[0]
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <h2 ref={heading} tabIndex={-1}>
          {kept.is === 'node' ? `${t(`review.do.${kept.verb}`)} ${kept.node.label}` : title}
        </h2>
        <button type="button" className={classes.close} aria-label={t('meeting.close')} onClick={onClose}>
          <Icon name="close" size={18} />
        </button>
      </div>
      {why ? <p className={classes.why}>{why}</p> : null}
      {failed?.error ? (
        <Failure what={t('review.failed')} error={failed.error} onRetry={() => void failed.refetch()} />
      ) : null}
      {!matter && !failed ? <Skeleton widths={[1, 0.7, 0.9]} gap={24} /> : null}
      {matter?.places.slice(0, 3).map((span) => (
        <Printed key={`${span.document} ${span.start}`} span={span} />
      ))}
      {done ? (
        <Done
          key={done.entry.id}
          done={done}
          restored={restored}
          onUndo={(reply) => {
            setRestored(done.entry.action.do === 'undo' && !restored)
            setDone(reply)
          }}
        />
      ) : null}
      {matter && !done ? (
        first ? (
          <ActionForm
            offers={matter.offers}
            restores={restores}
            onDone={(reply) => {
              setActed(matter)
              setRestored(restores)
              setDone(reply)
            }}
          />
        ) : (
          <p className={classes.why}>{t('review.nothingToSay')}</p>
        )
      ) : null}
    </div>
  )
}
