import { useCallback, useEffect, useMemo, useState } from 'react'
import { daysOf, type ExploreGraph, notYet } from '../../state/explore-graph.ts'

/** From one meeting to the next. */
const PACE = 800

/** The day up to which the drawing is in view; `null` for all of it. */
export const useTime = (graph: ExploreGraph) => {
  const days = useMemo(() => daysOf(graph), [graph])
  const [day, setDay] = useState<string | null>(null)
  const [playing, setPlaying] = useState(false)
  const at = day === null ? -1 : days.findLastIndex((one) => one <= day)
  useEffect(() => {
    if (!playing) return
    const next = days[at + 1]
    const timer = setTimeout(() => (next ? setDay(next) : setPlaying(false)), PACE)
    return () => clearTimeout(timer)
  }, [playing, days, at])
  const later = useMemo(() => notYet(graph, day), [graph, day])
  const last = at >= days.length - 1
  const toggle = useCallback(() => {
    setPlaying((before) => !before)
    if (!playing && (day === null || last)) setDay(days[0] ?? null)
  }, [playing, day, last, days])
  return {
    days,
    day,
    at,
    playing,
    later,
    toggle,
    goTo: (index: number) => {
      setPlaying(false)
      setDay(days[index] ?? null)
    },
    end: () => {
      setPlaying(false)
      setDay(null)
    },
  }
}
