import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import type { Glyphs } from './glyph.ts'

type Mounted = { restyle: (glyphs: Glyphs, dark: boolean) => void; destroy: () => void }

/** What `mount` makes in `container` once there is room for it; it is drawn anew with other glyphs or another colour scheme. */
export const useMounted = <Drawn extends Mounted>(
  container: HTMLElement | null,
  hasRoom: boolean,
  mount: (element: HTMLElement) => Drawn,
  { glyphs, dark }: { glyphs: Glyphs; dark: boolean },
): RefObject<Drawn | null> => {
  const drawn = useRef<Drawn | null>(null)
  const mounting = useEffectEvent(mount)

  useEffect(() => {
    if (!container || !hasRoom) return
    drawn.current = mounting(container)
    return () => {
      drawn.current?.destroy()
      drawn.current = null
    }
  }, [container, hasRoom])

  useEffect(() => {
    // The colour scheme is set on the root by an effect further up, which runs after this one.
    const frame = requestAnimationFrame(() => drawn.current?.restyle(glyphs, dark))
    return () => cancelAnimationFrame(frame)
  }, [dark, glyphs])

  return drawn
}
