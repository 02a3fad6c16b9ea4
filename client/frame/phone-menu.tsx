import { Menu } from '@mantine/core'
import { toggleLanguage, toggleTheme } from '../commands/app-commands.ts'
import { useWords } from '../i18n/words.ts'
import { useAddress } from './address.ts'
import { useApp } from './app-context.tsx'
import { Icon } from './icons.tsx'
import { ENTRIES } from './navigation.ts'
import classes from './phone-menu.module.css'
import { usePlace } from './place.tsx'

/** What has no tab of its own on a phone. */
export const PhoneMenu = () => {
  const { t } = useWords()
  const app = useApp()
  const { link } = usePlace()
  const { go, path } = useAddress()
  const here = ENTRIES.some(({ phone, within }) => phone === 'menu' && within(path))
  return (
    <Menu
      position="bottom-end"
      width={220}
      shadow="md"
      radius={6}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className={classes.target} aria-label={t('nav.menu')} data-here={here ? '' : undefined}>
          <Icon name="menu" size={22} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu} aria-label={t('nav.menu')}>
        {ENTRIES.filter(({ phone }) => phone === 'menu').map(({ id, path: to, icon, within }) => (
          <Menu.Item
            key={id}
            className={classes.item}
            aria-current={within(path) ? 'page' : undefined}
            leftSection={<Icon name={icon} size={20} />}
            onClick={() => go(link(to))}
          >
            {t(`nav.${id}`)}
          </Menu.Item>
        ))}
        <Menu.Divider className={classes.divider} />
        <Menu.Item className={classes.item} onClick={() => void toggleLanguage.run(app)}>
          {t(app.language === 'zh' ? 'header.toEnglish' : 'header.toChinese')}
        </Menu.Item>
        <Menu.Item
          className={classes.item}
          leftSection={<Icon name={app.dark ? 'sun' : 'moon'} size={18} />}
          onClick={() => void toggleTheme.run(app)}
        >
          {t(app.dark ? 'header.light' : 'header.dark')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
