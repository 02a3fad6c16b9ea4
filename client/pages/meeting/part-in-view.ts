import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { type Part, samePart } from '../../state/document-parts.ts'

/** Where on the screen one reads, as a share of its height. */
const EYE = 0.34
/** After a jump the part jumped to stays in force while the page still moves, in milliseconds. */
const HOLD = 900

const partOf = (name: string | undefined): Part => {
  if (name === 'roll') return { is: 'roll' }
  const seq = Number(name)
  return Number.isInteger(seq) && seq > 0 ? { is: 'item', seq } : { is: 'head' }
}

export const partName = (part: Part): string => (part.is === 'item' ? String(part.seq) : part.is)

const inView = (article: HTMLElement): Part => {
  let found: Part = { is: 'head' }
  // Towards the end of the page the eye sinks: its last parts never reach the upper third.
  const left = document.documentElement.scrollHeight - window.innerHeight - window.scrollY
  const sunk = Math.max(0, 1 - left / (window.innerHeight / 2)) * (0.95 - EYE)
  const eye = window.innerHeight * (EYE + sunk)
  for (const start of article.querySelectorAll<HTMLElement>('[data-part]')) {
    if (start.getBoundingClientRect().top > eye) break
    found = partOf(start.dataset.part)
  }
  return found
}

/** The part of the document that is being read, by where the page is scrolled to; `hold` puts one in force for a jump. */
export const usePartInView = (
  article: RefObject<HTMLElement | null>,
  start: Part,
): { part: Part; hold: (part: Part) => void } => {
  const [part, setPart] = useState(start)
  const heldUntil = useRef(0)
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      if (!article.current || performance.now() < heldUntil.current) return
      const next = inView(article.current)
      setPart((old) => (samePart(old, next) ? old : next))
    }
    const scrolled = () => {
      frame ||= requestAnimationFrame(look)
    }
    window.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', scrolled)
    }
  }, [article])
  const hold = useCallback((next: Part) => {
    heldUntil.current = performance.now() + HOLD
    setPart((old) => (samePart(old, next) ? old : next))
  }, [])
  return { part, hold }
}
