import { Drawer } from '@mantine/core'
import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useState } from 'react'
import { useWords } from '../i18n/words.ts'
import type { Subject } from '../state/curation-subject.ts'
import classes from './curating.module.css'

const CurationPanel = lazy(() =>
  import('../pages/review/curation-panel.tsx').then((module) => ({ default: module.CurationPanel })),
)

type Curating = { open: (subject: Subject) => void }

const Context = createContext<Curating | null>(null)

/** The panel that corrects, over whatever page is open: from the right at a desk, from below on a phone. */
export const CuratingProvider = ({ children }: { children: ReactNode }) => {
  const { t } = useWords()
  const [subject, setSubject] = useState<Subject | null>(null)
  const curating = useMemo((): Curating => ({ open: setSubject }), [])
  const close = () => setSubject(null)
  return (
    <Context value={curating}>
      {children}
      <Drawer.Root
        opened={subject !== null}
        onClose={close}
        position="right"
        size={480}
        classNames={{ content: classes.drawer, inner: classes.inner }}
      >
        <Drawer.Overlay backgroundOpacity={0.2} />
        <Drawer.Content aria-label={t('review.panel')}>
          <Drawer.Body className={classes.body}>
            {subject ? (
              <Suspense fallback={null}>
                <CurationPanel subject={subject} onClose={close} />
              </Suspense>
            ) : null}
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </Context>
  )
}

export const useCurating = (): Curating => {
  const curating = useContext(Context)
  if (!curating) throw new Error('useCurating stands outside CuratingProvider')
  return curating
}
