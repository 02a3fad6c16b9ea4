import type { GlyphName } from '../../state/course.ts'

const POLICY = 'var(--kind-policy)'
const AMBER = 'var(--warn)'
const GROUND = 'var(--surface)'
const ring = (colour: string) => ({ fill: GROUND, stroke: colour, strokeWidth: 2 })

/** A sign of the trace about its own middle, 16 px across. */
export const Glyph = ({ name }: { name: GlyphName }) => {
  switch (name) {
    case 'draft':
      return <circle r="7" {...ring(POLICY)} />
    case 'deferred':
      return <path d="M-6-6 6 6M6-6-6 6" fill="none" stroke={AMBER} strokeWidth="2.6" />
    case 'rejected':
      return (
        <>
          <circle r="7" {...ring(POLICY)} />
          <path d="M-5 5 5-5" stroke={POLICY} strokeWidth="2" />
        </>
      )
    case 'agreed':
      return <circle r="8" fill={POLICY} />
    case 'issued':
      return <path d="M-7-7H7V7H-7Z" fill={POLICY} />
    case 'revised':
      return (
        <>
          <circle r="7.500" {...ring(POLICY)} />
          <circle r="3" fill={POLICY} />
        </>
      )
    case 'reported':
      return (
        <>
          <circle r="7" {...ring(POLICY)} />
          <path d="M-4 0H4" stroke={POLICY} strokeWidth="2" />
        </>
      )
    case 'repealed':
      return (
        <>
          <path d="M-7-7H7V7H-7Z" {...ring(POLICY)} />
          <path d="M-7 7 7-7" stroke={POLICY} strokeWidth="2" />
        </>
      )
    case 'cited':
      return <path d="M0-6 6 0 0 6-6 0Z" fill={POLICY} />
    case 'duty':
      return <path d="M-7-3H7V3H-7Z" fill="var(--kind-department)" />
    case 'unseen':
      return <circle r="6.500" fill={GROUND} stroke={AMBER} strokeWidth="2" strokeDasharray="2.600 2.500" />
  }
}

/** The same sign in a line of words. */
export const GlyphIcon = ({ name, size = 16 }: { name: GlyphName; size?: number }) => (
  <svg
    viewBox="-10 -10 20 20"
    width={size + 4}
    height={size + 4}
    aria-hidden="true"
    focusable="false"
    style={{ flex: 'none', verticalAlign: '-5px' }}
  >
    <Glyph name={name} />
  </svg>
)
