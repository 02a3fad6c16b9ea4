import type { ReactNode } from 'react'
import classes from './shown-of.module.css'

export type ShownOfProps = {
  /** How many are shown of how many. */
  shown: string
  /** What more can be shown; `null` where everything is. */
  more: string | null
  busy: boolean
  onMore: () => void
  /** Below a list without a line. */
  small?: boolean
  /** What else stands beside it. */
  children?: ReactNode
}

/** Below a list that is cut off: how much of it is shown, and a button for more. */
export const ShownOf = ({ shown, more, busy, onMore, small = false, children }: ShownOfProps) => (
  <p className={small ? classes.small : classes.line}>
    <span role="status">{shown}</span>
    {more === null ? null : (
      <button type="button" disabled={busy} onClick={onMore}>
        {more}
      </button>
    )}
    {children}
  </p>
)
