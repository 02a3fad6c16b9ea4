/** One user action: the same object serves a button, a key and a test. */
export type Command<Context> = {
  id: string
  /** `mod` is ⌘ on a Mac and Ctrl elsewhere: `mod+k`, `mod+shift+z`, `/`, `Escape`. A capital letter is typed with Shift. */
  keys: readonly string[]
  enabled: (context: Context) => boolean
  run: (context: Context) => void | Promise<void>
}

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> & { shiftKey?: boolean }

export const matchesKey = (press: KeyPress, key: string): boolean => {
  const mod = press.ctrlKey || press.metaKey
  if (press.altKey) return false
  if (!key.startsWith('mod+')) return !mod && press.key === key
  const name = key.slice('mod+'.length)
  const shifted = name.startsWith('shift+')
  return mod && shifted === (press.shiftKey ?? false) && press.key.toLowerCase() === (shifted ? name.slice(6) : name)
}

/** The first command that the key means and that is enabled. A key without `mod` means nothing while one is typing. */
export const commandFor = <Context>(
  commands: readonly Command<Context>[],
  context: Context,
  press: KeyPress,
  typing: boolean,
): Command<Context> | null =>
  commands.find(
    (command) =>
      command.keys.some((key) => (!typing || key.startsWith('mod+')) && matchesKey(press, key)) &&
      command.enabled(context),
  ) ?? null
