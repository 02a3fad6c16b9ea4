/** Rows to a statement: enough that the way there and back does not count, few enough for the memory of both ends. */
const ROWS = 2_000

/** While the server works on one batch the next is made ready and sent. Throws what the first batch that fails throws. */
export const inBatches = async <Row>(
  rows: readonly Row[],
  write: (batch: readonly Row[]) => Promise<void>,
): Promise<void> => {
  let former = Promise.resolve()
  for (let at = 0; at < rows.length; at += ROWS) {
    const sent = write(rows.slice(at, at + ROWS))
    // Of two that fail the second does so for the sake of the first, which is the one to tell of.
    sent.catch(() => undefined)
    await former
    former = sent
  }
  await former
}
