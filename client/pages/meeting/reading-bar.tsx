import { Menu } from '@mantine/core'
import { Link } from 'wouter'
import { openSearch, toggleLanguage, toggleTheme } from '../../commands/app-commands.ts'
import { useAddress } from '../../frame/address.ts'
import { useApp } from '../../frame/app-context.tsx'
import { Icon } from '../../frame/icons.tsx'
import { usePlace } from '../../frame/place.tsx'
import { dayInWords } from '../../i18n/dates.ts'
import { meetingName, seqInWords, useWords } from '../../i18n/words.ts'
import { meetingPath } from '../../state/url-state.ts'
import { Neighbours } from './outline.tsx'
import { usePart, useReading } from './reading.tsx'
import classes from './reading-bar.module.css'
import type { Screen } from './screen.ts'

const ItemMenu = () => {
  const { t, language } = useWords()
  const { reply, goToPart, blocks } = useReading()
  const part = usePart()
  const total = reply.items.length
  const label =
    part.is === 'item'
      ? t('meeting.itemOf', { current: part.seq, total })
      : part.is === 'roll'
        ? t('meeting.roll')
        : t('meeting.items', { total })
  return (
    <Menu
      position="bottom-end"
      width={320}
      shadow="md"
      radius={6}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className={classes.items} aria-label={`${t('meeting.toItem')}${t('join.colon')}${label}`}>
          {label}
          <Icon name="chevronDown" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {reply.items.map((item) => (
          <Menu.Item
            key={item.id}
            leftSection={seqInWords(language, item.seq)}
            data-current={part.is === 'item' && part.seq === item.seq ? '' : undefined}
            className={classes.menuItem}
            onClick={() => goToPart({ is: 'item', seq: item.seq })}
          >
            <span lang="zh">{item.label}</span>
          </Menu.Item>
        ))}
        {blocks.some(({ kind }) => kind === 'roll') ? (
          <Menu.Item className={classes.menuItem} onClick={() => goToPart({ is: 'roll' })}>
            {t('meeting.roll')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}

const MoreMenu = () => {
  const { t } = useWords()
  const app = useApp()
  const { reply } = useReading()
  const { link } = usePlace()
  const { go } = useAddress()
  const { previous, next } = reply
  return (
    <Menu
      position="bottom-end"
      width={240}
      shadow="md"
      radius={6}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className={classes.icon} aria-label={t('header.more')}>
          <Icon name="more" size={22} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {previous?.is === 'meeting' ? (
          <Menu.Item className={classes.menuItem} onClick={() => go(link(meetingPath(previous.meeting)))}>
            {t('meeting.previous', { label: previous.label })}
          </Menu.Item>
        ) : null}
        {next?.is === 'meeting' ? (
          <Menu.Item className={classes.menuItem} onClick={() => go(link(meetingPath(next.meeting)))}>
            {t('meeting.next', { label: next.label })}
          </Menu.Item>
        ) : null}
        {next?.is === 'missing' ? <Menu.Label>{t('meeting.lacksLong', { ordinal: next.ordinal })}</Menu.Label> : null}
        <Menu.Item className={classes.menuItem} onClick={() => void toggleLanguage.run(app)}>
          {t(app.language === 'zh' ? 'header.toEnglish' : 'header.toChinese')}
        </Menu.Item>
        <Menu.Item className={classes.menuItem} onClick={() => void toggleTheme.run(app)}>
          {t(app.dark ? 'header.light' : 'header.dark')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** What the outline says, where there is no room for it. On a phone it stands in for the header as well. */
export const ReadingBar = ({ screen }: { screen: Screen }) => {
  const words = useWords()
  const { t, language } = words
  const app = useApp()
  const { reply } = useReading()
  const { link } = usePlace()
  const { meeting } = reply
  const date = meeting.date ? dayInWords(meeting.date, language) : t('meetings.undated')
  return (
    <div className={classes.bar}>
      <div className={classes.top}>
        {screen === 'phone' ? (
          <Link href={link('/meetings')} className={classes.icon} aria-label={t('header.back')}>
            <Icon name="arrowLeft" size={20} />
          </Link>
        ) : null}
        <h1 className={classes.name}>{meetingName(words, meeting)}</h1>
        {screen === 'phone' ? (
          <>
            <button
              type="button"
              className={classes.icon}
              aria-label={t('header.search')}
              onClick={() => void openSearch.run(app)}
            >
              <Icon name="search" size={22} />
            </button>
            <MoreMenu />
          </>
        ) : (
          <Neighbours />
        )}
      </div>
      <div className={classes.line}>
        <p className={classes.facts}>
          <span>{date}</span>
          {meeting.docNumber ? <span lang="zh">{meeting.docNumber}</span> : null}
        </p>
        <ItemMenu />
      </div>
    </div>
  )
}
