import { Menu } from '@mantine/core'
import { useWords } from '../i18n/words.ts'
import { shortIssuer } from '../state/names.ts'
import { parseUrlState } from '../state/url-state.ts'
import { hrefOf, useAddress } from './address.ts'
import { Icon } from './icons.tsx'
import classes from './jurisdiction-menu.module.css'
import { usePlace } from './place.tsx'

/** Each place has its own pages: another place opens at its overview, over its whole period. */
export const JurisdictionMenu = () => {
  const { t } = useWords()
  const { all, current } = usePlace()
  const { go } = useAddress()
  if (!current) return null
  const name = shortIssuer(current.issuer)
  if (all.length === 1)
    return (
      <p className={classes.only} lang="zh">
        {name}
      </p>
    )
  return (
    <Menu
      position="bottom-start"
      width={280}
      shadow="md"
      radius={6}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className={classes.target} aria-label={t('header.jurisdiction', { name })}>
          <span lang="zh">{name}</span>
          <Icon name="chevronDown" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu} aria-label={t('header.jurisdictions')}>
        {all.map((row) => (
          <Menu.Item
            key={row.id}
            className={classes.item}
            aria-current={row.id === current.id ? 'true' : undefined}
            rightSection={<span className={classes.count}>{t('header.meetings', { count: row.counts.meeting })}</span>}
            onClick={() => go(hrefOf('/', { ...parseUrlState(''), in: row.id }))}
          >
            <span lang="zh">{shortIssuer(row.issuer)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
