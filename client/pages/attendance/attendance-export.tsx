import { getAttendance } from '../../../model/api/attendance.ts'
import { MATRIX_FORMATS } from '../../../model/api/exports.ts'
import { requestFile } from '../../api.ts'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { usePlace } from '../../frame/place.tsx'
import { useWords } from '../../i18n/words.ts'
import { period } from '../../queries.ts'
import { useAttending } from './attending.tsx'

/** As many rows as the server gives. */
const ROWS = 2000

/** Who was at which meeting, all rows of the reply, also those that the drawing leaves out. */
export const AttendanceExport = () => {
  const { t } = useWords()
  const { current } = usePlace()
  const { filter, choice } = useAttending()
  const { who, per } = choice
  return (
    <ExportMenu
      title={t('attendance.title')}
      filters={[t(`attendance.whoOf.${who}`), t(`attendance.perOf.${per}`)]}
      formats={MATRIX_FORMATS}
      take={(format) =>
        requestFile(getAttendance, {
          params: {},
          query: { jurisdiction: current?.id ?? '', who, per, limit: ROWS, ...period(filter), format },
        })
      }
    />
  )
}
