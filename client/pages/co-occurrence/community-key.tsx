import { useWords } from '../../i18n/words.ts'
import { COMMUNITIES } from '../../view/elements.ts'
import classes from './co-occurrence.module.css'
import { useTies } from './ties.tsx'

/** The stem of a community: 甲, A; those beyond the sixth have none. */
export const useLetters = (): ((community: number | null) => string) => {
  const { t } = useWords()
  const letters = t('coOccurrence.letters')
  return (community) => (community !== null && community < COMMUNITIES ? (letters[community] ?? '') : '')
}

export const colourOf = (community: number | null): string =>
  community !== null && community < COMMUNITIES ? `var(--community-${community})` : 'var(--quiet)'

/** Each community by its letter and the member with the most ties; a name of its own it has none. */
export const CommunityKey = () => {
  const letters = useLetters()
  const { reply } = useTies()
  const shown = reply.communities.slice(0, COMMUNITIES)
  if (shown.length === 0) return null
  return (
    <ul className={classes.communities}>
      {shown.map(({ size, actors }, index) => {
        const first = actors
          .map((place) => reply.actors[place])
          .reduce((best, actor) => (actor && (!best || actor.degree > best.degree) ? actor : best), undefined)
        return (
          // The order of communities is their name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <i style={{ background: colourOf(index) }} />
            <b>{letters(index)}</b> <span lang="zh">{first?.label}</span> <span className={classes.count}>{size}</span>
          </li>
        )
      })}
    </ul>
  )
}
