/** The first thing that a layout worker says: its script is there, and what it was sent is next. */
export const WORKER_READY = 'ready'
