import type { IconName } from './icons.tsx'

/** The pages that the header and the tabs lead to, in order. A view adds one line. */
export const ENTRIES = [
  { id: 'overview', path: '/', icon: 'map', within: (path: string) => path === '/' },
  {
    id: 'coOccurrence',
    path: '/co-occurrence',
    icon: 'network',
    within: (path: string) => /^\/(?:co-occurrence|departments|districts)/.test(path),
  },
  {
    id: 'policies',
    path: '/policies',
    icon: 'course',
    within: (path: string) => path.startsWith('/policies') || path.startsWith('/vanished'),
  },
  {
    id: 'attendance',
    path: '/attendance',
    icon: 'people',
    within: (path: string) => path.startsWith('/attendance') || path.startsWith('/people'),
  },
  { id: 'explore', path: '/explore', icon: 'paths', within: (path: string) => path === '/explore' },
  { id: 'reader', path: '/meetings', icon: 'book', within: (path: string) => path.startsWith('/meetings') },
] as const satisfies readonly { id: string; path: string; icon: IconName; within: (path: string) => boolean }[]
