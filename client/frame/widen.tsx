import { useWords } from '../i18n/words.ts'
import { useAddress } from './address.ts'
import classes from './notice.module.css'

/** Where a period has nothing: the way back to all of them. Nothing where no period is chosen. */
export const Widen = () => {
  const { t } = useWords()
  const { state, update } = useAddress()
  if (!state.from && !state.to) return null
  return (
    <button
      type="button"
      className={classes.action}
      onClick={() => update({ from: null, to: null }, { replace: true })}
    >
      {t('meetings.widen')}
    </button>
  )
}
