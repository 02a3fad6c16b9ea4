/** The word that stands for a jurisdiction in the full-text index, so that a search reads only its own forms. */
export const placeWord = (jurisdiction: number): string => `j${jurisdiction}`
