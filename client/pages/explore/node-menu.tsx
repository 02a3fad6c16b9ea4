import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { NodeKind } from '../../../model/graph.ts'
import type { Command } from '../../commands/command.ts'
import {
  collapseNode,
  type ExploreContext,
  expandKind,
  expandNode,
  hideNode,
  isPinned,
  openNode,
  pathFromNode,
  pathTo,
  pinNode,
  startHere,
} from '../../commands/explore-commands.ts'
import { expansionQuery } from '../../explore-queries.ts'
import { Icon, type IconName } from '../../frame/icons.tsx'
import { KindMark } from '../../frame/kind-mark.tsx'
import menus from '../../frame/menu.module.css'
import { useWords } from '../../i18n/words.ts'
import { BATCH, isExpanded } from '../../state/explore.ts'
import type { Point } from '../../view/elements.ts'
import { useExploration } from './exploration.tsx'
import classes from './explore.module.css'
import { keyText } from './keys.tsx'
import { useNames } from './names.ts'

type EntryProps = { command: Command<ExploreContext>; context: ExploreContext; icon: IconName; text: string }

const Entry = ({ command, context, icon, text }: EntryProps) => {
  const { t } = useWords()
  const [key] = command.keys
  return (
    <Menu.Item
      className={`${menus.item} ${classes.menuItem}`}
      leftSection={<Icon name={icon} size={16} />}
      rightSection={key ? <kbd>{keyText(t, key)}</kbd> : null}
      disabled={!command.enabled(context)}
      onClick={() => void command.run(context)}
    >
      {text}
    </Menu.Item>
  )
}

const Head = ({ id }: { id: string }) => {
  const { t } = useWords()
  const { rows, context } = useExploration()
  const { short, find } = useNames()
  const row = rows.find(({ node }) => node.id === id)
  const node = find(id)
  return (
    <div className={classes.menuHead}>
      <b lang="zh">{short(id)}</b>
      <span>{node ? t(`kind.${node.kind}`) : null}</span>
      {row?.total != null ? (
        <p>
          {isExpanded(context.view, id)
            ? t('explore.shown', { shown: row.ties, total: row.total })
            : t('explore.notShown', { total: row.total })}
        </p>
      ) : null}
    </div>
  )
}

/** Only kinds of which the node has neighbours, with how many. */
const ByKind = ({ context, id }: { context: ExploreContext; id: string }) => {
  const { t } = useWords()
  const { filter } = useExploration()
  const { data } = useQuery(expansionQuery(filter, { node: id, kind: null, count: BATCH }))
  return (
    <Menu.Sub position="right-start">
      <Menu.Sub.Target>
        <Menu.Sub.Item className={`${menus.item} ${classes.menuItem}`} leftSection={<Icon name="filter" size={16} />}>
          {t('explore.byKind')}
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown className={menus.menu} aria-label={t('explore.byKind')}>
        {NodeKind.options
          .filter((kind) => data?.byKind[kind])
          .map((kind) => (
            <Menu.Item
              key={kind}
              className={`${menus.item} ${classes.menuItem}`}
              leftSection={<KindMark kind={kind} />}
              rightSection={<span className={classes.check}>{data?.byKind[kind]}</span>}
              onClick={() => void expandKind(kind).run(context)}
            >
              {t(`kind.${kind}`)}
            </Menu.Item>
          ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}

/** `at` in pixels of the box that the menu stands in. */
export type NodeMenuProps = { id: string; at: Point; onClose: () => void }

/** Every command for a node, with its key. */
export const NodeMenu = ({ id, at, onClose }: NodeMenuProps) => {
  const { t } = useWords()
  const { context: given } = useExploration()
  const { short } = useNames()
  const context: ExploreContext = { ...given, selected: id }
  const opened = isExpanded(context.view, id)
  const end = pathTo(id)
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      shadow="md"
      radius={6}
      width={236}
      withinPortal={false}
      returnFocus
    >
      <Menu.Target>
        <span className={classes.menuPoint} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown className={menus.menu} aria-label={t('explore.menuOf', { name: short(id) })}>
        <Head id={id} />
        <Menu.Divider />
        <Entry
          command={expandNode}
          context={context}
          icon="plus"
          text={t(opened ? 'explore.commands.expandNext' : 'explore.commands.expandFirst')}
        />
        <ByKind context={context} id={id} />
        <Menu.Divider />
        <Entry command={collapseNode} context={context} icon="minus" text={t('explore.commands.collapse')} />
        <Entry
          command={pinNode}
          context={context}
          icon="pin"
          text={t(isPinned(context) ? 'explore.commands.unpin' : 'explore.commands.pin')}
        />
        <Entry command={hideNode} context={context} icon="hide" text={t('explore.commands.hide')} />
        <Entry command={startHere} context={context} icon="bookmark" text={t('explore.commands.start')} />
        <Menu.Divider />
        {end.enabled(context) ? (
          <Entry command={end} context={context} icon="paths" text={t('explore.pathHere')} />
        ) : (
          <Entry command={pathFromNode} context={context} icon="paths" text={t('explore.commands.path')} />
        )}
        <Entry command={openNode} context={context} icon="card" text={t('explore.commands.open')} />
      </Menu.Dropdown>
    </Menu>
  )
}
