import type { ReadMethod } from './reads.ts'

/** What a reading thread is started with, asked and answers. All of it is plain data. */
export type ReaderData = { file: string; busyTimeout: number }
export type Question = { method: ReadMethod; args: unknown[] }
export type Answer =
  | { ok: true; value: unknown }
  | { ok: false; unavailable: boolean; message: string; stack: string | undefined }
