import type { Command } from './command.ts'

export type ReadingContext = {
  /** The edge or the node in hand. */
  selected: boolean
  clear: () => void
  /** The citation of what is selected; `null` when its sentence is not there yet. */
  citation: () => string | null
  link: () => string
  copy: (text: string) => Promise<void>
}

export const clearSelection: Command<ReadingContext> = {
  id: 'clear-selection',
  keys: ['Escape'],
  enabled: ({ selected }) => selected,
  run: ({ clear }) => clear(),
}

export const copyCitation: Command<ReadingContext> = {
  id: 'copy-citation',
  keys: [],
  enabled: ({ citation }) => citation() !== null,
  run: async ({ citation, copy }) => {
    const text = citation()
    if (text !== null) await copy(text)
  },
}

export const copyLink: Command<ReadingContext> = {
  id: 'copy-link',
  keys: [],
  enabled: () => true,
  run: ({ link, copy }) => copy(link()),
}

export const READING_COMMANDS: readonly Command<ReadingContext>[] = [clearSelection, copyCitation, copyLink]
