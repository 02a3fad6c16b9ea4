import type { Query } from '../connection.ts'
import { integer } from '../values.ts'
import { inBatches } from './batches.ts'

/** By how much the number of edges of each node changes. */
export class Degrees {
  readonly #changes = new Map<string, number>()

  /** One edge more, or one less, between these two. */
  count(from: string, to: string, change: 1 | -1): void {
    for (const node of [from, to]) this.#changes.set(node, (this.#changes.get(node) ?? 0) + change)
  }

  /** For a node that is made with the degree that it will have: it has not to be changed after. */
  take(node: string): number {
    const change = this.#changes.get(node) ?? 0
    this.#changes.delete(node)
    return change
  }

  changed(): { id: string; change: number }[] {
    return [...this.#changes].flatMap(([id, change]) => (change === 0 ? [] : [{ id, change }]))
  }
}

const UPDATE = `
  UNWIND $rows AS row
  MATCH (n:Jiyao {id: row.id}) USING INDEX n:Jiyao(id)
  SET n.degree = n.degree + row.change`

/** Not counted anew: a body that everybody names has thousands of edges. */
export const updateDegrees = (query: Query, degrees: Degrees): Promise<void> =>
  inBatches(degrees.changed(), async (batch) => {
    await query(UPDATE, { rows: batch.map(({ id, change }) => ({ id, change: integer(change) })) })
  })
