import { useQuery } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { Trans } from 'react-i18next'
import { Footer } from '../../frame/footer.tsx'
import { MethodLink } from '../../frame/method-link.tsx'
import { Failure, Pending } from '../../frame/notice.tsx'
import { Main } from '../../frame/page.tsx'
import { usePageTitle } from '../../frame/page-title.ts'
import { usePlace } from '../../frame/place.tsx'
import { useWriting } from '../../frame/writing.tsx'
import { useWords } from '../../i18n/words.ts'
import { workCountQuery } from '../../review-queries.ts'
import { isRunning } from '../../state/upload.ts'
import { Log } from './log.tsx'
import classes from './review.module.css'
import { TokenField } from './token-field.tsx'
import { ChooseFiles, UploadPanel } from './upload-panel.tsx'
import { useReviewChoice } from './use-choice.ts'
import { useUpload } from './use-upload.ts'
import { WorkList } from './work-list.tsx'

const Lead = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { data } = useQuery(workCountQuery(place, null))
  return (
    <>
      <h1 className={classes.lead}>
        {data === undefined ? (
          t('review.title')
        ) : (
          <Trans
            t={t}
            i18nKey={data === 0 ? 'review.leadNone' : 'review.lead'}
            count={data}
            values={{ count: data }}
            components={{ warn: <b className={classes.warn} /> }}
          />
        )}
      </h1>
      <p className={classes.note}>
        {t('review.note')} <MethodLink part="limits" />
      </p>
    </>
  )
}

const PARTS = ['work', 'log'] as const

const Parts = ({ place }: { place: string }) => {
  const { t } = useWords()
  const { choice, choose } = useReviewChoice()
  return (
    <>
      <div className={classes.parts} role="group" aria-label={t('review.parts')}>
        {PARTS.map((part) => (
          <button
            key={part}
            type="button"
            aria-pressed={choice.part === part}
            onClick={() => choose({ part, kind: null, entry: null })}
          >
            {t(`review.part.${part}`)}
          </button>
        ))}
      </div>
      {choice.part === 'work' ? <WorkList place={place} /> : <Log place={place} />}
    </>
  )
}

/** Files that are let go anywhere on the page. */
const useDrop = (send: (files: readonly File[]) => void, allowed: boolean) => {
  const [over, setOver] = useState(false)
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        // Otherwise the browser opens the file in place of the page.
        event.preventDefault()
        event.dataTransfer.dropEffect = allowed ? 'copy' : 'none'
        setOver(true)
      },
      onDragLeave: (event: DragEvent) => {
        if (event.currentTarget === event.target) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(false)
        if (allowed) send([...event.dataTransfer.files])
      },
    },
  }
}

/** What a person has to look at and correct; and where minutes come in. */
export const ReviewPage = () => {
  const { t } = useWords()
  usePageTitle(t('review.title'))
  const { current, pending, error, retry } = usePlace()
  const { token } = useWriting()
  const uploading = useUpload()
  const busy = uploading.upload !== null && isRunning(uploading.upload)
  const { over, handlers } = useDrop((files) => void uploading.send(files), token !== null && !busy)
  return (
    <>
      <Main className={classes.page} data-over={over ? '' : undefined} {...handlers}>
        {error ? <Failure page what={t('error.jurisdictions')} error={error} onRetry={retry} /> : null}
        {pending ? <Pending widths={[0.6, 0.4, 1, 1, 1, 1]} gap={44} /> : null}
        <div className={classes.top}>
          <div>
            {current ? <Lead key={current.id} place={current.id} /> : null}
            {!current && !pending && !error ? <h1 className={classes.lead}>{t('start.title')}</h1> : null}
          </div>
          {token === null ? null : (
            <p className={classes.add}>
              <ChooseFiles uploading={uploading} />
              <span>{t(over ? 'review.upload.letGo' : 'review.upload.drop')}</span>
            </p>
          )}
        </div>
        {token === null ? <TokenField /> : null}
        <UploadPanel uploading={uploading} />
        {current ? <Parts key={current.id} place={current.id} /> : null}
      </Main>
      <Footer />
    </>
  )
}
