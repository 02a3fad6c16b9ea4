import { useEffect, useState } from 'react'
import type { Box } from './elements.ts'

/** The size of `element`, in whole pixels; `null` until it has one. */
export const useBox = (element: HTMLElement | null): Box | null => {
  const [box, setBox] = useState<Box | null>(null)
  useEffect(() => {
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const width = Math.round(entry.contentRect.width)
      const height = Math.round(entry.contentRect.height)
      if (width > 0 && height > 0)
        setBox((old) => (old?.width === width && old.height === height ? old : { width, height }))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return box
}
