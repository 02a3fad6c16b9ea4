import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { lazy, Suspense } from 'react'
import { I18nextProvider } from 'react-i18next'
import { Link, Route, Switch } from 'wouter'
import { useAddress } from './frame/address.ts'
import { AppProvider } from './frame/app-context.tsx'
import { Crash } from './frame/crash.tsx'
import { CuratingProvider } from './frame/curating.tsx'
import { Frame } from './frame/frame.tsx'
import { MemoryProvider } from './frame/memory.tsx'
import { PlaceProvider, usePlace } from './frame/place.tsx'
import { WritingProvider } from './frame/writing.tsx'
import { useWords } from './i18n/words.ts'
import { Meetings } from './pages/meetings/meetings.tsx'
import { Missing } from './pages/missing.tsx'
import { Overview } from './pages/overview/overview.tsx'
import { type Memory, THEME_KEY } from './state/preferences.ts'
import { theme, variables } from './theme/mantine-theme.ts'

const MeetingPage = lazy(() =>
  import('./pages/meeting/meeting-page.tsx').then((module) => ({ default: module.MeetingPage })),
)
const CoOccurrencePage = lazy(() =>
  import('./pages/co-occurrence/co-occurrence-page.tsx').then((module) => ({ default: module.CoOccurrencePage })),
)
const PoliciesPage = lazy(() =>
  import('./pages/policies/policies-page.tsx').then((module) => ({ default: module.PoliciesPage })),
)
const VanishedPage = lazy(() =>
  import('./pages/policies/vanished-page.tsx').then((module) => ({ default: module.VanishedPage })),
)
const TracePage = lazy(() => import('./pages/trace/trace-page.tsx').then((module) => ({ default: module.TracePage })))
const AttendancePage = lazy(() =>
  import('./pages/attendance/attendance-page.tsx').then((module) => ({ default: module.AttendancePage })),
)
const Departments = lazy(() =>
  import('./pages/lists/list-page.tsx').then((module) => ({ default: module.Departments })),
)
const Districts = lazy(() => import('./pages/lists/list-page.tsx').then((module) => ({ default: module.Districts })))
const People = lazy(() => import('./pages/lists/list-page.tsx').then((module) => ({ default: module.People })))
const ExplorePage = lazy(() =>
  import('./pages/explore/explore-page.tsx').then((module) => ({ default: module.ExplorePage })),
)
const MethodPage = lazy(() =>
  import('./pages/method/method-page.tsx').then((module) => ({ default: module.MethodPage })),
)
const ReviewPage = lazy(() =>
  import('./pages/review/review-page.tsx').then((module) => ({ default: module.ReviewPage })),
)
const NodePage = lazy(() => import('./pages/node/node-page.tsx').then((module) => ({ default: module.NodePage })))

const scheme = localStorageColorSchemeManager({ key: THEME_KEY })

/** A link to a place of which nothing is stored. */
const UnknownPlace = ({ what }: { what: string }) => {
  const { t } = useWords()
  const { all } = usePlace()
  const [first] = all
  return (
    <Missing what={t('missing.place', { what })}>
      {first ? (
        <Link href={`/?in=${encodeURIComponent(first.id)}`}>{t('missing.first', { place: first.id })}</Link>
      ) : null}
    </Missing>
  )
}

const Pages = () => {
  const { unknown } = usePlace()
  const { path } = useAddress()
  return (
    <Crash at={path}>
      {unknown ? (
        <UnknownPlace what={unknown} />
      ) : (
        <Suspense fallback={<main id="main" aria-busy="true" />}>
          <Switch>
            <Route path="/" component={Overview} />
            <Route path="/co-occurrence" component={CoOccurrencePage} />
            <Route path="/policies" component={PoliciesPage} />
            <Route path="/policies/:id" component={TracePage} />
            <Route path="/vanished" component={VanishedPage} />
            <Route path="/attendance" component={AttendancePage} />
            <Route path="/departments" component={Departments} />
            <Route path="/districts" component={Districts} />
            <Route path="/people" component={People} />
            <Route path="/method" component={MethodPage} />
            <Route path="/explore" component={ExplorePage} />
            <Route path="/review" component={ReviewPage} />
            <Route path="/meetings" component={Meetings} />
            <Route path="/meetings/:id" component={MeetingPage} />
            <Route path="/nodes/:id" component={NodePage} />
            <Route>
              <Missing what={null} />
            </Route>
          </Switch>
        </Suspense>
      )}
    </Crash>
  )
}

export type AppProps = { words: i18n; queries: QueryClient; memory: Memory }

export const App = ({ words, queries, memory }: AppProps) => (
  <MantineProvider theme={theme} cssVariablesResolver={variables} colorSchemeManager={scheme} defaultColorScheme="auto">
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={queries}>
        <MemoryProvider memory={memory}>
          <PlaceProvider>
            <AppProvider>
              <WritingProvider>
                <CuratingProvider>
                  <Frame>
                    <Pages />
                  </Frame>
                </CuratingProvider>
              </WritingProvider>
            </AppProvider>
          </PlaceProvider>
        </MemoryProvider>
      </QueryClientProvider>
    </I18nextProvider>
  </MantineProvider>
)
