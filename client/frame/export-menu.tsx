import { Menu } from '@mantine/core'
import { useState } from 'react'
import type { ExportFormat } from '../../model/api/exports.ts'
import type { ReceivedFile } from '../api.ts'
import { dayInWords } from '../i18n/dates.ts'
import { useWords } from '../i18n/words.ts'
import { versionText } from '../state/names.ts'
import { useAddress } from './address.ts'
import { copyText } from './copy.ts'
import classes from './export-menu.module.css'
import { Icon } from './icons.tsx'
import menus from './menu.module.css'
import { usePlace } from './place.tsx'
import { saveFile } from './save-file.ts'

export type Extra = { name: string; run: () => void; disabled?: boolean }

type ExportMenuProps<Format extends ExportFormat> = {
  /** What the page shows, in the words of a citation, and what was chosen. */
  title: string
  filters?: readonly string[]
  /** In place of the citation made of these. */
  citation?: () => string
  formats: readonly Format[]
  take: (format: Format) => Promise<ReceivedFile>
  /** What the page itself can give, before the files of the server. */
  extras?: readonly Extra[]
  disabled?: boolean
}

const formatKey = (format: ExportFormat, formats: readonly ExportFormat[]) => {
  if (format === 'nodes-csv') return 'nodes'
  if (format === 'matrix-csv') return 'matrix'
  if (format === 'csv') return formats.includes('nodes-csv') ? 'relations' : 'table'
  return format
}

/** Today where the reader is, `2030-01-02`. */
const today = (): string => new Intl.DateTimeFormat('sv').format(new Date())

const useCitation = (title: string, filters: readonly string[]) => {
  const { t, language } = useWords()
  const { current } = usePlace()
  const { state } = useAddress()
  return (): string => {
    const days = [state.from ?? current?.from ?? null, state.to ?? current?.to ?? null]
    const period = days.map((day) => (day ? dayInWords(day, language) : '…')).join(' – ')
    return t('exports.citation', {
      issuer: current?.issuer ?? '',
      title: filters.length ? t('exports.titled', { title, filters: filters.join(t('join.list')) }) : title,
      period,
      version: current ? versionText(current.version) : '',
      day: dayInWords(today(), language),
      url: window.location.href,
    })
  }
}

/** What the page shows as files, and as something to cite. */
export const ExportMenu = <Format extends ExportFormat>(props: ExportMenuProps<Format>) => {
  const { title, filters = [], formats, take, extras = [], disabled = false } = props
  const { t } = useWords()
  const cite = useCitation(title, filters)
  const [told, setTold] = useState('')
  const copy = async (content: string) => {
    setTold(t((await copyText(content)) ? 'exports.copied' : 'exports.copyFailed'))
  }
  const save = async (format: Format) => {
    setTold(t('exports.making'))
    try {
      const { name, content } = await take(format)
      saveFile(content, name)
      setTold(t('exports.saved', { name }))
    } catch {
      setTold(t('exports.failed'))
    }
  }
  const entries: Extra[] = [
    ...extras,
    ...formats.map((format) => ({ name: t(`exports.${formatKey(format, formats)}`), run: () => void save(format) })),
    { name: t('exports.link'), run: () => void copy(window.location.href) },
    { name: t('exports.cite'), run: () => void copy((props.citation ?? cite)()) },
  ]
  return (
    <div className={classes.exports}>
      <span role="status" className={classes.told}>
        {told}
      </span>
      <Menu
        position="bottom-end"
        shadow="md"
        radius={6}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
        onOpen={() => setTold('')}
      >
        <Menu.Target>
          <button type="button" className={`${menus.button} ${classes.button}`} disabled={disabled}>
            <Icon name="export" size={16} />
            {t('exports.label')}
          </button>
        </Menu.Target>
        <Menu.Dropdown className={menus.long} aria-label={t('exports.label')}>
          {entries.map((entry) => (
            <Menu.Item
              key={entry.name}
              className={`${menus.item} ${classes.item}`}
              disabled={entry.disabled ?? false}
              onClick={entry.run}
            >
              {entry.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
