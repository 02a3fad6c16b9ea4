import type { FileFault } from '../model/file-fault.ts'
import type { Warning } from '../model/record.ts'
import type { Refusal } from './read/read-file.ts'

/** What a run did, file by file where a person has to know. */
export type Report = {
  files: number
  /** Read and stored: `added` and `replaced` together. */
  read: number
  added: number
  /** A changed file, in the place of its former self. */
  replaced: number
  /** The same bytes, read by the same parser, are stored already. */
  unchanged: number
  refused: { file: string; fault: FileFault; reason: string }[]
  /** By code, in the documents that were read. */
  warnings: Record<string, number>
  jurisdictions: { id: string; documents: number; meetings: number }[]
  /** Stopped before its end; then only `jurisdictions` are written. */
  interrupted: boolean
}

export const emptyReport = (): Report => ({
  files: 0,
  read: 0,
  added: 0,
  replaced: 0,
  unchanged: 0,
  refused: [],
  warnings: {},
  jurisdictions: [],
  interrupted: false,
})

export const refuse = (report: Report, { file, fault, reason }: Refusal): void => {
  report.refused.push({ file, fault, reason })
}

export const countWarnings = (report: Pick<Report, 'warnings'>, warnings: readonly Warning[]): void => {
  for (const { code } of warnings) report.warnings[code] = (report.warnings[code] ?? 0) + 1
}

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const table = (title: string, rows: readonly string[]): string[] =>
  rows.length ? [title, ...rows.map((row) => `  ${row}`)] : []

const interruption = ({ jurisdictions }: Report): string =>
  jurisdictions.length
    ? 'interrupted: what is listed as stored is stored in full; run it again for the rest'
    : 'interrupted: nothing was stored; run it again'

/** For a person, one line for each thing to know. */
export const reportText = (report: Report): string =>
  [
    `${counted(report.files, 'file')}: ${report.read} read (${report.added} new, ${report.replaced} replaced), ` +
      `${report.unchanged} unchanged, ${report.refused.length} refused`,
    ...table(
      'stored:',
      report.jurisdictions.map(
        ({ id, documents, meetings }) => `${id}: ${counted(documents, 'document')}, ${counted(meetings, 'meeting')}`,
      ),
    ),
    ...table(
      'could not be read in full, by code (the documents show where):',
      Object.entries(report.warnings).map(([code, count]) => `${code}: ${count}`),
    ),
    ...table(
      'refused:',
      report.refused.map(({ file, reason }) => `${file}: ${reason}`),
    ),
    ...(report.interrupted ? [interruption(report)] : []),
  ].join('\n')
