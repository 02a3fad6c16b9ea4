import { useMemo } from 'react'
import { useAddress } from '../../frame/address.ts'
import { formatReview, parseReview, type ReviewChoice } from '../../state/review.ts'

/** The choice in the address, and how to change it. */
export const useReviewChoice = () => {
  const { state, update } = useAddress()
  const choice = useMemo(() => parseReview(state.view), [state.view])
  const choose = (changes: Partial<ReviewChoice>) =>
    update({ view: formatReview({ ...choice, ...changes }) }, { replace: true })
  return { choice, choose }
}
