import { basename, resolve } from 'node:path'
import type { DocumentHead, RecordedDocument, StoredDocument } from '../model/document.ts'
import type { DocumentId, JurisdictionId } from '../model/graph.ts'
import { PARSER_VERSION } from './parse/version.ts'
import type { FileText, Refusal } from './read/read-file.ts'
import { parseSource, toDocument } from './read-minutes.ts'

type Put = { document: StoredDocument /** In the place of what was stored of this file. */; replaces: boolean }

const entryOf = <Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

const groupBy = (heads: readonly DocumentHead[], key: (head: DocumentHead) => string): Map<string, DocumentHead[]> => {
  const groups = new Map<string, DocumentHead[]>()
  for (const head of heads) entryOf(groups, key(head), () => []).push(head)
  return groups
}

/** A file is told by its name and its bytes, wherever it lies: so a copy of a folder is no second set of documents. */
const identity = ({ name, sha256 }: { name: string; sha256: string }): string => `${sha256} ${name}`

/** Collects what a run has to write, from what is stored and file after file. */
export class Plan {
  readonly #byOrigin: Map<string, DocumentHead[]>
  readonly #byIdentity: Map<string, DocumentHead[]>
  readonly #planned = new Set<string>()
  readonly #put = new Map<JurisdictionId, Map<DocumentId, Put>>()
  readonly #remove = new Map<JurisdictionId, Set<DocumentId>>()
  /** Documents that a file of this run still has, with the place of that file. */
  readonly #present = new Map<DocumentId, string>()

  constructor(stored: readonly DocumentHead[]) {
    this.#byOrigin = groupBy(stored, (head) => head.origin)
    this.#byIdentity = groupBy(stored, identity)
  }

  /** `origin` is where the file came from: its place on this machine when not said. */
  add(file: FileText, origin = resolve(file.path)): 'planned' | 'unchanged' | Refusal {
    const told = identity({ name: basename(file.path), sha256: file.sha256 })
    const same = this.#byIdentity.get(told) ?? []
    const former = (this.#byOrigin.get(origin) ?? []).filter((head) => head.sha256 !== file.sha256)
    const current = same.filter((head) => head.parser === PARSER_VERSION)
    if (current.length || this.#planned.has(told)) {
      for (const { id } of current) this.#present.set(id, origin)
      this.#drop(former)
      return 'unchanged'
    }
    const { path, sha256, format, text } = file
    const read = parseSource({ path, sha256, format, sourceText: text }, { force: false })
    const document = read.is === 'refused' ? read : toDocument(read, origin)
    if ('is' in document) return document
    this.#planned.add(told)
    const replaces = former.length + same.length > 0
    entryOf(this.#put, document.jurisdiction, () => new Map()).set(document.id, { document, replaces })
    this.#drop([...former, ...same].filter((head) => head.id !== document.id))
    return 'planned'
  }

  #drop(heads: readonly DocumentHead[]): void {
    for (const { jurisdiction, id } of heads) entryOf(this.#remove, jurisdiction, () => new Set()).add(id)
  }

  /** Those that get documents first: a document that changes its place is then at no time in neither. */
  jurisdictions(): JurisdictionId[] {
    return [...new Set([...[...this.#put.keys()].sort(), ...[...this.#remove.keys()].sort()])]
  }

  puts(jurisdiction: JurisdictionId): Put[] {
    return [...(this.#put.get(jurisdiction)?.values() ?? [])]
  }

  /** What becomes of the documents that are stored of a jurisdiction. */
  apply(jurisdiction: JurisdictionId, stored: readonly RecordedDocument[]): (RecordedDocument | StoredDocument)[] {
    const put = this.#put.get(jurisdiction)
    const remove = this.#remove.get(jurisdiction)
    const kept = stored.flatMap((document) => {
      if (put?.has(document.id)) return []
      if (!remove?.has(document.id)) return [document]
      const origin = this.#present.get(document.id)
      return origin === undefined ? [] : [{ ...document, origin }]
    })
    return [...kept, ...this.puts(jurisdiction).map(({ document }) => document)]
  }
}
