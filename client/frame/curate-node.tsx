import type { GraphNode } from '../../model/graph.ts'
import { useWords } from '../i18n/words.ts'
import classes from './curate-node.module.css'
import { useCurating } from './curating.tsx'
import { useWriting } from './writing.tsx'

const VERBS = ['merge', 'split', 'rename'] as const

/** What can be said of a person, a body or a policy; only for who may write. */
export const CurateNode = ({ node }: { node: GraphNode }) => {
  const { t } = useWords()
  const { token } = useWriting()
  const { open } = useCurating()
  if (token === null || node.kind === 'meeting' || node.kind === 'item' || node.kind === 'decision') return null
  const { id, kind, label } = node
  return (
    <p className={classes.curate}>
      {t('review.curate')}
      {VERBS.map((verb) => (
        <button key={verb} type="button" onClick={() => open({ is: 'node', node: { id, kind, label }, verb })}>
          {t(`review.${verb}`)}
        </button>
      ))}
    </p>
  )
}

/** The two answers to a possibly-same pair. */
export const CuratePair = ({ a, b }: { a: string; b: string }) => {
  const { t } = useWords()
  const { token } = useWriting()
  const { open } = useCurating()
  if (token === null) return null
  return (
    <span className={classes.curate}>
      <button type="button" onClick={() => open({ is: 'pair', a, b, verb: 'same' })}>
        {t('review.isSame')}
      </button>
      <button type="button" onClick={() => open({ is: 'pair', a, b, verb: 'different' })}>
        {t('review.isDifferent')}
      </button>
    </span>
  )
}

export const CurateFact = ({ edge }: { edge: string }) => {
  const { t } = useWords()
  const { token } = useWriting()
  const { open } = useCurating()
  if (token === null) return null
  return (
    <p className={classes.curate}>
      <button type="button" onClick={() => open({ is: 'fact', edge })}>
        {t('review.correct')}
      </button>
    </p>
  )
}
