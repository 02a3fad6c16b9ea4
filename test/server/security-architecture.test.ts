/** What no line of the program may do, whatever else it does. */
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

const linesOf = (folders: readonly string[]): { where: string; line: string }[] =>
  globSync(folders.map((folder) => `${folder}/**/*.{ts,tsx}`)).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line, at) => ({ where: `${file}:${at + 1}`, line })),
  )

const found = (folders: readonly string[], what: RegExp): string[] => {
  const lines = linesOf(folders)
  expect(lines.length).toBeGreaterThan(1_000)
  return lines.flatMap(({ where, line }) => (what.test(line) ? [`${where}: ${line.trim()}`] : []))
}

const OUTWARDS =
  /\bfetch\((?!\{)|\b(?:https?|http2|net|tls|dgram)\.(?:request|get|connect|createConnection|createSocket)\(|from '(?:node:)?(?:https|http2|net|tls|dgram|dns|child_process)'|\bundici\b|\baxios\b/

test('nothing on the server asks another server for anything: what users send is never an address that is called', () => {
  // `net` is asked what is an address, which calls nobody; the driver of Neo4j calls the one address of the configuration.
  expect(found(['server', 'ingest', 'store', 'analysis', 'model'], OUTWARDS)).toEqual([
    expect.stringMatching(/^server\/config\.ts:\d+: import \{ isIP \} from 'node:net'$/),
  ])
})

test('the rule finds what it looks for', () => {
  for (const line of [
    `await fetch(url)`,
    `http.request(url)`,
    `import { get } from 'node:https'`,
    `import { exec } from 'child_process'`,
  ])
    expect(OUTWARDS.test(line), line).toBe(true)
  for (const line of [`const prefetch = 1`, `import { createServer } from 'node:http'`, `budget.get(key)`])
    expect(OUTWARDS.test(line), line).toBe(false)
})

test('no text is run as a program, or put into the page as HTML', () => {
  const RUN =
    /\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML|document\.write\(|srcdoc|srcDoc/
  expect(found(['client', 'server', 'ingest', 'store', 'analysis', 'model'], RUN)).toEqual([])
})

test('the page asks nobody but its own server', () => {
  const AWAY = /['"`]https?:\/\/(?!127\.0\.0\.1|localhost|www\.w3\.org)/
  expect(found(['client'], AWAY)).toEqual([])
})
