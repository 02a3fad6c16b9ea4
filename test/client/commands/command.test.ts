import { describe, expect, test } from 'vitest'
import { APP_COMMANDS, type AppContext, toggleLanguage, toggleTheme } from '../../../client/commands/app-commands.ts'
import { commandFor, type KeyPress } from '../../../client/commands/command.ts'
import { copyCitation, READING_COMMANDS, type ReadingContext } from '../../../client/commands/reading-commands.ts'

const key = (name: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

const app = (changes: Partial<AppContext> = {}): AppContext & { done: string[] } => {
  const done: string[] = []
  return {
    language: 'zh',
    dark: false,
    searchable: true,
    setLanguage: (language) => done.push(language),
    setDark: (dark) => done.push(dark ? 'dark' : 'light'),
    setSearching: (searching) => done.push(`searching ${searching}`),
    done,
    ...changes,
  }
}

describe('keys of the frame', () => {
  test.each([key('k', { ctrlKey: true }), key('K', { metaKey: true }), key('/')])('opens the search', (press) => {
    expect(commandFor(APP_COMMANDS, app(), press, false)?.id).toBe('open-search')
  })

  test('a slash means itself while one is typing; ⌘K does not', () => {
    expect(commandFor(APP_COMMANDS, app(), key('/'), true)).toBeNull()
    expect(commandFor(APP_COMMANDS, app(), key('k', { metaKey: true }), true)?.id).toBe('open-search')
  })

  test('other keys and other modifiers mean nothing', () => {
    expect(commandFor(APP_COMMANDS, app(), key('k'), false)).toBeNull()
    expect(commandFor(APP_COMMANDS, app(), key('/', { ctrlKey: true }), false)).toBeNull()
    expect(commandFor(APP_COMMANDS, app(), key('k', { ctrlKey: true, altKey: true }), false)).toBeNull()
  })

  test('without a place there is nothing to search', () => {
    expect(commandFor(APP_COMMANDS, app({ searchable: false }), key('/'), false)).toBeNull()
  })

  test('switches switch to the other', async () => {
    const context = app({ dark: true })
    await toggleLanguage.run(context)
    await toggleTheme.run(context)
    expect(context.done).toEqual(['en', 'light'])
  })
})

describe('keys of the reader', () => {
  const reading = (changes: Partial<ReadingContext> = {}): ReadingContext & { copied: string[] } => {
    const copied: string[] = []
    return {
      selected: true,
      clear: () => copied.push('cleared'),
      citation: () => '“…”',
      link: () => '/',
      copy: async (text) => void copied.push(text),
      copied,
      ...changes,
    }
  }

  test('Escape puts down what is selected, and nothing where nothing is', async () => {
    const context = reading()
    await commandFor(READING_COMMANDS, context, key('Escape'), false)?.run(context)
    expect(context.copied).toEqual(['cleared'])
    expect(commandFor(READING_COMMANDS, reading({ selected: false }), key('Escape'), false)).toBeNull()
  })

  test('a citation is copied only where there is one', async () => {
    expect(copyCitation.enabled(reading({ citation: () => null }))).toBe(false)
    const context = reading()
    await copyCitation.run(context)
    expect(context.copied).toEqual(['“…”'])
  })
})
