import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { checkToken } from '../../model/api/documents.ts'
import { RequestFailed, request } from '../api.ts'
import { browserMemory } from '../state/preferences.ts'
import { keepToken, keptToken } from '../state/write-token.ts'

type Writing = {
  /** `null` where this tab may only read. */
  token: string | null
  /** Asks the server about a token, and keeps it when it may write. */
  give: (token: string) => Promise<TokenCheck>
}

export type TokenCheck = 'right' | 'wrong' | 'readOnly' | 'offline'

const Context = createContext<Writing | null>(null)
const session = browserMemory(() => window.sessionStorage)

/** Whether this tab may write: the token is kept for the tab alone. */
export const WritingProvider = ({ children }: { children: ReactNode }) => {
  const [token, setToken] = useState(() => keptToken(session))
  const writing = useMemo((): Writing => {
    const give = async (next: string): Promise<TokenCheck> => {
      // The request shows what is kept.
      keepToken(next, session)
      try {
        await request(checkToken, { params: {}, query: {} })
        setToken(next)
        return 'right'
      } catch (error) {
        keepToken('', session)
        if (!(error instanceof RequestFailed)) throw error
        if (error.kind === 'forbidden') return 'readOnly'
        return error.kind === 'no-token' ? 'wrong' : 'offline'
      }
    }
    return { token, give }
  }, [token])
  return <Context value={writing}>{children}</Context>
}

export const useWriting = (): Writing => {
  const writing = useContext(Context)
  if (!writing) throw new Error('useWriting stands outside WritingProvider')
  return writing
}
