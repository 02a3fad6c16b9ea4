import type { IconName } from './icons.tsx'

/** The pages that the header leads to, in order; on a phone those with `phone: 'menu'` stand in the menu, the others are tabs. A view adds one line. */
export const ENTRIES = [
  { id: 'overview', path: '/', icon: 'map', phone: 'tab', within: (path: string) => path === '/' },
  {
    id: 'coOccurrence',
    path: '/co-occurrence',
    icon: 'network',
    phone: 'tab',
    within: (path: string) => /^\/(?:co-occurrence|departments|districts)/.test(path),
  },
  {
    id: 'policies',
    path: '/policies',
    icon: 'course',
    phone: 'tab',
    within: (path: string) => path.startsWith('/policies') || path.startsWith('/vanished'),
  },
  {
    id: 'attendance',
    path: '/attendance',
    icon: 'people',
    phone: 'tab',
    within: (path: string) => path.startsWith('/attendance') || path.startsWith('/people'),
  },
  { id: 'explore', path: '/explore', icon: 'paths', phone: 'menu', within: (path: string) => path === '/explore' },
  {
    id: 'reader',
    path: '/meetings',
    icon: 'book',
    phone: 'tab',
    within: (path: string) => path.startsWith('/meetings'),
  },
  { id: 'review', path: '/review', icon: 'proof', phone: 'menu', within: (path: string) => path === '/review' },
] as const satisfies readonly {
  id: string
  path: string
  icon: IconName
  phone: 'tab' | 'menu'
  within: (path: string) => boolean
}[]
