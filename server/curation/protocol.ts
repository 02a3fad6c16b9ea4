import type { ErrorCode } from '../../model/api/endpoint.ts'
import type { StoreConfig } from '../../store/open-store.ts'
import type { Beside } from '../errors.ts'
import type { Books } from './books.ts'

/** What can be asked. */
export type Method = keyof Books
export type Arguments<Asked extends Method> = Parameters<Books[Asked]>
export type Reply<Asked extends Method> = Awaited<ReturnType<Books[Asked]>>

/** What the thread is started with. */
export type DeskData = { store: StoreConfig }

export type Question = { method: Method; args: unknown[] }

export type Answer =
  | { ok: true; value: unknown }
  /** `code` where it is an answer to whoever asked, and `null` where it is a fault. */
  | {
      ok: false
      code: ErrorCode | null
      message: string
      beside: Beside
      stack: string | undefined
    }
