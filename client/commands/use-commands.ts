import { useEffect, useEffectEvent } from 'react'
import { type Command, commandFor } from './command.ts'

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="slider"]'
/** Of a control with the focus these two are its own. */
const PRESSED = new Set(['Enter', ' '])
const CONTROL = 'button, a, summary, [role="menuitem"], [role="option"]'

/** Binds the keys of `commands` to the page for as long as the component is there. */
export const useCommands = <Context>(commands: readonly Command<Context>[], context: Context): void => {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const target = event.target
    const typing = target instanceof Element && target.closest(TYPING) !== null
    // A dialog answers its own keys.
    if (target instanceof Element && target.closest('[role="dialog"]')) return
    if (PRESSED.has(event.key) && target instanceof Element && target.closest(CONTROL)) return
    const command = commandFor(commands, context, event, typing)
    if (!command) return
    event.preventDefault()
    void command.run(context)
  })
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
