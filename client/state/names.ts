/** Long and short form of the body on a masthead, for a menu or a sentence. */
const SHORTER: readonly (readonly [string, string])[] = [
  ['人民政府', '政府'],
  ['管理委员会', '管委会'],
]

/** 苏州市人民政府 → 苏州市政府. */
export const shortIssuer = (issuer: string): string =>
  SHORTER.reduce((name, [long, short]) => (name.endsWith(long) ? name.slice(0, -long.length) + short : name), issuer)

const VERSION_LENGTH = 6

/** `2025-01-06 3f9ac1`; without a day only the six characters. */
export const versionText = ({ day, hash }: { day: string | null; hash: string }): string =>
  [day, hash.slice(0, VERSION_LENGTH)].filter((part) => part !== null).join(' ')
