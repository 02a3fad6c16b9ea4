import { cpus, loadavg, totalmem } from 'node:os'

/** What figures depend on, as lines of a list in Markdown; `command` is what made them. */
export const machineLines = (command: string, now: Date): string[] => {
  const processors = cpus()
  return [
    `- ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC, \`${command}\``,
    `- ${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores, ${(totalmem() / 2 ** 30).toFixed(1)} GB`,
    `- Node ${process.version}, ${process.platform} ${process.arch}`,
    `- load when it began: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  ]
}
