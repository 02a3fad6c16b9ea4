import { useMediaQuery } from '@mantine/hooks'

export type Screen = 'phone' | 'tablet' | 'desktop'

/** The three layouts of the reader. */
export const useScreen = (): Screen => {
  const desktop = useMediaQuery('(min-width: 1200px)', undefined, { getInitialValueInEffect: false })
  const tablet = useMediaQuery('(min-width: 768px)', undefined, { getInitialValueInEffect: false })
  return desktop ? 'desktop' : tablet ? 'tablet' : 'phone'
}
