import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { formatUrlState, parseUrlState, type UrlState } from '../state/url-state.ts'

export type Address = {
  /** As the browser has it, still encoded: ids hold slashes. */
  path: string
  state: UrlState
  /** Puts changes into the address of the same page. */
  update: (changes: Partial<UrlState>, options?: { replace?: boolean }) => void
  go: (href: string) => void
}

export const hrefOf = (path: string, state: UrlState): string => {
  const query = formatUrlState(state)
  return query ? `${path}?${query}` : path
}

/** wouter decodes path and query once before it hands them out; what is read here is the raw address. */
export const useAddress = (): Address => {
  const [, navigate] = useLocation()
  useSearch()
  const { pathname, search } = window.location
  const state = useMemo(() => parseUrlState(search), [search])
  const update = useCallback<Address['update']>(
    (changes, options) => {
      const now = parseUrlState(window.location.search)
      const href = hrefOf(window.location.pathname, { ...now, ...changes })
      if (href !== window.location.pathname + window.location.search)
        navigate(href, { replace: options?.replace ?? false })
    },
    [navigate],
  )
  const go = useCallback((href: string) => navigate(href), [navigate])
  return { path: pathname, state, update, go }
}
