/** What is remembered between visits. A browser may refuse to keep anything; then nothing is remembered. */
export type Memory = { get: (key: string) => string | null; set: (key: string, value: string) => void }

export const LANGUAGE_KEY = 'jiyao-language'
export const THEME_KEY = 'jiyao-theme'
export const PLACE_KEY = 'jiyao-place'
/** The name under which somebody corrects. */
export const BY_KEY = 'jiyao-by'

export const browserMemory = (storage: () => Storage): Memory => ({
  get: (key) => {
    try {
      return storage().getItem(key)
    } catch {
      return null
    }
  },
  set: (key, value) => {
    try {
      storage().setItem(key, value)
    } catch {
      // Private windows and full storage: the choice holds for this visit only.
    }
  },
})
