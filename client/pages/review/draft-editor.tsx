import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RollReading } from '../../../model/curation.ts'
import { RollRole } from '../../../model/record.ts'
import { usePlace } from '../../frame/place.tsx'
import { useWords } from '../../i18n/words.ts'
import { searchQuery } from '../../queries.ts'
import { mentionsQuery } from '../../review-queries.ts'
import { type Draft, EMPTY_READING, mentionText, toggleApart } from '../../state/curation-draft.ts'
import classes from './panel.module.css'

type Of<Name extends Draft['do']> = Extract<Draft, { do: Name }>
type Editor<Name extends Draft['do']> = { draft: Of<Name>; change: (next: Draft) => void }

const Field = ({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) => (
  <label className={classes.field}>
    <span>{label}</span>
    <input lang="zh" value={value} maxLength={200} onChange={(event) => onChange(event.currentTarget.value)} />
  </label>
)

const ReadingFields = ({ reading, change }: { reading: RollReading; change: (next: RollReading) => void }) => {
  const { t } = useWords()
  return (
    <>
      {(['person', 'body', 'post'] as const).map((name) => (
        <Field
          key={name}
          label={t(`review.field.${name}`)}
          value={reading[name] ?? ''}
          onChange={(value) => change({ ...reading, [name]: value === '' ? null : value })}
        />
      ))}
      <label className={classes.field}>
        <span>{t('prop.role')}</span>
        <select
          value={reading.role}
          onChange={(event) => {
            const role = RollRole.options.find((one) => one === event.currentTarget.value)
            if (role) change({ ...reading, role })
          }}
        >
          {RollRole.options.map((role) => (
            <option key={role} value={role}>
              {t(`role.${role}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

const Readings = ({ draft, change }: Editor<'correct-roll' | 'settle-warning' | 'add-roll'>) => {
  const { t } = useWords()
  const { readings } = draft
  const put = (next: RollReading[]) => change({ ...draft, readings: next })
  return (
    <fieldset className={classes.readings}>
      <legend>{t('review.readings')}</legend>
      {readings.length === 0 ? <p className={classes.hint}>{t('review.noReadings')}</p> : null}
      {readings.map((reading, at) => (
        // Readings have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={classes.reading}>
          <ReadingFields
            reading={reading}
            change={(next) => put(readings.map((one, index) => (index === at ? next : one)))}
          />
          <button
            type="button"
            className={classes.quiet}
            onClick={() => put(readings.filter((_, index) => index !== at))}
          >
            {t('review.removeReading')}
          </button>
        </div>
      ))}
      <button type="button" className={classes.quiet} onClick={() => put([...readings, EMPTY_READING])}>
        {t('review.addReading')}
      </button>
    </fieldset>
  )
}

const None = ({ none, onChange }: { none: boolean; onChange: (none: boolean) => void }) => {
  const { t } = useWords()
  return (
    <label className={classes.check}>
      <input type="checkbox" checked={none} onChange={(event) => onChange(event.currentTarget.checked)} />
      {t('review.none')}
    </label>
  )
}

const RightName = ({ draft, change }: Editor<'correct-name' | 'correct-recorder'>) => {
  const { t } = useWords()
  const [last, setLast] = useState(draft.right ?? '')
  return (
    <>
      {draft.right === null ? null : (
        <Field
          label={t('review.right')}
          value={draft.right}
          onChange={(right) => {
            setLast(right)
            change({ ...draft, right })
          }}
        />
      )}
      <None none={draft.right === null} onChange={(none) => change({ ...draft, right: none ? null : last })} />
    </>
  )
}

const Chair = ({ draft, change }: Editor<'correct-chair'>) => {
  const { t } = useWords()
  const [last, setLast] = useState(draft.right ?? { name: '', post: null, acting: false, onBehalfOf: null })
  const put = (right: typeof last) => {
    setLast(right)
    change({ ...draft, right })
  }
  return (
    <>
      {draft.right ? (
        <>
          <Field
            label={t('review.field.person')}
            value={draft.right.name}
            onChange={(name) => put({ ...last, name })}
          />
          <Field
            label={t('review.field.post')}
            value={draft.right.post ?? ''}
            onChange={(post) => put({ ...last, post: post === '' ? null : post })}
          />
        </>
      ) : null}
      <None none={draft.right === null} onChange={(none) => change({ ...draft, right: none ? null : last })} />
    </>
  )
}

const Split = ({ draft, change }: Editor<'split'>) => {
  const { t } = useWords()
  const [all] = useState(() => [...draft.apart, ...draft.from])
  const apart = new Set(draft.apart.map((mention) => JSON.stringify(mention)))
  return (
    <fieldset className={classes.mentions}>
      <legend>{t('review.apart')}</legend>
      {all.map((mention) => {
        const key = JSON.stringify(mention)
        return (
          <label key={key} className={classes.check}>
            <input type="checkbox" checked={apart.has(key)} onChange={() => change(toggleApart(draft, mention))} />
            <span lang="zh">
              {mentionText(mention)}
              {mention.kind === 'body' ? null : <small> {mention.meeting}</small>}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}

const KINDS = { person: ['person'], body: ['department', 'district'], policy: ['policy'] } as const

/** The other one is looked for by name. */
const Merge = ({ draft, change }: Editor<'merge'>) => {
  const { t } = useWords()
  const { current } = usePlace()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [query] = useDebouncedValue(text.trim(), 150)
  const { data } = useQuery(searchQuery(current?.id ?? null, query))
  const kinds: readonly string[] = KINDS[draft.a.kind]
  const hits = query ? (data?.rows ?? []).filter(({ node }) => kinds.includes(node.kind) && node.id !== draft.of) : []
  const choose = async (id: string) => {
    const { mentions } = await queries.fetchQuery(mentionsQuery(id))
    const [first] = mentions
    if (first) change({ ...draft, b: first.mention })
  }
  return (
    <div>
      <label className={classes.field}>
        <span>{t('review.other')}</span>
        <input type="search" value={text} maxLength={100} onChange={(event) => setText(event.currentTarget.value)} />
      </label>
      <ul className={classes.hits} aria-label={t('search.results')}>
        {hits.slice(0, 8).map(({ node }) => (
          <li key={node.id}>
            <button type="button" onClick={() => void choose(node.id)}>
              <span lang="zh">{node.label}</span>{' '}
              {node.kind === 'person' && node.seat ? <small lang="zh">{node.seat}</small> : null}
            </button>
          </li>
        ))}
      </ul>
      {draft.b ? (
        <p className={classes.only} lang="zh">
          {mentionText(draft.a)} = {mentionText(draft.b)}
        </p>
      ) : null}
    </div>
  )
}

/** What has to be filled in; nothing where nothing has. */
export const DraftEditor = ({ draft, change }: { draft: Draft; change: (next: Draft) => void }) => {
  const { t } = useWords()
  switch (draft.do) {
    case 'correct-roll':
    case 'settle-warning':
    case 'add-roll':
      return <Readings draft={draft} change={change} />
    case 'correct-name':
    case 'correct-recorder':
      return <RightName draft={draft} change={change} />
    case 'correct-chair':
      return <Chair draft={draft} change={change} />
    case 'split':
      return <Split draft={draft} change={change} />
    case 'merge':
      return <Merge draft={draft} change={change} />
    case 'rename':
      return <Field label={t('review.newName')} value={draft.name} onChange={(name) => change({ ...draft, name })} />
    default:
      return null
  }
}
