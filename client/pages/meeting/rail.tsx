import { type RefObject, useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/words.ts'
import classes from './rail.module.css'
import { useReading } from './reading.tsx'

/** All in pixels from the top of the article. */
type Measures = { height: number; headings: number[]; evidence: number[]; seal: number | null }

const NOTHING: Measures = { height: 0, headings: [], evidence: [], seal: null }

const measure = (article: HTMLElement, sealed: boolean): Measures => {
  const box = article.getBoundingClientRect()
  const topOf = (element: Element) => (element.getClientRects()[0]?.top ?? box.top) - box.top
  const all = (selector: string) => [...new Set([...article.querySelectorAll(selector)].map(topOf))]
  const [seal] = all('[data-evidence="first"]')
  return {
    height: box.height,
    headings: all('h2'),
    evidence: all('[data-evidence]'),
    seal: sealed ? (seal ?? null) : null,
  }
}

const same = (a: Measures, b: Measures): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Marks at the right edge: where the items begin, where the evidence is, what is on the screen. And the seal beside the evidence. */
export const Rail = ({ article }: { article: RefObject<HTMLElement | null> }) => {
  const { t } = useWords()
  const { evidence } = useReading()
  const [measures, setMeasures] = useState(NOTHING)
  const thumb = useRef<HTMLDivElement>(null)
  const { height } = measures
  useEffect(() => {
    const element = article.current
    if (!element) return
    // A new observer measures at once: evidence moves the seal without changing the size of the text.
    const observer = new ResizeObserver(() =>
      setMeasures((old) => {
        const next = measure(element, evidence.length > 0)
        return same(old, next) ? old : next
      }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [article, evidence])
  useEffect(() => {
    const place = () => {
      const box = article.current?.getBoundingClientRect()
      if (!box || !thumb.current || height === 0) return
      const share = (pixels: number) => Math.max(0, Math.min(1, pixels / height))
      const top = share(-box.top)
      thumb.current.style.top = `${top * 100}%`
      thumb.current.style.height = `${(share(window.innerHeight - box.top) - top) * 100}%`
    }
    place()
    window.addEventListener('scroll', place, { passive: true })
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place)
      window.removeEventListener('resize', place)
    }
  }, [article, height])
  const at = (pixels: number) => `${(pixels / Math.max(1, measures.height)) * 100}%`
  return (
    <>
      {measures.seal === null ? null : (
        <span
          className={classes.seal}
          style={{ top: measures.seal + 1 }}
          role="img"
          aria-label={t('meeting.evidenceLong')}
          lang="zh"
        >
          {t('meeting.evidence')}
        </span>
      )}
      <div className={classes.rail} aria-hidden="true">
        <div className={classes.track}>
          <div ref={thumb} className={classes.thumb} />
          {measures.headings.map((top) => (
            <i key={top} className={classes.heading} style={{ top: at(top) }} />
          ))}
          {measures.evidence.map((top) => (
            <i key={top} className={classes.evidence} style={{ top: at(top) }} />
          ))}
        </div>
      </div>
    </>
  )
}
