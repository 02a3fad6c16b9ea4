/** Changes whenever the same text may give another record: documents read by another version are read again. */
export const PARSER_VERSION = '4'
