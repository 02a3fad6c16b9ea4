import type { ReactNode } from 'react'

/** One set of line icons, 20 px, 1.5 px stroke; always beside a word or in a control that has a name. */
const PATHS = {
  search: <path d="M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM13 13l4 4" />,
  moon: <path d="M15.8 12.2A6.5 6.5 0 0 1 7.8 4.2a6.5 6.5 0 1 0 8 8Z" />,
  sun: (
    <path d="M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4ZM10 2v1.8M10 16.2V18M2 10h1.8M16.2 10H18M4.3 4.3l1.3 1.3M14.4 14.4l1.3 1.3M4.3 15.7l1.3-1.3M14.4 5.6l1.3-1.3" />
  ),
  chevronDown: <path d="m5.5 8 4.5 4.5L14.5 8" />,
  chevronLeft: <path d="M12 5.5 7.5 10l4.5 4.5" />,
  chevronRight: <path d="M8 5.5 12.5 10 8 14.5" />,
  arrowLeft: <path d="M16.5 10h-13M8.5 5l-5 5 5 5" />,
  arrowRight: <path d="M3.5 10h13M11.5 5l5 5-5 5" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  more: <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" strokeWidth="2.4" strokeLinecap="round" />,
  map: <path d="m2.5 5 5-2 5 2 5-2v12l-5 2-5-2-5 2ZM7.5 3v12M12.5 5v12" />,
  book: (
    <path d="M10 5.2C8.3 4 6 3.6 2.5 3.7v11.6c3.5-.1 5.8.3 7.5 1.5 1.7-1.2 4-1.6 7.5-1.5V3.7C14 3.6 11.7 4 10 5.2Zm0 0v11.6M12.5 8h2.5M12.5 11h2.5" />
  ),
  quote: <path d="M7.8 6v4.5c0 2-1 3.2-3 3.7M7.8 6H3.6v4.2h4.2M16.4 6v4.5c0 2-1 3.2-3 3.7M16.4 6h-4.2v4.2h4.2" />,
  link: (
    <path d="M8.3 11.7a3.2 3.2 0 0 0 4.6 0l2.7-2.7a3.25 3.25 0 0 0-4.6-4.6l-1.2 1.2M11.7 8.3a3.2 3.2 0 0 0-4.6 0l-2.7 2.7A3.25 3.25 0 0 0 9 15.6l1.2-1.2" />
  ),
  network: (
    <path d="M10 8.3a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM4.5 3.5a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4ZM15 2.7a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4ZM15.5 14a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4ZM4 13.7a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4ZM5.8 6.4l2.7 2.5M13.9 5.7l-2.6 3M14.2 14.5l-2.7-2.8M5.4 14.4l3-2.7" />
  ),
  course: (
    <path d="M4 4.5h8.500a2.750 2.750 0 0 1 0 5.500H7a2.750 2.750 0 0 0 0 5.500h6.500M15.250 13.750a1.750 1.750 0 1 0 0 3.500 1.750 1.750 0 0 0 0-3.500ZM3.800 2.900a1.600 1.600 0 1 0 0 3.200 1.600 1.600 0 0 0 0-3.200Z" />
  ),
  print: <path d="M6 7V3h8v4M6 14H3.500V7.500h13V14H14M6 11.500h8V17H6Z" />,
  people: (
    <path d="M10 5.5a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2ZM5 16.5c.2-2.700 2.200-4 5-4s4.800 1.300 5 4M4.600 4.300a1.900 1.900 0 1 0 .8 3.700M1.800 12.800c.2-1.800 1.300-2.800 3-2.900M15.400 4.300a1.900 1.900 0 1 1-.8 3.700M18.200 12.800c-.2-1.800-1.300-2.800-3-2.900" />
  ),
  paths: (
    <path d="M5 3.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM15 12.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM7 5.5h5.5a2.5 2.5 0 0 1 0 5h-5a2.25 2.25 0 0 0 0 4.5H13" />
  ),
  undo: <path d="M7.5 4.5 4 8l3.5 3.5M4 8h7.5a4 4 0 0 1 0 8H8" />,
  redo: <path d="M12.5 4.5 16 8l-3.5 3.5M16 8H8.5a4 4 0 0 0 0 8H12" />,
  layout: <path d="M3 8.5h3.5v3H3ZM13.5 3.5H17v3h-3.5ZM13.5 13.5H17v3h-3.5ZM6.5 10H10m3.5-5H10v10h3.5" />,
  fit: <path d="M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4M8 8h4v4H8z" />,
  filter: <path d="M3.5 5.5h13M6 10h8M8.5 14.5h3" />,
  plus: <path d="M10 4v12M4 10h12" />,
  minus: <path d="M4 10h12" />,
  pin: <path d="M7 3.5h6l-.8 4.5 2.3 2.5h-9L7.8 8ZM10 10.5v6" />,
  hide: (
    <path d="M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5ZM10 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4ZM4 16 16 4" />
  ),
  card: <path d="M3 4.5h14v11H3ZM6 8h3v3.5H6ZM11.5 8H14M11.5 11.5H14" />,
  bookmark: <path d="M5.5 3.5h9v13L10 13l-4.5 3.5Z" />,
  export: <path d="M10 12V3.5M6.5 6.5 10 3l3.5 3.5M6 9.5H4v7h12v-7h-2" />,
  play: <path d="m6.5 4 9 6-9 6Z" />,
  pause: <path d="M6.5 4.5v11M13.5 4.5v11" />,
  table: <path d="M3 4.5h14v11H3ZM3 8.500h14M9 8.500v7" />,
  menu: <path d="M3 5h14M3 10h14M3 15h14" />,
  proof: <path d="M4 3.5h8.500M4 7.500h6M4 11.500h3M9 16.500l.6-2.700 6-6 2.100 2.100-6 6Z" />,
  list: <path d="M7 5h10M7 10h10M7 15h10M3 5h.01M3 10h.01M3 15h.01" strokeLinecap="round" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof PATHS

export const Icon = ({ name, size = 18 }: { name: IconName; size?: number }) => (
  <svg
    viewBox="0 0 20 20"
    width={size}
    height={size}
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
    style={{ flex: 'none', display: 'block' }}
  >
    {PATHS[name]}
  </svg>
)
