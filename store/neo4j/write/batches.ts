/** Rows to a statement: enough that the way there and back does not count, few enough for the memory of both ends. */
const ROWS = 2_000

export const inBatches = async <Row>(
  rows: readonly Row[],
  write: (batch: readonly Row[]) => Promise<void>,
): Promise<void> => {
  for (let at = 0; at < rows.length; at += ROWS) await write(rows.slice(at, at + ROWS))
}
