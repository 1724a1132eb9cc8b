// Who speaks: the pattern pieces for the author and those he speaks for. Patterns that begin with SELF need own voice.

/** "I", "we", "our team"; what every pattern about the author's own work begins with. */
export const SELF = String.raw`\b(?:I|we|myself|our\s+(?:group|team|company|lab))`
