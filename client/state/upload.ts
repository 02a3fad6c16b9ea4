/** An upload from the choice of files to what became of each. Pure. */

import { type IngestReport, type KeptFile, UPLOAD_LIMITS } from '../../model/api/documents.ts'
import type { FileFault } from '../../model/file-fault.ts'

export type Chosen = { name: string; size: number }

export type FileState =
  | { is: 'waiting' }
  | { is: 'kept'; kept: KeptFile }
  /** By kind and in the words of the server, or `too-large` where it was not even sent. */
  | { is: 'refused'; fault: FileFault; reason: string }
  | { is: 'too-large' }
  /** The server refused the upload as a whole, before it read anything. */
  | { is: 'not-stored' }
  /** Nobody has said what became of it. */
  | { is: 'unknown' }

export type FileRow = Chosen & { state: FileState }

export type Stage =
  | { is: 'sending'; sent: number; bytes: number }
  | { is: 'reading'; done: number; total: number }
  | { is: 'writing'; jurisdiction: string; documents: number }
  | { is: 'done' }
  | { is: 'cancelled' }
  /** The server refused what was sent last as a whole: nothing of it is stored. */
  | { is: 'turned-away'; problem: string }
  /** `problem` is what the server said, `null` where the connection was lost. */
  | { is: 'broken'; problem: string | null }

export type Upload = {
  rows: readonly FileRow[]
  stage: Stage
  /** Of the parts that came to their end, added up. */
  report: IngestReport | null
}

export type UploadEvent =
  | { is: 'sent'; sent: number; bytes: number }
  | { is: 'file'; done: number; total: number }
  | { is: 'writing'; jurisdiction: string; documents: number }
  | KeptFile
  | { is: 'report'; report: IngestReport }

const fits = ({ size }: Chosen): boolean => size <= UPLOAD_LIMITS.file

/** Those that can be sent, in parts that the server takes at once. */
export const partsOf = <File extends Chosen>(files: readonly File[]): File[][] => {
  const parts: File[][] = []
  let size = 0
  for (const file of files.filter(fits)) {
    const last = parts.at(-1)
    size += file.size
    if (last && last.length < UPLOAD_LIMITS.files && size <= UPLOAD_LIMITS.all) last.push(file)
    else {
      parts.push([file])
      size = file.size
    }
  }
  return parts
}

export const startUpload = (files: readonly Chosen[]): Upload => {
  const rows = files.map(
    (file): FileRow => ({
      name: file.name,
      size: file.size,
      state: fits(file) ? { is: 'waiting' } : { is: 'too-large' },
    }),
  )
  const bytes = files.filter(fits).reduce((sum, { size }) => sum + size, 0)
  return { rows, stage: files.some(fits) ? { is: 'sending', sent: 0, bytes } : { is: 'done' }, report: null }
}

const addedUp = (a: IngestReport | null, b: IngestReport): IngestReport => {
  if (!a) return b
  const warnings = { ...a.warnings }
  for (const [code, count] of Object.entries(b.warnings)) warnings[code] = (warnings[code] ?? 0) + count
  const places = new Map([...a.jurisdictions, ...b.jurisdictions].map((place) => [place.id, place]))
  return {
    files: a.files + b.files,
    read: a.read + b.read,
    added: a.added + b.added,
    replaced: a.replaced + b.replaced,
    unchanged: a.unchanged + b.unchanged,
    refused: [...a.refused, ...b.refused],
    warnings,
    jurisdictions: [...places.values()],
    interrupted: a.interrupted || b.interrupted,
  }
}

/** Gives the first row of that name that still waits its state: two files of one name are told in the order of the upload. */
const settle = (rows: readonly FileRow[], name: string, state: FileState): FileRow[] => {
  const at = rows.findIndex((row) => row.name === name && row.state.is === 'waiting')
  return rows.map((row, index) => (index === at ? { ...row, state } : row))
}

export const told = (upload: Upload, event: UploadEvent): Upload => {
  switch (event.is) {
    case 'sent':
      return { ...upload, stage: { is: 'sending', sent: event.sent, bytes: event.bytes } }
    case 'file':
      return { ...upload, stage: { is: 'reading', done: event.done, total: event.total } }
    case 'writing':
      return { ...upload, stage: { is: 'writing', jurisdiction: event.jurisdiction, documents: event.documents } }
    case 'kept':
      return { ...upload, rows: settle(upload.rows, event.file, { is: 'kept', kept: event }) }
    case 'report': {
      const refused = event.report.refused.reduce(
        (rows, { file, fault, reason }) => settle(rows, file, { is: 'refused', fault, reason }),
        upload.rows,
      )
      return { ...upload, rows: refused, report: addedUp(upload.report, event.report) }
    }
  }
}

export type End = Extract<Stage, { is: 'done' | 'cancelled' | 'turned-away' | 'broken' }>

const SAYS_ALL: ReadonlySet<FileFault> = new Set([
  'missing',
  'not-allowed',
  'not-a-file',
  'empty',
  'not-as-named',
  'old-word',
  'rich-text',
  'picture',
  'encoding',
  'locked',
  'no-government',
])

/** The reason of such a fault names pages, words or sizes, which its kind does not. */
export const tellsMore = (fault: FileFault): boolean => !SAYS_ALL.has(fault)

/** What nobody has told of by the end stays unknown, unless the server would not have it at all. */
export const ended = (upload: Upload, stage: End): Upload => {
  const state: FileState = { is: stage.is === 'turned-away' ? 'not-stored' : 'unknown' }
  return { ...upload, stage, rows: upload.rows.map((row) => (row.state.is === 'waiting' ? { ...row, state } : row)) }
}

export const isRunning = ({ stage }: Upload): boolean =>
  stage.is === 'sending' || stage.is === 'reading' || stage.is === 'writing'

/** From 0 to 1: sending is the first half, reading most of the rest. */
export const shareDone = ({ stage }: Upload): number => {
  switch (stage.is) {
    case 'sending':
      return stage.bytes ? (stage.sent / stage.bytes) * 0.4 : 0
    case 'reading':
      return 0.4 + (stage.total ? stage.done / stage.total : 0) * 0.4
    case 'writing':
      return 0.85
    default:
      return 1
  }
}

export const countRows = (rows: readonly FileRow[]) => {
  const count = (test: (state: FileState) => boolean) => rows.filter(({ state }) => test(state)).length
  return {
    kept: count((state) => state.is === 'kept' && state.kept.as !== 'unchanged'),
    unchanged: count((state) => state.is === 'kept' && state.kept.as === 'unchanged'),
    refused: count((state) => state.is === 'refused' || state.is === 'too-large'),
    unknown: count((state) => state.is === 'unknown'),
    warnings: rows.reduce((sum, { state }) => sum + (state.is === 'kept' ? state.kept.warnings : 0), 0),
  }
}
