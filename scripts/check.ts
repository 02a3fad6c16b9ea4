/** `npm run check`: types, type-aware lint (with file and function sizes), format, unused code, import rules. All run; the exit status is 1 when one fails. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { checkImports } from './import-rules.ts'
import { missingEntries, readLock } from './lock-file.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

type Outcome = { name: string; ok: boolean; output: string; seconds: number }

const timed = async (name: string, run: () => Promise<{ ok: boolean; output: string }>): Promise<Outcome> => {
  const start = performance.now()
  const { ok, output } = await run()
  return { name, ok, output, seconds: (performance.now() - start) / 1000 }
}

const command = (name: string, binary: string, ...args: string[]) =>
  timed(
    name,
    () =>
      new Promise((resolve, reject) => {
        const child = spawn(`node_modules/.bin/${binary}`, args, {
          cwd: ROOT,
          env: { ...process.env, FORCE_COLOR: '0' },
        })
        const chunks: Buffer[] = []
        child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
        child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
        child.on('error', reject)
        child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }))
      }),
  )

const imports = () =>
  timed('imports', async () => {
    const { faults, cruised, files } = await checkImports(ROOT)
    return { ok: faults.length === 0, output: [...faults, `${cruised} of ${files} files read`].join('\n') }
  })

const lock = () =>
  timed('lock file', async () => {
    const missing = missingEntries(readLock(`${ROOT}package-lock.json`)).map(({ place }) => `${place}: npm run lock`)
    return { ok: missing.length === 0, output: missing.join('\n') }
  })

const outcomes = [
  ...(await Promise.all([
    command('types', 'tsc', '-b'),
    command('format', 'biome', 'check', '--linter-enabled=false', '--error-on-warnings', '.'),
  ])),
  ...(await Promise.all([command('lint', 'oxlint', '--type-aware', '--deny-warnings'), imports()])),
  await lock(),
  await command('unused', 'knip', '--no-progress'),
]
for (const { name, ok, output, seconds } of outcomes) {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`)
  if (!ok) console.log(output.trimEnd())
}
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1
