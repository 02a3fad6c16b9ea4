import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { UPLOAD_LIMITS } from '../../../model/api/documents.ts'
import { usePlace } from '../../frame/place.tsx'
import { useWords } from '../../i18n/words.ts'
import { jurisdictionsQuery } from '../../queries.ts'
import { countRows, type FileRow, isRunning, shareDone, tellsMore, type Upload } from '../../state/upload.ts'
import { jurisdictionOf, meetingPath, NO_SELECTION } from '../../state/url-state.ts'
import classes from './upload.module.css'
import type { Uploading } from './use-upload.ts'

const ACCEPTED = '.txt,.md,.html,.htm,.pdf,.docx'
const MEGABYTE = 1024 * 1024

const Row = ({ row: { name, state } }: { row: FileRow }) => {
  const { t } = useWords()
  const { link } = usePlace()
  const href = (id: string, document: string) =>
    link(meetingPath(id), { ...NO_SELECTION, in: jurisdictionOf(id), document })
  return (
    <li className={classes.file}>
      <span className={classes.name} lang="zh">
        {name}
      </span>
      <span className={classes.became} data-is={state.is}>
        {state.is === 'waiting' ? t('review.upload.waiting') : null}
        {state.is === 'not-stored' ? t('review.upload.notStored') : null}
        {state.is === 'unknown' ? t('review.upload.unknown') : null}
        {state.is === 'too-large' ? t('review.upload.tooLarge', { most: UPLOAD_LIMITS.file / MEGABYTE }) : null}
        {state.is === 'refused' ? (
          <>
            {t('review.upload.refused')}
            {t(`review.upload.fault.${state.fault}`)}
            {tellsMore(state.fault) ? (
              <small className={classes.reason} lang="en">
                {state.reason}
              </small>
            ) : null}
          </>
        ) : null}
        {state.is === 'kept' ? (
          <>
            {t(`review.upload.as.${state.kept.as}`)}
            {state.kept.meeting ? (
              <>
                {' '}
                <Link href={href(state.kept.meeting.id, state.kept.document)} lang="zh">
                  {state.kept.meeting.label}
                </Link>
              </>
            ) : null}
            {state.kept.warnings > 0 ? (
              <span className={classes.warn}>
                {t('join.clause')}
                {t('review.upload.warnings', { count: state.kept.warnings })}
              </span>
            ) : null}
          </>
        ) : null}
      </span>
    </li>
  )
}

const useStageWords = ({ stage, rows, report }: Upload): string => {
  const { t } = useWords()
  const counts = countRows(rows)
  switch (stage.is) {
    case 'sending':
      return t('review.upload.sending', { share: Math.round((stage.sent / Math.max(1, stage.bytes)) * 100) })
    case 'reading':
      return t('review.upload.reading', { done: stage.done, total: stage.total })
    case 'writing':
      return t('review.upload.writing', { place: stage.jurisdiction, count: stage.documents })
    case 'done':
      return [
        t('review.upload.done', { count: rows.length, ...counts }),
        ...(report?.jurisdictions.map(({ id, documents, meetings }) =>
          t('review.upload.stored', { place: id, documents, meetings }),
        ) ?? []),
      ].join('')
    case 'cancelled':
      return t('review.upload.cancelled')
    case 'turned-away':
      return t('review.upload.turnedAway')
    case 'broken':
      return stage.problem === null ? t('review.upload.lost') : t('review.upload.broken')
  }
}

/** Between two questions about what the store holds, in milliseconds. */
const LOOK = 1500

/**
 * After an end that nobody told of: what the store holds now, asked of the server again and again, since it may still be writing
 * what it had begun.
 */
const Stored = () => {
  const { t } = useWords()
  const { all } = usePlace()
  const queries = useQueryClient()
  const { data } = useQuery({ ...jurisdictionsQuery(), refetchInterval: LOOK })
  const state = data?.rows.map(({ version }) => version.hash).join(' ')
  const seen = useRef(state)
  useEffect(() => {
    if (state === undefined || seen.current === state) return
    seen.current = state
    void queries.invalidateQueries()
  }, [state, queries])
  return (
    <p className={classes.stored}>
      {t('review.upload.now')}{' '}
      {all
        .map(({ id, documents, counts }) =>
          t('review.upload.stored', { place: id, documents, meetings: counts.meeting }),
        )
        .join('') || t('review.upload.nothing')}
    </p>
  )
}

export const UploadPanel = ({ uploading }: { uploading: Uploading }) => {
  const { t } = useWords()
  const { upload, cancel, clear, again } = uploading
  const words = useStageWords(upload ?? { rows: [], stage: { is: 'done' }, report: null })
  if (!upload) return null
  const running = isRunning(upload)
  const unsure = upload.stage.is === 'broken' || upload.stage.is === 'cancelled'
  const problem = upload.stage.is === 'broken' || upload.stage.is === 'turned-away' ? upload.stage.problem : null
  return (
    <section className={classes.panel} aria-label={t('review.upload.title')}>
      <p className={unsure || problem ? classes.unsure : classes.stage} role="status">
        {words}
        {problem ? <span lang="en"> {problem}</span> : null}
      </p>
      {running ? (
        <div
          className={classes.bar}
          role="progressbar"
          aria-label={t('review.upload.title')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(shareDone(upload) * 100)}
        >
          <span style={{ width: `${shareDone(upload) * 100}%` }} />
        </div>
      ) : null}
      {unsure ? <Stored /> : null}
      <ol className={classes.files}>
        {upload.rows.map((row, index) => (
          // Two files may have one name; the list never changes its order.
          // oxlint-disable-next-line react/no-array-index-key
          <Row key={index} row={row} />
        ))}
      </ol>
      <p className={classes.actions}>
        {running ? (
          <button type="button" onClick={cancel}>
            {t('review.upload.cancel')}
          </button>
        ) : (
          <button type="button" onClick={clear}>
            {t('review.upload.close')}
          </button>
        )}
        {unsure || problem ? (
          <button type="button" onClick={() => void again()}>
            {t('review.upload.again')}
          </button>
        ) : null}
      </p>
    </section>
  )
}

/** The button that opens the choice of files. */
export const ChooseFiles = ({ uploading }: { uploading: Uploading }) => {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const busy = uploading.upload !== null && isRunning(uploading.upload)
  return (
    <>
      <button type="button" className={classes.choose} disabled={busy} onClick={() => input.current?.click()}>
        {t('review.upload.choose')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={t('review.upload.choose')}
        onChange={(event) => {
          const { files } = event.currentTarget
          // Copied: the list is emptied with the field, so that the same file can be chosen again.
          if (files) void uploading.send([...files])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
