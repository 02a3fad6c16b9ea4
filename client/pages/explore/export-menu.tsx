import { Menu } from '@mantine/core'
import { useState } from 'react'
import { copyText } from '../../frame/copy.ts'
import { Icon } from '../../frame/icons.tsx'
import { usePlace } from '../../frame/place.tsx'
import { useWords } from '../../i18n/words.ts'
import { edgesCsv, graphJson, nodesCsv } from '../../state/explore-export.ts'
import { versionText } from '../../state/names.ts'
import { useExploration } from './exploration.tsx'
import classes from './explore.module.css'
import { useNames } from './names.ts'

const SECOND = 1000

const download = (content: Blob, name: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), SECOND)
}

const text = (content: string, type: string): Blob => new Blob([content], { type: `${type};charset=utf-8` })

const useCitation = () => {
  const { t } = useWords()
  const { current } = usePlace()
  const { graph, context } = useExploration()
  const { short } = useNames()
  return () =>
    t('explore.exports.citation', {
      issuer: current?.issuer ?? '',
      starts: context.view.starts.map(short).join(t('join.list')),
      nodes: t('explore.nodes', { count: graph.nodes.length }),
      edges: t('explore.edges', { count: graph.edges.length }),
      version: current ? versionText(current.version) : '',
      url: window.location.href,
    })
}

/** The drawing as a picture, the graph as data, the view as a link. */
export const ExportMenu = ({ drawn }: { drawn: boolean }) => {
  const { t } = useWords()
  const { graph, context, canvas, place } = useExploration()
  const { current } = usePlace()
  const cite = useCitation()
  const [told, setTold] = useState('')
  const copy = async (content: string) => {
    setTold(t((await copyText(content)) ? 'explore.exports.copied' : 'explore.exports.failed'))
  }
  const picture = async () => {
    const blob = await canvas.current?.png()
    if (blob) download(blob, 'jiyao.png')
  }
  const from = { jurisdiction: place, version: current ? versionText(current.version) : '', url: window.location.href }
  const entries: [string, () => void, boolean][] = [
    [t('explore.exports.svg'), () => download(text(canvas.current?.svg() ?? '', 'image/svg+xml'), 'jiyao.svg'), drawn],
    [t('explore.exports.png'), () => void picture(), drawn],
    [t('explore.exports.nodes'), () => download(text(nodesCsv(graph.nodes), 'text/csv'), 'jiyao-nodes.csv'), true],
    [
      t('explore.exports.edges'),
      () => download(text(edgesCsv(graph.nodes, graph.edges), 'text/csv'), 'jiyao-relations.csv'),
      true,
    ],
    [
      t('explore.exports.json'),
      () => download(text(graphJson(graph, context.view.at, from), 'application/json'), 'jiyao.json'),
      true,
    ],
    [t('explore.exports.link'), () => void copy(window.location.href), true],
    [t('explore.exports.cite'), () => void copy(cite()), true],
  ]
  return (
    <>
      <Menu position="bottom-end" shadow="md" radius={6} withinPortal={false} onOpen={() => setTold('')}>
        <Menu.Target>
          <button type="button" className={classes.button} disabled={graph.nodes.length === 0}>
            <Icon name="export" size={16} />
            {t('explore.exports.label')}
          </button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu} aria-label={t('explore.exports.label')}>
          {entries.map(([name, run, there]) => (
            <Menu.Item key={name} className={classes.menuItem} disabled={!there} onClick={run}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <span role="status" className={classes.told}>
        {told}
      </span>
    </>
  )
}
