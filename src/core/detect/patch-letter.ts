// The letter of a posting: which of its sentences says what it brings, and whether it posts something its subject does not
// tell of. In: the sentences of a fresh mail. Out: a sentence, or null. Refuses change logs, bases and mere mending.
import { readObject } from './object.ts'
import type { Sentence } from './sentences.ts'

const SAYS_WHAT =
  /^(?:(?:this|these|the)\s+(?:\S+\s+){0,3}?(?:patch(?:es|set)?|series?|set|rfc)\b|this\s+(?:adds?|documents?|implements?|introduces?|enables?|extends?|is\s+(?:a|the|adding)\s(?!(?:\w+\s)?time\b))|(?:(?:re-?)?adds?|adding|implements?|introduces?|enables?|supports?|provides?|refactors?|use|converts?|ports?|updates?|switch(?:es)?|taking\s+over|allows?|document|make|creates?|improves?|extends?|splits?|reworks?|replaces?|clean(?:s|ing)?|moves?|expose[sd]?|wires?|better\s+document)\b)/i
const PURPOSE =
  /\b(?:this|the|a)\s+(?:patch\s?(?:set|series)?|series?|set|patches)\b[^.]{0,60}\b(?:adds?|introduc\w+|implement\w*|support\w*|enabl\w+|is\s+adding|provid\w+|clean\w*|aims?|attempt|convert\w*|improv\w+|to\s+(?:add|support|get))\b|^the\s+(?:aim|purpose|goal|intent(?:ion)?)\s+(?:of\s+(?:this|the)\b[^.]{0,40}\s|here\s)?is\s+to\b/i
/** Whose work it carries on: the most telling sentence of such a letter. */
const CARRIES_ON =
  /^(?:this|the)\s+(?:(?:patch\s?set|patch|series|set|rfc)\s+)?is\s+(?:(?:a|an|the|another|my)\s+)?(?:\w+\s+)?(?:reviv\w+|resurr?ect\w+|renewed|continuation|rebirth|attempt\s+to\s+(?:revive|get|finish))\b/i
/** "does not add any new features": what it is not. */
const NEGATED =
  /\b(?:do(?:es)?\s+not|doesn't|don't|is\s+not|isn't|without)\s+(?:\w+\s+)?(?:add|introduc\w+|implement|support|enabl\w+|provid\w+|chang\w+)/i
/** The letter comes to its point late. */
const SAYS_SO =
  /^(?:it\s+adds|in\s+this\s+(?:patch\w*|series)|(?:so|hence|therefore|thus|instead),?\s+this\s+(?:patch\w*|series)|that's\s+why\b.*\b(?:patch|series))\b/i
/** Where it applies, what it needs, what changed: true of every letter, said of no project. */
const HOUSEKEEPING =
  /^[-*•+]\s|^here(?:'s| is| are)\b.{0,30}$|^(?:previous(?:ly)?|since\s+v?\d|compared\s+to|depends|rebased|tested|resend|v\d+\s*(?:->|=>|→)|\+\s?cc)\b|^based\s+on\b(?![^.]*\b(?:I|we)\b)|\b(?:depends?\s+on|previous\s+(?:patches|version|series)|appl(?:y|ies|ying)\s+(?:on|to|cleanly|against)|is\s+based\s+(?:on|upon)|should\s+be\s+fine)\b/i
/** Looked for in a subject and in what a sentence says it adds. */
export const MERE_MENDING =
  /\b(?:fix(?:es|ed)?|typos?|warnings?|leak|unused|missing|constify|spelling|kernel-?doc|maintainers|coding style|checkpatch|whitespace|null[- ]pointer|use[- ]after|overflow|regression|revert|spaces?|comma|comments?|include|const|build|simplify|sysfs_emit|devm_\w+|remove|drop|avoid|propagate|return value|error (?:path|handling|code))\b/i
const GREETING =
  /^(?:(?:hi|hello|hey|dear|all|folks|(?:important\s+)?note|nb|changes?|thanks?|thank you|sorry|resend\w*)\b|v\d|from:|subject:|date:|cc:|to:|---)/i

/** The sentence that says what the posting does; null, for the subject, when only housekeeping stands in the letter. */
export function describing(sentences: readonly Sentence[]): Sentence | null {
  const body = bodyOf(sentences)
  const early = body.slice(0, EARLY)
  return (
    early.slice(0, 4).find((each) => CARRIES_ON.test(each.text)) ??
    plainlySaying(sentences) ??
    body.find((each) => /^(?:so\s+)?(?:this|the|these)\b/i.test(each.text) && PURPOSE.test(each.text)) ??
    body.find((each) => SAYS_SO.test(each.text)) ??
    early.find((each) => !/^(?:I'll|I will|[A-Z]\w+,)\s/.test(each.text)) ??
    null
  )
}

/** The first that says it in so many words, null when none does. */
export function plainlySaying(sentences: readonly Sentence[]): Sentence | null {
  const early = bodyOf(sentences).slice(0, EARLY)
  return early.find((each) => PURPOSE.test(each.text) || SAYS_WHAT.test(each.text)) ?? null
}

function bodyOf(sentences: readonly Sentence[]): Sentence[] {
  return sentences
    .slice(0, 30)
    .filter(({ text }) => !GREETING.test(text) && text.length > 15 && !HOUSEKEEPING.test(text))
    .filter(({ text }) => !NEGATED.test(text))
}

/** A patch that came attached: its letter says what it does. */
export function speaksOfPatch(sentences: readonly Sentence[]): boolean {
  return sentences
    .slice(0, EARLY)
    .some(({ text }) => THIS_PATCH.test(text) || SAYS_WHAT.test(text) || PURPOSE.test(text))
}
const THIS_PATCH =
  /\b(?:this|these|following|attached)\s+(?:\w+\s+)?(?:patch(?:es|\s?set)?|series)\b|^the\s+(?:patch|series)\b/i

/** "This is a new driver to support X", "attached is a patch that adds X": where the subject does not say so. */
export function readTold(sentences: readonly Sentence[]): { sentence: Sentence; project: string } | null {
  for (const sentence of sentences.slice(0, EARLY)) {
    const told = TOLD.exec(sentence.text)
    if (!told || MERE_MENDING.test(sentence.text) || NEGATED.test(sentence.text)) continue
    const object = readObject(sentence.text.slice(told.index + told[0].length))
    if (object.kind !== 'project' && object.kind !== 'identifier' && !/\battach/i.test(told[0])) continue
    if (/^(?:review|mending|vague|pronoun|none)$/.test(object.kind)) continue
    return { sentence, project: object.phrase }
  }
  return null
}
/** Sentences in which a letter says what it brings. */
const EARLY = 8
const WORK = String.raw`(?:[\w-]+\s+){0,4}?(?:patch(?:es)?|patch\s?set|series|driver|port|backend|module|implementation)`
const DOES = '(?:adds?|implements?|introduces?|enables?|supports?|provides?|reduces?|lets?|allows?)'
/** "a driver for", "patches which add". */
const BRINGS = String.raw`(?:to\s+(?:support|add|implement|introduce|enable|provide)|(?:which|that)\s+(?:\w+ly\s+)?${DOES}|for|adding|implementing|introducing|supporting|(?<=\bport\s)of)(?=\s)`
const TOLD = new RegExp(
  [
    String.raw`^(?:(?:so|hi|hello)[,!]?\s+)?(?:(?:this|attached|below|here|following|enclosed)\s*(?:is|are|'s|comes)|(?:please\s+)?(?:find|see)\s+(?:the\s+)?(?:attached|below|enclosed)|(?:attached|below|enclosed),?\s+(?:please\s+find|you(?:'ll|\s+will|\s+can)?\s+find))\s+(?:an?|my|our|the\s+first(?:\s+version\s+of\s+(?:an?|the))?)\s+${WORK}\s+${BRINGS}`,
    String.raw`^(?:(?:this|the\s+(?:attached|following)|attached|these)\s+(?:\w+\s+)?(?:patch(?:es)?|patch\s?set|series)|the\s+(?:patch(?:es)?|series)\s+below)\s+(?:\w+ly\s+)?(?:(?:is\s+(?:an\s+attempt|meant)|aims?|tries)\s+to\s+)?(?:adds?|implements?|introduces?|enables?)(?=\s)`,
    String.raw`\bI(?:'ve|'m|\s+have|\s+am)?\s+(?:just\s+)?attach(?:ed|ing)?\s+(?:an?|my|the)\s+${WORK}\s+${BRINGS}`,
    String.raw`\bI(?:'m|\s+am)?\s+(?:hereby\s+)?(?:post|submit|send)(?:ing)?\s+(?:an?|my|our)\s+${WORK}\s+${BRINGS}(?=[^.]*\b(?:for\s+(?:your\s+)?(?:review|comments)|below|attached|herewith)\b)`,
  ].join('|'),
  'i',
)
