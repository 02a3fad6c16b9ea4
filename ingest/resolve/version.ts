/** Raised when the same records give another graph; part of the data version, so that stored graphs are made again. */
export const RESOLVER_VERSION = '5'
