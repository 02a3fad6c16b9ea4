import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** Mantine wants ten shades; ours is one per scheme, and the tokens decide which. */
const seal: MantineColorsTuple = [
  '#f6e3dd',
  '#efcfc6',
  '#e3a89d',
  '#d57f73',
  '#f2786a',
  '#c04a41',
  '#b0302a',
  '#962822',
  '#7a201b',
  '#5c1814',
]

export const theme = createTheme({
  colors: { seal },
  primaryColor: 'seal',
  primaryShade: { light: 6, dark: 4 },
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
  defaultRadius: 4,
  respectReducedMotion: true,
  cursorType: 'pointer',
})

const shared = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--sunk)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line2)',
  '--mantine-color-dimmed': 'var(--ink3)',
  '--mantine-color-placeholder': 'var(--ink3)',
  '--mantine-color-error': 'var(--warn)',
}

/** Mantine's own variables, set to the tokens. */
export const variables: CSSVariablesResolver = () => ({
  variables: { '--mantine-shadow-md': 'var(--shadow)' },
  light: shared,
  dark: shared,
})
