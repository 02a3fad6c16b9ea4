import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { CoverageReply, Slot } from '../../model/api/jurisdictions.ts'
import { coverageQuery } from '../queries.ts'
import { type Period, periodOfRange, rangeOfPeriod, type SlotRange } from '../state/ribbon.ts'
import { useAddress } from './address.ts'

export type PeriodInUse = {
  coverage: CoverageReply
  /** `null` when no meeting lies in the period of the address. */
  range: SlotRange | null
  period: Period
  /** First and last day of meetings in the range; `null` where none has a day. */
  days: { from: string; to: string } | null
  setRange: (range: SlotRange) => void
}

const daysOf = (slots: readonly Slot[], range: SlotRange | null): PeriodInUse['days'] => {
  const days = (range ? slots.slice(range.first, range.last + 1) : [])
    .map((slot) => (slot.is === 'meeting' ? slot.date : null))
    .filter((day) => day !== null)
  const [from] = days
  const to = days.at(-1)
  return from && to ? { from, to } : null
}

/** The period ribbon's state: the series of the place, and the part of it that the address names. */
export const usePeriod = (
  place: string | null,
): { inUse: PeriodInUse | null; error: Error | null; retry: () => void } => {
  const { data: coverage, error, refetch } = useQuery({ ...coverageQuery(place ?? ''), enabled: place !== null })
  const { state, update } = useAddress()
  const { from, to } = state
  const setRange = useCallback(
    (range: SlotRange) => {
      if (coverage) update(periodOfRange(coverage.slots, range), { replace: true })
    },
    [coverage, update],
  )
  const inUse = useMemo((): PeriodInUse | null => {
    if (!coverage) return null
    const range = rangeOfPeriod(coverage.slots, { from, to })
    return { coverage, range, period: { from, to }, days: daysOf(coverage.slots, range), setRange }
  }, [coverage, from, to, setRange])
  return { inUse, error, retry: () => void refetch() }
}
