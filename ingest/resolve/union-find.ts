import { byCodeUnits } from '../../model/order.ts'

/** Sets that grow together; the first by code units speaks for each, so that the order of joining does not matter. */
export class UnionFind {
  readonly #parents = new Map<string, string>()

  find(key: string): string {
    let root = key
    for (let next = this.#parents.get(root); next !== undefined && next !== root; next = this.#parents.get(root))
      root = next
    for (let at = key; at !== root; ) {
      const next = this.#parents.get(at) ?? root
      this.#parents.set(at, root)
      at = next
    }
    return root
  }

  join(a: string, b: string): void {
    const [first, second] = [this.find(a), this.find(b)].sort(byCodeUnits)
    if (first !== undefined && second !== undefined && first !== second) this.#parents.set(second, first)
  }
}
