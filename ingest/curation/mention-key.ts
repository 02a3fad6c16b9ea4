import type { Mention } from '../../model/curation.ts'
import { foldName } from '../resolve/fold.ts'

const folded = (name: string | null): string | null => (name === null ? null : foldName(name))

/** Equal for two mentions that print the same: width and quotation marks do not matter. */
export const mentionKey = (mention: Mention): string => {
  switch (mention.kind) {
    case 'person':
      return JSON.stringify([
        'person',
        mention.meeting,
        folded(mention.name),
        folded(mention.body),
        ...(mention.recorder ? ['recorder'] : []),
      ])
    case 'body':
      return JSON.stringify(['body', folded(mention.form)])
    case 'policy':
      return JSON.stringify(['policy', mention.meeting, folded(mention.title)])
  }
}

/** Of two mentions in either order. */
export const pairKey = (a: Mention, b: Mention): string => JSON.stringify([mentionKey(a), mentionKey(b)].sort())
