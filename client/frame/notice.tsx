import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { type FailureKind, RequestFailed } from '../api.ts'
import { useWords, type Words } from '../i18n/words.ts'
import classes from './notice.module.css'

/** What can be told of a failure by its kind alone. */
const TOLD = ['offline', 'unreadable', 'store-down', 'too-many', 'too-slow', 'too-large', 'no-token'] as const

export const isToldByKind = (kind: FailureKind): kind is (typeof TOLD)[number] => TOLD.some((one) => one === kind)

const causeOf = ({ t }: Words, error: Error): string =>
  error instanceof RequestFailed && isToldByKind(error.kind) ? t(`error.kind.${error.kind}`) : ''

/** The server knows of no such thing: an old link. */
export const isGone = (error: Error | null): boolean =>
  error instanceof RequestFailed && (error.kind === 'not-found' || error.kind === 'bad-input')

/** What happened, what is still true, one action. */
type FailureProps = {
  what: string
  error: Error
  onRetry: () => void
  /** Where the failure is all that the page has to say, it is its heading. */
  page?: boolean
}

export const Failure = ({ what, error, onRetry, page = false }: FailureProps) => {
  const words = useWords()
  const { t } = words
  const id = error instanceof RequestFailed ? error.requestId : null
  const Sentence = page ? 'h1' : 'p'
  return (
    <div className={classes.failure} role="alert">
      <Sentence className={classes.sentence}>
        {what} {causeOf(words, error)} {t('error.rest')}{' '}
        <button type="button" className={classes.action} onClick={onRetry}>
          {t('error.retry')}
        </button>
      </Sentence>
      {id ? <p className={classes.small}>{t('error.request', { id })}</p> : null}
    </div>
  )
}

/** The sentence of a page that has nothing to show. */
export const Empty = ({ children }: { children: ReactNode }) => <h1 className={classes.empty}>{children}</h1>

/** The heading of a page that is still on its way, for those who hear it. */
const Awaited = () => {
  const { t } = useWords()
  return (
    <VisuallyHidden>
      <h1>{t('app.loading')}</h1>
    </VisuallyHidden>
  )
}

type SkeletonShape = { widths: readonly number[]; gap?: number }

/** Hairlines in the shape of what comes. `widths` are shares of the full width. */
export const Skeleton = ({ widths, gap = 22 }: SkeletonShape) => (
  <div className={classes.skeleton} aria-hidden="true">
    {widths.map((width, index) => (
      // Lines of a skeleton have no identity but their place.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} style={{ width: `${width * 100}%`, marginBottom: gap }} />
    ))}
  </div>
)

/** What stands in a page until its answer is there. */
export const Pending = (shape: SkeletonShape) => (
  <>
    <Awaited />
    <Skeleton {...shape} />
  </>
)
