import { z } from 'zod'

/** Why a file gives no minutes, by kind; the `reason` beside it says it in full, in English. */
export const FileFault = z.enum([
  'missing',
  'not-allowed',
  'not-a-file',
  'empty',
  'too-large',
  /** It takes more time or memory than one file is given. */
  'too-heavy',
  'not-as-named',
  'old-word',
  'rich-text',
  'picture',
  'encoding',
  'broken',
  'locked',
  /** Its pages are pictures. */
  'no-text',
  /** Shapes without characters. */
  'fonts',
  'news',
  'notice',
  'policy',
  'rules',
  'no-minutes',
  'no-government',
  'unknown-government',
  /** A fault of ours. */
  'bug',
])
export type FileFault = z.infer<typeof FileFault>
