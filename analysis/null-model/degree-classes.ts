/** Lines of one degree are alike to the model, so it is solved for each distinct degree once. */
export type DegreeClasses = {
  /** Falling, each once. */
  degrees: Int32Array
  /** How many lines have that degree. */
  sizes: Int32Array
  /** The class of each line. */
  of: Int32Array
}

export const degreeClasses = (degrees: Int32Array): DegreeClasses => {
  const distinct = Int32Array.from(new Set(degrees)).sort().reverse()
  const place = new Map(Array.from(distinct, (degree, at) => [degree, at]))
  const of = degrees.map((degree) => place.get(degree) ?? 0)
  const sizes = new Int32Array(distinct.length)
  for (const at of of) sizes[at]!++
  return { degrees: distinct, sizes, of }
}
