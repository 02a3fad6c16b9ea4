import { getCoOccurrence } from '../../../model/api/co-occurrence.ts'
import { GRAPH_FORMATS } from '../../../model/api/exports.ts'
import { requestFile } from '../../api.ts'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { percent } from '../../i18n/figures.ts'
import { useWords } from '../../i18n/words.ts'
import { period } from '../../queries.ts'
import { useTies } from './ties.tsx'

/** As many pairs as the server gives. */
const PAIRS = 5000

/** The actors and their pairs, with what was counted and tested. */
export const TiesExport = () => {
  const { t, language } = useWords()
  const { filter, choice } = useTies()
  const { jurisdiction, who, level } = filter
  const { fdr, minimum } = choice
  return (
    <ExportMenu
      title={t('coOccurrence.title')}
      filters={[
        t(`coOccurrence.whoOf.${who}`),
        t(`coOccurrence.levelOf.${level}`),
        t(`coOccurrence.minimumOf.${level}`, { count: Number(minimum) }),
        `${t('coOccurrence.fdr')} ${percent(Number(fdr), language)}`,
      ]}
      formats={GRAPH_FORMATS}
      take={(format) =>
        requestFile(getCoOccurrence, {
          params: {},
          query: { jurisdiction, who, level, fdr, minimum, limit: PAIRS, ...period(filter), format },
        })
      }
    />
  )
}
