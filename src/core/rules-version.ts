// The version of the rules that read mail: parse, detect and link. What was derived under another one is derived anew.

/** Raised with every change that may change a reading or a link. */
export const RULES_VERSION = '5'
