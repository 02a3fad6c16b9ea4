import { useId, useState } from 'react'
import { type TokenCheck, useWriting } from '../../frame/writing.tsx'
import { useWords } from '../../i18n/words.ts'
import { tokenIn } from '../../state/write-token.ts'
import classes from './panel.module.css'

/** Where the token goes, and where it is to be found. It is asked about before it is taken as right. */
export const TokenField = () => {
  const { t } = useWords()
  const { give } = useWriting()
  const [text, setText] = useState('')
  const [trouble, setTrouble] = useState<Exclude<TokenCheck, 'right'> | null>(null)
  const [asking, setAsking] = useState(false)
  const id = useId()
  const check = async () => {
    const token = tokenIn(text)
    if (token === null) return setTrouble('wrong')
    setAsking(true)
    const found = await give(token)
    setAsking(false)
    if (found !== 'right') setTrouble(found)
  }
  return (
    <div className={classes.token}>
      <p>{t('review.token.readOnlyNow')}</p>
      <p className={classes.hint}>{t('review.token.where')}</p>
      <div className={classes.tokenRow}>
        <label htmlFor={id}>{t('review.token.label')}</label>
        <input
          id={id}
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setTrouble(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // It may stand within the form of an action.
            event.preventDefault()
            void check()
          }}
        />
        <button type="button" disabled={text.trim() === '' || asking} onClick={() => void check()}>
          {t('review.token.use')}
        </button>
      </div>
      {trouble ? (
        <p className={classes.caution} role="alert">
          {t(trouble === 'offline' ? 'error.kind.offline' : `review.token.${trouble}`)}
        </p>
      ) : null}
    </div>
  )
}
