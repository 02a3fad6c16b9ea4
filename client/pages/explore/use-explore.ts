import { useCallback, useEffect, useRef, useState } from 'react'
import { useAddress } from '../../frame/address.ts'
import { addStart, type Explore, NOTHING } from '../../state/explore.ts'
import { formatExplore, parseExplore } from '../../state/explore-address.ts'
import { amend, type History, historyOf, redo, step, undo } from '../../state/history.ts'
import { parseUrlState } from '../../state/url-state.ts'

export type Change = (next: (view: Explore) => Explore) => void

const opened = (view: Readonly<Record<string, string>>, node: string | null, place: string): Explore => {
  const parsed = parseExplore(view, place)
  return parsed.starts.length + parsed.ways.length === 0 && node !== null ? addStart(node)(NOTHING) : parsed
}

const inOrder = (view: Readonly<Record<string, string>>): string => JSON.stringify(view, Object.keys(view).sort())

/** The exploration, its steps back and forth, and its image in the address. */
export const useExplore = (place: string) => {
  const { state, update } = useAddress()
  const [history, setHistory] = useState<History<Explore>>(() => historyOf(opened(state.view, state.node, place)))
  const written = useRef<string | null>(null)
  const inAddress = JSON.stringify(state.view)
  const { present } = history

  useEffect(() => {
    const view = formatExplore(present, place)
    written.current = inOrder(view)
    update({ view }, { replace: true })
  }, [present, place, update])

  useEffect(() => {
    // The address as it is now: it may have been written again since the change that led here.
    const { view, node } = parseUrlState(window.location.search)
    // What came from here is no news; another link, or a step of the browser, is.
    if (written.current === null || inOrder(view) === written.current) return
    setHistory((before) => step(before, opened(view, node, place)))
    // The address is read as it is; that it has changed is what `inAddress` tells.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [inAddress, place])

  return {
    view: present,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: useCallback<Change>((next) => setHistory((before) => step(before, next(before.present))), []),
    adjust: useCallback<Change>((next) => setHistory((before) => amend(before, next(before.present))), []),
    undo: useCallback(() => setHistory(undo), []),
    redo: useCallback(() => setHistory(redo), []),
  }
}
