import { Menu } from '@mantine/core'
import { NodeKind } from '../../../model/graph.ts'
import type { Command } from '../../commands/command.ts'
import {
  type ExploreContext,
  fitAll,
  layOut,
  playTime,
  redoStep,
  showHidden,
  undoStep,
} from '../../commands/explore-commands.ts'
import { Icon, type IconName } from '../../frame/icons.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import menus from '../../frame/menu.module.css'
import { useWords } from '../../i18n/words.ts'
import { toggleKind } from '../../state/explore.ts'
import { DrawingExport } from './drawing-export.tsx'
import { useExploration } from './exploration.tsx'
import classes from './explore.module.css'
import { keyText } from './keys.tsx'
import { SaveMenu } from './save-menu.tsx'

const Tool = ({ command, icon, label }: { command: Command<ExploreContext>; icon: IconName; label: string }) => {
  const { t } = useWords()
  const { context } = useExploration()
  const [key] = command.keys
  const name = key ? `${label} (${keyText(t, key)})` : label
  return (
    <button
      type="button"
      className={classes.tool}
      title={name}
      aria-label={name}
      disabled={!command.enabled(context)}
      onClick={() => void command.run(context)}
    >
      <Icon name={icon} size={18} />
    </button>
  )
}

const Zoom = ({ factor, icon, label }: { factor: number; icon: IconName; label: string }) => {
  const { canvas } = useExploration()
  return (
    <button
      type="button"
      className={classes.tool}
      title={label}
      aria-label={label}
      onClick={() => canvas.current?.zoomBy(factor)}
    >
      <Icon name={icon} size={18} />
    </button>
  )
}

/** Which kinds are drawn. */
const KindFilter = () => {
  const { t } = useWords()
  const { context } = useExploration()
  const { view, change } = context
  return (
    <Menu position="bottom-end" shadow="md" radius={6} withinPortal={false} closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className={classes.tool} title={t('explore.filter')} aria-label={t('explore.filter')}>
          <Icon name="filter" size={18} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={menus.menu} aria-label={t('explore.filter')}>
        {NodeKind.options.map((kind) => {
          const off = view.without.has(kind)
          return (
            <Menu.Item
              key={kind}
              className={`${menus.item} ${classes.menuItem}`}
              leftSection={<KindMark kind={kind} />}
              rightSection={<span className={classes.check}>{off ? '' : '✓'}</span>}
              aria-label={t(off ? 'explore.filterShow' : 'explore.filterHide', { kind: t(`kind.${kind}`) })}
              onClick={() => change(toggleKind(kind))}
            >
              {t(`kind.${kind}`)}
            </Menu.Item>
          )
        })}
        <Menu.Item
          className={`${menus.item} ${classes.menuItem}`}
          disabled={!showHidden.enabled(context)}
          onClick={() => void showHidden.run(context)}
        >
          {t('explore.showAll')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const STEP = 1.4

export const Tools = ({ drawn }: { drawn: boolean }) => {
  const { t } = useWords()
  const { time } = useExploration()
  return (
    <div className={classes.tools}>
      <div className={classes.toolbar} role="group" aria-label={t('explore.tools')}>
        <Tool command={undoStep} icon="undo" label={t('explore.commands.undo')} />
        <Tool command={redoStep} icon="redo" label={t('explore.commands.redo')} />
        {drawn ? (
          <>
            <Tool command={layOut} icon="layout" label={t('explore.commands.layout')} />
            <Tool command={fitAll} icon="fit" label={t('explore.commands.fit')} />
            <Zoom factor={STEP} icon="plus" label={t('canvas.zoomIn')} />
            <Zoom factor={1 / STEP} icon="minus" label={t('canvas.zoomOut')} />
          </>
        ) : null}
        <KindFilter />
        <Tool
          command={playTime}
          icon={time.playing ? 'pause' : 'play'}
          label={t(time.playing ? 'explore.time.pause' : 'explore.time.play')}
        />
      </div>
      <SaveMenu />
      <DrawingExport drawn={drawn} />
    </div>
  )
}
