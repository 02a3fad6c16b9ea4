import { cpus, loadavg } from 'node:os'
import { PARSER_VERSION } from '../ingest/parse/version.ts'

/** What a figure was measured on: it is worth nothing without. */
export const machineLine = (command: string): string => {
  const [cpu] = cpus()
  const load = (loadavg()[0] ?? 0).toFixed(1)
  return `${new Date().toISOString().slice(0, 10)} · \`${command}\` · ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, load ${load} · Node ${process.versions.node} · parser ${PARSER_VERSION}`
}

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_cell, at) => (at ? '--:' : '---')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
