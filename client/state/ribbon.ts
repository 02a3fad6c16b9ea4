import type { Slot } from '../../model/api/jurisdictions.ts'

/** Both ends are indices of slots and belong to the range. */
export type SlotRange = { first: number; last: number }
export type Period = { from: string | null; to: string | null }

const dateOf = (slot: Slot | undefined): string | null => (slot?.is === 'meeting' ? slot.date : null)

/**
 * The slots between the first and the last meeting in the period. Slots without a day (missing numbers, undated
 * meetings) belong to it by their place. `null` when no meeting lies in it.
 */
export const rangeOfPeriod = (slots: readonly Slot[], { from, to }: Period): SlotRange | null => {
  let first = -1
  let last = -1
  slots.forEach((slot, index) => {
    const date = dateOf(slot)
    if (!date || (from && date < from) || (to && date > to)) return
    if (first < 0) first = index
    last = index
  })
  if (first < 0) return from || to || slots.length === 0 ? null : { first: 0, last: slots.length - 1 }
  return { first: from ? first : 0, last: to ? last : slots.length - 1 }
}

/** An end that stands at the end of the series, or beside which no day is known, is open. */
export const periodOfRange = (slots: readonly Slot[], { first, last }: SlotRange): Period => {
  const ahead = slots.slice(first, last + 1).map(dateOf)
  const from = first <= 0 ? null : (ahead.find((date) => date !== null) ?? null)
  const to = last >= slots.length - 1 ? null : (ahead.findLast((date) => date !== null) ?? null)
  return { from, to }
}

/** Moves one end by `steps` slots; the ends may meet but not cross. */
export const moveEnd = (range: SlotRange, end: 'first' | 'last', steps: number, count: number): SlotRange =>
  end === 'first'
    ? { ...range, first: Math.min(range.last, Math.max(0, range.first + steps)) }
    : { ...range, last: Math.max(range.first, Math.min(count - 1, range.last + steps)) }

export type RibbonScale = {
  /** Pixels from one slot to the next. */
  step: number
  /** Centre of a slot. */
  centre: (index: number) => number
  /** The slot under a pixel, within the series. */
  indexAt: (x: number) => number
}

/** A short series stays together at the left instead of spreading over the whole width. */
const MOST_STEP = 56

export const ribbonScale = (count: number, width: number): RibbonScale => {
  const step = count > 0 ? Math.min(MOST_STEP, width / count) : width
  return {
    step,
    centre: (index) => (index + 0.5) * step,
    indexAt: (x) => Math.max(0, Math.min(count - 1, Math.floor(x / step))),
  }
}

/** `to` is the last of several missing numbers in a row, else `value`. */
export type RibbonLabel = { at: number; kind: 'year' | 'missing' | 'number'; value: number; to: number; index: number }

const yearOf = (slot: Slot): number | null => {
  const date = slot.is === 'meeting' ? slot.date : (slot.before ?? slot.after)
  return date ? Number(date.slice(0, 4)) : null
}

/** Where each year begins: index of its first dated meeting. */
export const yearStarts = (slots: readonly Slot[]): { year: number; index: number }[] => {
  const starts: { year: number; index: number }[] = []
  slots.forEach((slot, index) => {
    const year = slot.is === 'meeting' ? yearOf(slot) : null
    if (year !== null && starts.at(-1)?.year !== year) starts.push({ year, index })
  })
  return starts
}

/** Numbers that are missing one after the other; `index` is the slot of the first. */
const missingRuns = (slots: readonly Slot[]): { first: number; last: number; index: number }[] => {
  const runs: { first: number; last: number; index: number }[] = []
  slots.forEach((slot, index) => {
    if (slot.is !== 'missing') return
    const run = runs.at(-1)
    if (run && slots[index - 1]?.is === 'missing' && run.last === slot.ordinal - 1) run.last = slot.ordinal
    else runs.push({ first: slot.ordinal, last: slot.ordinal, index })
  })
  return runs
}

const WIDTHS = { zh: { year: 56, missing: 40, number: 26 }, en: { year: 40, missing: 34, number: 26 } } as const

/** Labels that fit, in this order of right: years, missing numbers, every tenth number. `width` in pixels. */
export const ribbonLabels = (slots: readonly Slot[], width: number, language: 'zh' | 'en'): RibbonLabel[] => {
  const scale = ribbonScale(slots.length, width)
  const wide = WIDTHS[language]
  const taken: { left: number; right: number }[] = []
  const labels: RibbonLabel[] = []
  const offer = (label: RibbonLabel, left: number, right: number) => {
    if (left < -wide.missing / 2 || right > width + wide.missing / 2) return
    if (taken.some((other) => left < other.right && right > other.left)) return
    taken.push({ left, right })
    labels.push(label)
  }
  for (const { year, index } of yearStarts(slots)) {
    const at = index * scale.step
    offer({ at, kind: 'year', value: year, to: year, index }, at, at + wide.year)
  }
  for (const { first, last, index } of missingRuns(slots)) {
    const at = (scale.centre(index) + scale.centre(index + last - first)) / 2
    const wideness = wide.missing + (last > first ? wide.number : 0)
    offer({ at, kind: 'missing', value: first, to: last, index }, at - wideness / 2, at + wideness / 2)
  }
  slots.forEach((slot, index) => {
    if (slot.is !== 'meeting' || slot.ordinal === null || slot.ordinal % 10 !== 0) return
    const at = scale.centre(index)
    offer(
      { at, kind: 'number', value: slot.ordinal, to: slot.ordinal, index },
      at - wide.number / 2,
      at + wide.number / 2,
    )
  })
  return labels
}
