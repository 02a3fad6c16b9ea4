/** States that can be gone back to. Pure. */
export type History<State> = { past: readonly State[]; present: State; future: readonly State[] }

const MOST = 200

export const historyOf = <State>(present: State): History<State> => ({ past: [], present, future: [] })

/** A step of its own; what was undone before is gone. A change into the same state is none. */
export const step = <State>(history: History<State>, next: State): History<State> =>
  next === history.present
    ? history
    : { past: [...history.past, history.present].slice(-MOST), present: next, future: [] }

/** Part of the step before: what follows from it, and nobody would want to undo by itself. */
export const amend = <State>(history: History<State>, next: State): History<State> =>
  next === history.present ? history : { ...history, present: next }

export const undo = <State>(history: History<State>): History<State> => {
  const before = history.past.at(-1)
  return before === undefined
    ? history
    : { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] }
}

export const redo = <State>(history: History<State>): History<State> => {
  const [next, ...future] = history.future
  return next === undefined ? history : { past: [...history.past, history.present], present: next, future }
}
