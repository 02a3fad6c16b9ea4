import type { RelatedPolicy } from '../../../model/api/trace.ts'
import type { Words } from '../../i18n/words.ts'

/** What the other policy is to this one. */
export const relationName = ({ t }: Words, { relation, inward, policy }: RelatedPolicy): string =>
  relation === 'edition'
    ? t('trace.relation.edition', { year: policy.edition ?? '' })
    : t(`trace.relation.${relation}${inward ? 'In' : 'Out'}`)
