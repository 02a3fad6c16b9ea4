import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { type CurateReply, curate, type PreviewReply } from '../../../model/api/curation.ts'
import { RequestFailed, request } from '../../api.ts'
import { useMemory } from '../../frame/memory.tsx'
import { isToldByKind, Skeleton } from '../../frame/notice.tsx'
import { usePlace } from '../../frame/place.tsx'
import { useWriting } from '../../frame/writing.tsx'
import { useWords } from '../../i18n/words.ts'
import { previewQuery } from '../../review-queries.ts'
import { actionOf, type Draft, type Offer } from '../../state/curation-draft.ts'
import { BY_KEY } from '../../state/preferences.ts'
import { DraftEditor } from './draft-editor.tsx'
import { EffectWords } from './effect.tsx'
import classes from './panel.module.css'
import { useDraftWords } from './review-words.ts'
import { TokenField } from './token-field.tsx'

const PAUSE = 350

/** What stands against it, in the words of the page; where it has none, in those of the server. */
const Against = ({ error }: { error: Error }) => {
  const { t } = useWords()
  const { kind, reason } = error instanceof RequestFailed ? error : { kind: 'internal' as const, reason: null }
  const own = reason ? t(`review.against.${reason}`) : isToldByKind(kind) ? t(`error.kind.${kind}`) : null
  return (
    <p className={classes.caution} role="alert">
      {own ?? (
        <>
          {t('review.refused')} <span lang="en">{error.message}</span>
        </>
      )}
    </p>
  )
}

const Foreseen = ({ data }: { data: PreviewReply }) => {
  const { t } = useWords()
  return (
    <>
      <EffectWords effect={data.effect} />
      {data.cautions
        .filter(({ code }) => code !== 'changes-nothing')
        .map(({ code, events }) => (
          <p key={code} className={classes.caution}>
            {t(`review.caution.${code}`)}
            {events.length ? ` ${t('review.events', { count: events.length })}` : null}
          </p>
        ))}
    </>
  )
}

const Offers = ({
  offers,
  chosen,
  choose,
}: {
  offers: readonly Offer[]
  chosen: string
  choose: (id: string) => void
}) => {
  const { t } = useWords()
  const words = useDraftWords()
  const name = useId()
  if (offers.length < 2) return null
  return (
    <fieldset className={classes.offers}>
      <legend>{t('review.offers')}</legend>
      {offers.map(({ id, draft }) => (
        <label key={id} data-on={id === chosen ? '' : undefined}>
          <input type="radio" name={name} checked={id === chosen} onChange={() => choose(id)} />
          <span>
            {words(draft).title} <small lang="zh">{words(draft).of}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

type FormProps = {
  offers: readonly Offer[]
  /** What is undone is an undo itself. */
  restores?: boolean
  onDone: (done: CurateReply) => void
}

/** Choose, fill in, see what it would do, do it. */
export const ActionForm = ({ offers, restores = false, onDone }: FormProps) => {
  const { t } = useWords()
  const memory = useMemory()
  const { current } = usePlace()
  const { token } = useWriting()
  const queries = useQueryClient()
  const words = useDraftWords()
  const [chosen, setChosen] = useState(offers[0]?.id ?? '')
  const [edited, setEdited] = useState<Readonly<Record<string, Draft>>>({})
  const [by, setBy] = useState(() => memory.get(BY_KEY) ?? '')
  const [why, setWhy] = useState('')
  const offer = offers.find(({ id }) => id === chosen) ?? offers[0]
  const draft = edited[chosen] ?? offer?.draft
  const action = draft ? actionOf(draft) : null
  const jurisdiction = current?.id ?? ''
  const [asked] = useDebouncedValue(JSON.stringify([action, by.trim()]), PAUSE)
  const settled = asked === JSON.stringify([action, by.trim()])
  const preview = useQuery(previewQuery(jurisdiction, settled ? action : null, by.trim()))
  const doing = useMutation({
    mutationFn: () => {
      if (!action) throw new Error('the action is not complete')
      const expects = preview.data ? { expects: preview.data.version.hash } : {}
      return request(curate, { params: {}, query: {}, body: { jurisdiction, by: by.trim(), why, action, ...expects } })
    },
    onSuccess: async (reply) => {
      memory.set(BY_KEY, by.trim())
      onDone(reply)
      await queries.invalidateQueries()
    },
    // What was shown is old: show what it would do now.
    onError: () => void preview.refetch(),
  })
  if (!draft) return null
  const ready = action !== null && settled && preview.data !== undefined && by.trim() !== '' && !doing.isPending
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) doing.mutate()
      }}
    >
      <Offers offers={offers} chosen={chosen} choose={setChosen} />
      {offers.length === 1 ? (
        <p className={classes.only}>
          {restores ? t('review.restore') : words(draft).title} <small lang="zh">{words(draft).of}</small>
        </p>
      ) : null}
      <DraftEditor
        key={chosen}
        draft={draft}
        change={(next) => setEdited((before) => ({ ...before, [chosen]: next }))}
      />
      <section className={classes.foreseen} aria-label={t('review.effect.title')} aria-live="polite">
        <h3>{t('review.effect.title')}</h3>
        {action === null ? <p className={classes.why}>{t('review.incomplete')}</p> : null}
        {action !== null && !preview.data && !preview.error ? <Skeleton widths={[0.9, 0.6]} gap={16} /> : null}
        {action !== null && preview.error ? <Against error={preview.error} /> : null}
        {action !== null && preview.data ? <Foreseen data={preview.data} /> : null}
      </section>
      {token === null ? (
        <TokenField />
      ) : (
        <>
          <label className={classes.field}>
            <span>{t('review.by')}</span>
            <input
              value={by}
              maxLength={100}
              autoComplete="name"
              onChange={(event) => setBy(event.currentTarget.value)}
            />
          </label>
          <label className={classes.field}>
            <span>{t('review.whyField')}</span>
            <textarea rows={2} value={why} maxLength={1000} onChange={(event) => setWhy(event.currentTarget.value)} />
          </label>
          {doing.error ? <Against error={doing.error} /> : null}
          <p className={classes.buttons}>
            <button type="submit" className={classes.solid} disabled={!ready}>
              {t(restores ? 'review.restore' : draft.do === 'undo' ? 'review.undo' : 'review.save')}
            </button>
            {by.trim() === '' ? <span className={classes.hint}>{t('review.needBy')}</span> : null}
          </p>
        </>
      )}
    </form>
  )
}
