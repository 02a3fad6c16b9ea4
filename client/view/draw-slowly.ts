/** In milliseconds; what is there sooner need not be told that it takes time. */
const SLOW = 400

/** Begins to draw, and tells when it takes long and when that is over; the function that is returned gives it up. */
export const drawSlowly = (
  draw: (signal: AbortSignal) => Promise<void>,
  setLaying: (laying: boolean) => void,
): (() => void) => {
  const stop = new AbortController()
  const slow = setTimeout(() => setLaying(true), SLOW)
  draw(stop.signal)
    .finally(() => {
      clearTimeout(slow)
      if (!stop.signal.aborted) setLaying(false)
    })
    .catch((error: unknown) => {
      if (!stop.signal.aborted) reportError(error)
    })
  return () => {
    clearTimeout(slow)
    stop.abort()
  }
}
