import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { ingest } from '../../ingest/pipeline.ts'
import { emptyReport } from '../../ingest/report.ts'
import { EDGE_TYPES } from '../../model/graph.ts'
import { describeWithNeo4j } from '../machine.ts'
import { borrowNeo4j } from '../neo4j/borrowed.ts'

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const page = readFileSync(fromRoot('docs/graph-model.md'), 'utf8')
const queries = [...page.matchAll(/^(?<title>\d+\\\. .*?)```cypher\n(?<cypher>.*?)```/gmsu)].map(({ groups }) => ({
  title: groups?.['title']?.split('\n')[0]?.replace('\\', '') ?? '',
  cypher: groups?.['cypher'] ?? '',
}))

describe('the page on the graph model', () => {
  test('has at least a dozen queries and names every type of edge', () => {
    expect(queries.length).toBeGreaterThanOrEqual(12)
    for (const type of EDGE_TYPES) expect(page).toContain(type)
  })
})

describeWithNeo4j('each query of that page is answered from the sample city:', () => {
  const server = borrowNeo4j()
  beforeAll(async () => {
    const store = await server.open()
    const watcher = { file: () => undefined, writing: () => undefined, stop: new AbortController().signal }
    await ingest(store, [fromRoot('samples/minutes')], emptyReport(), watcher)
    await store.close()
  }, 120_000)

  test.each(queries)('$title', async ({ cypher }) => {
    const rows = await server.run<Record<string, unknown>>(cypher)
    expect(rows.length).toBeGreaterThan(0)
    // A property of a name that does not exist would be null in every row.
    const columns = Object.keys(rows[0] ?? {})
    expect(columns.filter((column) => rows.every((row) => row[column] === null))).toEqual([])
  })
  test('the words of evidence that are cut out by Cypher are those that the program shows', async () => {
    const query = queries.find(({ title }) => title.startsWith('8.'))?.cypher ?? ''
    const [row] = await server.run<{ words: string; document: string }>(query)
    expect(row?.words.length).toBeGreaterThan(3)
  })
  test('the indexes that it names are there, and no others', async () => {
    const names = await server.run<{ name: string }>(
      "SHOW INDEXES YIELD name WHERE name STARTS WITH 'jiyao' RETURN name ORDER BY name",
    )
    const perType = EDGE_TYPES.flatMap((type) => [
      `jiyao_${type.toLowerCase()}_id`,
      `jiyao_${type.toLowerCase()}_document`,
    ])
    const expected = ['jiyao_id', 'jiyao_kind', 'jiyao_date', 'jiyao_forms', ...perType]
    expect(names.map(({ name }) => name)).toEqual(expected.sort())
  })
})
