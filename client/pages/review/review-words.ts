import { ContradictedField } from '../../../model/graph.ts'
import { SignalCode } from '../../../model/inference.ts'
import type { WorkEntry } from '../../../model/work-list.ts'
import { percent } from '../../i18n/figures.ts'
import { useWords, type Words } from '../../i18n/words.ts'
import { type Draft, isAsRead, mentionText, sidesOf } from '../../state/curation-draft.ts'

const SIGNALS = new Set<string>(SignalCode.options)
const CODES = ['no-date', 'no-items', 'heading-gap', 'paragraph-unread', 'roll-unread', 'not-minutes'] as const

const reasons = ({ t }: Words, about: string): string => {
  const [grade = '', ...codes] = about.split(' ')
  const known = codes.filter((code): code is SignalCode => SIGNALS.has(code))
  const sure = grade === 'likely' || grade === 'possible' ? t(`likelihood.${grade}`) : grade
  return t('review.reasons', { sure, why: known.map((code) => t(`signal.${code}`)).join(t('join.list')) })
}

const whyOf = (words: Words, { kind, about }: WorkEntry): string => {
  const { t, language } = words
  switch (kind) {
    case 'warning': {
      const code = CODES.find((one) => one === about)
      return code ? t(`review.code.${code}`) : about
    }
    case 'doubtful-split':
      return t('review.doubtful', { sure: percent(Number(about) || 0, language) })
    case 'possibly-same':
    case 'policy-candidate':
      return reasons(words, about)
    case 'contradiction': {
      const field = ContradictedField.options.find((one) => one === about)
      return field ? t(`review.contradicted.${field}`) : about
    }
    case 'unknown-body':
    case 'conflict':
    case 'dangling':
    case 'missing-number':
      return t(`review.why.${kind}`)
  }
}

/** What an entry of the work list is about, and why it stands there. */
export const useEntryWords = () => {
  const words = useWords()
  const { t } = words
  return (entry: WorkEntry): { title: string; why: string; printed: boolean } => {
    const names =
      entry.subjects.length > 1
        ? entry.subjects.map(({ mention }) => mentionText(mention))
        : entry.nodes.map(({ label }) => label)
    const [type = '', ordinal = ''] = entry.about.split(' ')
    if (entry.kind === 'missing-number')
      return { title: t('review.missingNumber', { type, ordinal }), why: whyOf(words, entry), printed: false }
    const pair = entry.kind === 'possibly-same' || entry.kind === 'policy-candidate'
    const title = pair ? names.join(' · ') : (entry.quote ?? names.join('、'))
    return { title: title || t(`review.kind.${entry.kind}`), why: whyOf(words, entry), printed: title !== '' }
  }
}

/** An action in words: what is done, and of what. */
export const useDraftWords = () => {
  const { t } = useWords()
  return (draft: Draft): { title: string; of: string } => {
    const { left, right } = sidesOf(draft)
    if (isAsRead(draft)) return { title: t('review.asRead'), of: left }
    const title = t(`review.do.${draft.do}`)
    if (draft.do === 'accept' || draft.do === 'undo') return { title, of: '' }
    if (draft.do === 'same' || draft.do === 'merge') return { title, of: `${left} = ${right ?? ''}` }
    if (draft.do === 'different') return { title, of: `${left} ≠ ${right ?? ''}` }
    if (draft.do === 'split' && !left) return { title, of: '' }
    return { title, of: `${left} → ${right ?? t('review.nothing')}` }
  }
}
