/** Raised whenever the same days would give another answer: results that are kept are then made again. */
export const METHOD_VERSION = 1
