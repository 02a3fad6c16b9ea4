/** JSON with one line for everything below `depth`: small files that can still be read and compared line by line. */
export const compactJson = (value: unknown, depth: number): string => `${write(value, depth, '')}\n`

const write = (value: unknown, depth: number, indent: string): string => {
  if (depth === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent} `
  const entries = Array.isArray(value)
    ? value.map((one) => write(one, depth - 1, inner))
    : Object.entries(value)
        .filter(([, one]) => one !== undefined)
        .map(([key, one]) => `${JSON.stringify(key)}: ${write(one, depth - 1, inner)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return entries.length ? `${open}\n${inner}${entries.join(`,\n${inner}`)}\n${indent}${close}` : `${open}${close}`
}
