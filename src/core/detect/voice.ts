// Who speaks: the pattern pieces for the author and those he speaks for. Patterns that begin with SELF need own voice.

/** "I", "we", "our team"; what every pattern about the author's own work begins with. */
/** "move this driver out of staging", "get the port upstream": the way into the tree as the work itself. */
export const GRADUATE = String.raw`(?:mov(?:e|ing)|tak(?:e|ing)|get(?:ting)?|bring(?:ing)?|graduat(?:e|ing)|push(?:ing)?)(?=\s[^.;]{2,60}\b(?:out\s+of\s+staging|upstream(?:ed)?|in(?:to)?\s+(?:the\s+)?mainline|mainlined)\b)`

export const SELF = String.raw`\b(?:I|we|myself|(?:me|my\s+\w+)\s+and\s+(?:I|me|myself|(?:my|an?|two|three|four|some|a\s+few|\d)\s+(?:other\s+|fellow\s+)?\w+|[A-Z]\w+)|our\s+(?:\w+\s+)?(?:group|team|company|lab|department|students?|interns?|engineers?)|(?:one\s+of\s+)?my\s+(?:students?|colleagues?|interns?|team|group|company|employer)(?!\s+(?:and|told|said|thinks?)\b)|(?:some)?one\s+(?:from|in|on|of)\s+(?:my|our)\s+(?:team|group|side|company|lab))`
