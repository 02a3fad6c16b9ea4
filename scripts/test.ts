/**
 * `npm test`: everything that this machine can run, then one line `N passed, N failed[, N skipped]`.
 * What was skipped is printed with its reason. With `JIYAO_TEST_ALL=1` a skip is a failure, but for those that a test names as allowed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numFailedTestSuites: z.int(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

const run = (args: readonly string[]): z.infer<typeof Report> => {
  const folder = mkdtempSync(join(tmpdir(), 'jiyao-test-'))
  try {
    const file = join(folder, 'report.json')
    spawnSync(
      'node_modules/.bin/vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
      {
        cwd: ROOT,
        stdio: 'inherit',
      },
    )
    return Report.parse(JSON.parse(readFileSync(file, 'utf8')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const report = run(process.argv.slice(2))
/** A skip that is no failure anywhere names itself so in its title. */
const ALLOWED = /\[may be skipped\]/
const skipped = report.testResults.flatMap((file) =>
  file.assertionResults
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => ({ file: file.name.slice(ROOT.length), fullName, allowed: ALLOWED.test(fullName) })),
)
for (const { file, fullName } of skipped) console.log(`skipped: ${file}: ${fullName}`)
const forbidden = process.env['JIYAO_TEST_ALL'] === '1' ? skipped.filter(({ allowed }) => !allowed) : []
if (forbidden.length) console.log(`JIYAO_TEST_ALL=1: ${forbidden.length} skipped where everything must run`)
const brokenFiles = report.testResults.filter(({ assertionResults }) => assertionResults.length === 0).length
const failed = report.numFailedTests + forbidden.length + brokenFiles
const passed = report.numPassedTests
const silent = skipped.length - forbidden.length
console.log(`${passed} passed, ${failed} failed${silent ? `, ${silent} skipped` : ''}`)
process.exitCode = failed === 0 && passed > 0 && report.success ? 0 : 1
