/** One user action: the same object serves a button, a key and a test. */
export type Command<Context> = {
  id: string
  /** `mod` is ⌘ on a Mac and Ctrl elsewhere: `mod+k`, `/`, `Escape`. */
  keys: readonly string[]
  enabled: (context: Context) => boolean
  run: (context: Context) => void | Promise<void>
}

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

export const matchesKey = (press: KeyPress, key: string): boolean => {
  const mod = press.ctrlKey || press.metaKey
  if (press.altKey) return false
  return key.startsWith('mod+') ? mod && press.key.toLowerCase() === key.slice(4) : !mod && press.key === key
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
