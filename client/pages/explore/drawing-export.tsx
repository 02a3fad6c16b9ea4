import { GRAPH_FORMATS } from '../../../model/api/exports.ts'
import { getDrawing } from '../../../model/api/lists.ts'
import { requestFile } from '../../api.ts'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { saveFile } from '../../frame/save-file.ts'
import { useWords } from '../../i18n/words.ts'
import { keyOf } from '../../state/explore.ts'
import { useExploration } from './exploration.tsx'
import { useNames } from './names.ts'

/** The drawing as a picture, its nodes and all relations between them as data, the view as a link. */
export const DrawingExport = ({ drawn }: { drawn: boolean }) => {
  const { t } = useWords()
  const { graph, context, canvas, place, filter } = useExploration()
  const { short } = useNames()
  const { at, starts } = context.view
  const svg = () =>
    saveFile(new Blob([canvas.current?.svg() ?? ''], { type: 'image/svg+xml;charset=utf-8' }), 'jiyao.svg')
  const png = async () => {
    const blob = await canvas.current?.png()
    if (blob) saveFile(blob, 'jiyao.png')
  }
  return (
    <ExportMenu
      title={t('explore.exports.title', { starts: starts.map(short).join(t('join.list')) })}
      filters={[t('explore.nodes', { count: graph.nodes.length }), t('explore.edges', { count: graph.edges.length })]}
      disabled={graph.nodes.length === 0}
      extras={[
        { name: t('explore.exports.svg'), run: svg, disabled: !drawn },
        { name: t('explore.exports.png'), run: () => void png(), disabled: !drawn },
      ]}
      formats={GRAPH_FORMATS}
      take={(format) =>
        requestFile(getDrawing, {
          params: {},
          query: { format },
          body: {
            jurisdiction: place,
            nodes: graph.nodes.map(({ id }) => ({ id, ...at.get(keyOf(id)) })),
            from: filter.from,
            to: filter.to,
            page: window.location.pathname + window.location.search,
          },
        })
      }
    />
  )
}
