/**
 * Who may import whom (ARCHITECTURE.md, "Folders"). Run by `npm run check`.
 *
 * dependency-cruiser cannot read TypeScript through version 7 of the compiler and then sees nothing and finds no fault;
 * so it reads through swc, and a run that saw fewer modules than there are files fails.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'

const FOLDERS = ['model', 'ingest', 'store', 'analysis', 'server', 'client'] as const

const only = (name: string, from: string, allowed: readonly string[], comment: string): IForbiddenRuleType => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: `^(${FOLDERS.join('|')}|scripts|test|bench)/`, pathNot: allowed.map((path) => `^${path}`) },
})

const keep = (name: string, from: string, to: string, comment: string): IForbiddenRuleType => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^(${FOLDERS.join('|')})/`, pathNot: from },
  to: { path: to },
})

export const RULES: IForbiddenRuleType[] = [
  only('model-alone', '^model/', ['model/'], 'model/ is the vocabulary: it imports nothing of ours'),
  only(
    'stages-pure',
    '^ingest/[^/]+/',
    ['model/', 'ingest/'],
    'the stages of the pipeline know no store; only the files at the top of ingest/ do',
  ),
  only(
    'ingest',
    '^ingest/[^/]+$',
    ['model/', 'ingest/', 'store/', 'analysis/'],
    'ingest/ knows model, store and analysis',
  ),
  only('lexicon-data', '^ingest/lexicon/', ['model/', 'ingest/lexicon/'], 'the lexicon is data'),
  only(
    'repair-first',
    '^ingest/repair/',
    ['model/', 'ingest/repair/', 'ingest/lexicon/'],
    'repair comes before parse and knows nothing of it',
  ),
  only(
    'parse-pure',
    '^ingest/parse/',
    ['model/', 'ingest/parse/', 'ingest/repair/', 'ingest/lexicon/'],
    'parse reads one repaired text',
  ),
  only('store', '^store/', ['model/', 'store/'], 'a store knows the model alone'),
  only('analysis', '^analysis/', ['model/', 'analysis/'], 'analysis is pure'),
  only('server', '^server/', ['model/', 'store/', 'analysis/', 'ingest/', 'server/'], 'the server knows no client'),
  only('client', '^client/', ['model/', 'client/'], 'client and server meet in model/api'),
  keep('cytoscape-in-view', '^client/view/', '(^|/)node_modules/cytoscape', 'only client/view knows Cytoscape'),
  keep('libsql-in-sqlite', '^store/sqlite/', '(^|/)node_modules/libsql', 'only store/sqlite knows libsql'),
  keep('express-in-server', '^server/', '(^|/)node_modules/express/', 'only server/ knows Express'),
  { name: 'no-circle', severity: 'error', comment: 'no import circles', from: {}, to: { circular: true } },
  {
    name: 'resolvable',
    severity: 'error',
    comment: 'what is imported must exist',
    from: {},
    to: { couldNotResolve: true, pathNot: '\\.css$' },
  },
]

const sources = (root: string): string[] =>
  FOLDERS.flatMap((folder) => {
    try {
      return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
        .map((path) => `${folder}/${path}`)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
      throw error
    }
  })

export type ImportReport = { faults: string[]; cruised: number; files: number }

/** What is wrong with a run over `files`: broken rules, and files or imports that the run did not see. */
export const judge = ({ modules, summary }: ICruiseResult, files: readonly string[]): ImportReport => {
  const faults = summary.violations.map((fault) => `${fault.rule.name}: ${fault.from} → ${fault.to}`)
  const seen = new Map(modules.map((module) => [module.source, module.dependencies.length]))
  const missed = files.filter((file) => !seen.has(file))
  if (missed.length)
    faults.push(`saw ${files.length - missed.length} of ${files.length} files; not ${missed.slice(0, 5).join(', ')}`)
  const imports = files.reduce((sum, file) => sum + (seen.get(file) ?? 0), 0)
  if (files.length > 1 && imports === 0) faults.push(`found no import in ${files.length} files: the check is blind`)
  return { faults, cruised: files.length - missed.length, files: files.length }
}

export const checkImports = async (root: string): Promise<ImportReport> => {
  const files = sources(root)
  const { output } = await cruise(
    FOLDERS.filter((folder) => files.some((file) => file.startsWith(`${folder}/`))),
    {
      baseDir: root,
      ruleSet: { forbidden: RULES },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      enhancedResolveOptions: {
        extensions: ['.ts', '.tsx', '.js', '.json'],
        conditionNames: ['import', 'require', 'node', 'default', 'types'],
        exportsFields: ['exports'],
      },
    },
  )
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text where a result was expected')
  return judge(output, files)
}
