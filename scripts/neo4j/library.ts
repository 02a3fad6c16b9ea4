import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The long-term support line that is the floor, and the newest. */
export const VERSIONS = { '5': '5.26.30', '2026': '2026.08.1' } as const
export type Line = keyof typeof VERSIONS

/** Neo4j cannot be started here: what is missing and what to do, in words for a person. */
export class CannotStartNeo4j extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CannotStartNeo4j'
  }
}

const dependency = (group: string, artifact: string, version: string): string =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`

// The server alone has no storage engine: that comes with the second artifact.
const pom = (version: string): string => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>jiyao</groupId><artifactId>neo4j</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>${dependency('org.neo4j.app', 'neo4j-server', version)}${dependency('org.neo4j', 'neo4j', version)}</dependencies>
</project>
`

const maven = (folder: string, version: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const goal = ['-B', '-q', 'dependency:copy-dependencies', '-DoutputDirectory=lib', '-DincludeScope=runtime']
    const child = spawn('mvn', goal, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', (error) =>
      reject(
        new CannotStartNeo4j('Maven (mvn) cannot be run: install it (Debian: apt-get install maven)', { cause: error }),
      ),
    )
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new CannotStartNeo4j(`Maven could not fetch Neo4j ${version}:\n${output.trim().slice(-2000)}`))
    })
  })

/** The folder of Neo4j's Java archives below `cache`; fetched by Maven the first time, 123 to 152 MB. */
export const neo4jLibrary = async (cache: string, line: Line): Promise<string> => {
  const version = VERSIONS[line]
  const library = join(cache, `lib-${version}`)
  if (existsSync(library)) return library
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, 'fetch-'))
  try {
    await writeFile(join(work, 'pom.xml'), pom(version))
    await maven(work, version)
    // By renaming, so that a fetch that was cut short leaves no half library; another process may have been faster.
    await rename(join(work, 'lib'), library).catch((error: unknown) => {
      if (!existsSync(library)) throw error
    })
    return library
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
