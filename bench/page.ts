/** `npm run bench:page`: all figures on one page, `bench/README.md`, made of the reports. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { REPORTS, type Report } from './reports.ts'

const at = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/** One level down, so that a report's title is a section of the page. */
const section = (report: string): string => report.trim().replaceAll(/^(?=#{1,5} )/gm, '#')

const row = ({ name, measures, against }: Report): string =>
  `| [${name}](${name}.md) | \`npm run bench:${name}\` | ${measures} | ${against} |`

/** `reports` by name; one that was never run is named as such. `aims` is Markdown. */
export const pageOf = (list: readonly Report[], reports: ReadonlyMap<string, string>, aims: string): string =>
  [
    '# Measured',
    '',
    aims.trim(),
    '',
    '## What is measured, and beside what',
    '',
    '| report | command | measures | stands beside |',
    '|---|---|---|---|',
    ...list.map(row),
    '',
    'Each command writes its report anew, with day, machine, load and Node version, and `npm run bench:page` makes this page of them; `npm run bench` does it all.',
    'No test fails on a time: run a command before and after a change, on a machine that has nothing else to do. Below stand the reports as they are.',
    '',
    ...list.flatMap(({ name }) => [section(reports.get(name) ?? `# ${name}\n\nNot run yet.`), '']),
  ].join('\n')

/** The page as the files of this folder would have it now. */
export const currentPage = (): string => {
  const files = REPORTS.map(({ name }) => name).filter((name) => existsSync(at(`${name}.md`)))
  const reports = new Map(files.map((name) => [name, readFileSync(at(`${name}.md`), 'utf8')]))
  return pageOf(REPORTS, reports, readFileSync(at('aims.md'), 'utf8'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(at('README.md'), currentPage())
