import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkImports, judge } from '../../scripts/import-rules.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('the import rules', () => {
  let root: string
  const plant = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'jiyao-imports-'))
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
    cpSync(join(ROOT, 'package.json'), join(root, 'package.json'))
    plant('model/word.ts', 'export type Word = string\n')
    plant('store/port.ts', "import type { Word } from '../model/word.ts'\nexport type Port = { word: Word }\n")
  })
  afterEach(() => rmSync(root, { recursive: true }))

  test('find no fault in a tree that keeps them', async () => {
    expect(await checkImports(root)).toEqual({ faults: [], cruised: 2, files: 2 })
  })

  test('find a planted import of a type across a border', async () => {
    plant('client/api.ts', "import type { Port } from '../store/port.ts'\nexport type Api = Port\n")
    expect((await checkImports(root)).faults).toEqual(['client: client/api.ts → store/port.ts'])
  })

  test('find Cytoscape outside the view', async () => {
    plant('client/pages/meeting.tsx', "import cytoscape from 'cytoscape'\nexport const graph = cytoscape\n")
    expect((await checkImports(root)).faults).toEqual([
      expect.stringMatching(/^cytoscape-in-view: client\/pages\/meeting\.tsx → /),
    ])
  })

  test('find a circle and an import of what does not exist', async () => {
    plant('model/a.ts', "import { b } from './b.ts'\nexport const a = () => b\n")
    plant('model/b.ts', "import { a } from './a.ts'\nimport { c } from './c.ts'\nexport const b = () => [a, c]\n")
    const { faults } = await checkImports(root)
    expect(faults.some((fault) => fault.startsWith('no-circle: '))).toBe(true)
    expect(faults).toContain('resolvable: model/b.ts → ./c.ts')
  })

  test('fail a run that saw fewer files than there are, or no import at all', () => {
    const summary = { violations: [], error: 0, warn: 0, info: 0, ignore: 0, totalCruised: 0, optionsUsed: {} }
    expect(judge({ modules: [], summary }, ['model/a.ts', 'model/b.ts']).faults).toEqual([
      'saw 0 of 2 files; not model/a.ts, model/b.ts',
      'found no import in 2 files: the check is blind',
    ])
  })
})
