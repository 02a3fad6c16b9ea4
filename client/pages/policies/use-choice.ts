import { useMemo } from 'react'
import { useAddress } from '../../frame/address.ts'
import { usePeriod } from '../../frame/use-period.ts'
import { openPeriodInWords, periodInWords, useWords } from '../../i18n/words.ts'
import { formatPolicies, type PoliciesChoice, parsePolicies } from '../../state/policies.ts'

/** The choice in the address, and how to change it. */
export const usePoliciesChoice = () => {
  const { state, update } = useAddress()
  const choice = useMemo(() => parsePolicies(state.view), [state.view])
  const choose = (changes: Partial<PoliciesChoice>) =>
    update({ view: formatPolicies({ ...choice, ...changes }) }, { replace: true })
  const whole = () => update({ from: null, to: null }, { replace: true })
  return { choice, choose, whole, from: state.from, to: state.to }
}

/** `null` for the whole time. */
export const usePeriodWords = (place: string): string | null => {
  const words = useWords()
  const { inUse } = usePeriod(place)
  if (!inUse || (!inUse.period.from && !inUse.period.to)) return null
  const { days, period } = inUse
  return days ? periodInWords(words, days.from, days.to) : openPeriodInWords(words, period.from, period.to)
}
