import { useIsFetching } from '@tanstack/react-query'
import type { ComponentProps, ReactNode } from 'react'
import { useWords } from '../i18n/words.ts'
import { Footer } from './footer.tsx'
import { Empty, Failure, Pending } from './notice.tsx'
import { usePageTitle } from './page-title.ts'
import { usePlace } from './place.tsx'
import { Ribbon } from './ribbon.tsx'

/** The main region of a page: busy while anything that it has never shown is on its way. */
export const Main = (props: Omit<ComponentProps<'main'>, 'id' | 'tabIndex' | 'aria-busy'>) => {
  const busy = useIsFetching({ predicate: ({ state }) => state.data === undefined }) > 0
  return <main id="main" tabIndex={-1} aria-busy={busy} {...props} />
}

/** A page about the place that is chosen, under its ribbon: what it shows is asked for when the place is known. */
export const PlacePage = ({
  title,
  className,
  skeleton,
  children,
}: {
  title: string
  className: string | undefined
  skeleton: ComponentProps<typeof Pending>
  children: (place: string) => ReactNode
}) => {
  const { t } = useWords()
  usePageTitle(title)
  const { current, pending, error, retry } = usePlace()
  return (
    <>
      <Ribbon current={null} />
      <Main className={className}>
        {error ? <Failure page what={t('error.jurisdictions')} error={error} onRetry={retry} /> : null}
        {pending ? <Pending {...skeleton} /> : null}
        {current ? children(current.id) : null}
        {!pending && !error && !current ? <Empty>{t('start.title')}</Empty> : null}
      </Main>
      <Footer />
    </>
  )
}
