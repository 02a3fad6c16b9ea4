import type { NodeKind } from '../../model/graph.ts'

const SHAPES: Record<NodeKind, { d: string; hollow?: boolean }> = {
  meeting: { d: 'M3.5 1.5h7v11h-7z' },
  item: { d: 'M3 3h8v8H3z', hollow: true },
  decision: { d: 'M4 4.5h6a2.5 2.5 0 0 1 0 5H4a2.5 2.5 0 0 1 0-5z' },
  policy: { d: 'M7 .8 13.2 7 7 13.2.8 7z' },
  department: { d: 'M7 1.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z' },
  person: { d: 'M7 1.5 13.3 12.5H.7z' },
  district: { d: 'M3.7 1.5h6.6L13.5 7l-3.2 5.5H3.7L.5 7z' },
}

/** The shape and colour of a kind, as in the drawing; its word stands beside it. */
export const KindMark = ({ kind, size = 12 }: { kind: NodeKind; size?: number }) => {
  const { d, hollow } = SHAPES[kind]
  const colour = `var(--kind-${kind})`
  return (
    <svg viewBox="0 0 14 14" width={size} height={size} aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <path d={d} fill={hollow ? 'none' : colour} stroke={hollow ? colour : 'none'} strokeWidth="1.6" />
    </svg>
  )
}
