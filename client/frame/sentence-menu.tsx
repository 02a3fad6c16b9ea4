import { Menu } from '@mantine/core'
import { Icon } from './icons.tsx'
import menus from './menu.module.css'
import classes from './sentence-menu.module.css'

export type Choice<Value extends string> = { value: Value; text: string; note?: string }

export type SentenceMenuProps<Value extends string> = {
  /** What is chosen here, for those who hear the sentence: 计数的层次. */
  label: string
  value: Value
  choices: readonly Choice<Value>[]
  onChoose: (value: Value) => void
}

/** A word of the view's sentence that can be changed: underlined, with a menu below it. */
export const SentenceMenu = <Value extends string>({ label, value, choices, onChoose }: SentenceMenuProps<Value>) => {
  const chosen = choices.find((choice) => choice.value === value)
  const text = chosen?.text ?? value
  return (
    <Menu position="bottom-start" shadow="md" radius={6} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className={classes.word} aria-label={`${label}: ${text}`}>
          {text}
          <Icon name="chevronDown" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={menus.long} aria-label={label}>
        {choices.map((choice) => (
          <Menu.Item
            key={choice.value}
            className={`${menus.item} ${classes.item}`}
            aria-current={choice.value === value ? 'true' : undefined}
            rightSection={choice.note ? <span className={classes.note}>{choice.note}</span> : null}
            onClick={() => onChoose(choice.value)}
          >
            {choice.text}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
