/** Views that somebody has given a name; kept in this browser, each place its own. Pure. */
import { z } from 'zod'

const SavedView = z.object({ name: z.string().min(1), query: z.string() })
export type SavedView = z.infer<typeof SavedView>

const MOST = 50

export const savedViewsKey = (jurisdiction: string): string => `jiyao-views:${jurisdiction}`

/** What is not readable counts as nothing: another version may have written it. */
export const parseSavedViews = (text: string | null): SavedView[] => {
  try {
    return z.array(SavedView).safeParse(JSON.parse(text ?? '[]')).data ?? []
  } catch {
    return []
  }
}

/** The newest first; one of the same name takes the place of the old one. */
export const saveView = (views: readonly SavedView[], view: SavedView): SavedView[] =>
  [view, ...views.filter(({ name }) => name !== view.name)].slice(0, MOST)

export const forgetView = (views: readonly SavedView[], name: string): SavedView[] =>
  views.filter((view) => view.name !== name)
