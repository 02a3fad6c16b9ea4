/** A set of signs that is asked by code unit: where every sign of a text is asked for, a string for each would be most of the work. */
export type SignSet = Uint8Array

export const signSet = (signs: string): SignSet => {
  const set = new Uint8Array(0x10000)
  for (let at = 0; at < signs.length; at++) set[signs.charCodeAt(at)] = 1
  return set
}

/** The code unit of a sign. */
export const codeOf = (sign: string): number => sign.charCodeAt(0)

/** The code unit at a place, and 0 outside the text: `charCodeAt` itself is slow where it is asked for what is not there. */
export const codeAt = (text: string, at: number): number => (at >= 0 && at < text.length ? text.charCodeAt(at) : 0)

export const isSignOf = (set: SignSet, text: string, at: number): boolean => set[codeAt(text, at)] === 1
