import { Component, type ReactNode } from 'react'
import { useWords } from '../i18n/words.ts'
import classes from './notice.module.css'

type Props = { children: ReactNode; at: string; fallback: ReactNode }
type State = { failed: boolean; at: string }

class Boundary extends Component<Props, State> {
  override state: State = { failed: false, at: this.props.at }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true }
  }

  static getDerivedStateFromProps({ at }: Props, state: State): Partial<State> | null {
    return at === state.at ? null : { failed: false, at }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}

const Crashed = () => {
  const { t } = useWords()
  return (
    <main id="main" style={{ padding: 'var(--margin)' }}>
      <div className={classes.failure} role="alert">
        <p>
          {t('error.crash')} {t('error.crashRest')}{' '}
          <button type="button" className={classes.action} onClick={() => window.location.reload()}>
            {t('error.reload')}
          </button>
        </p>
      </div>
    </main>
  )
}

/** A page that throws says so and leaves the frame standing; going elsewhere clears it. `at` is the path. */
export const Crash = ({ children, at }: { children: ReactNode; at: string }) => (
  <Boundary at={at} fallback={<Crashed />}>
    {children}
  </Boundary>
)
