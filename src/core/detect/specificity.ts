// How closely a statement tells which piece of work it is about. In: its object, where it was found, the mail's subject.
// Out: 0 (nothing, a programme, a community) to 3 (a thing that the subject names as well). Refuses nothing.
import { isPartNumber } from './identifier.ts'
import type { ObjectPhrase } from './object.ts'

/** "GSoC", "the Linux kernel", "the Wine project": where one works, not on what. */
const PLACE =
  /^(?:(?:the|a|an|this|your|our|my)\s+)?(?:(?:google|g?soc|summer|code|of|outreachy|internship|programme?|mentorship|season|lfx|esoc|linux|kernel|foundation|organi[sz]ation|community|open|source|project|development|program|year|[12]\d{3})(?:\s+|$))+(?:$|\b(?:with|this|in|at|by|under|for|and|as|of|through)\b)/i
const COMMUNITY =
  /^(?:(?:the|a|an|this|your|our|such\s+\S+)\s+)?(?:[\w-]+\s+)?(?:[A-Z][\w+-]*\s+)?(?:[Pp]roject|[Cc]ommunity|[Kk]ernel|[Ss]ubsystem|[Oo]rgani[sz]ation)(?:$|,|\s+(?:this|as|and|for|in|with|of)\b)/
/** Verbs that name a place rather than a piece of work. */
const JOINS =
  /\b(?:contribut\w*|participat\w*|join\w*|appl(?:y|ying|ied)|interested|involved|part|considered|help\w*|work\w*)(?:\s+(?:to|in|for|with|of|on|at|towards?))?$/i
/** "These are the ideas I'd like to implement:", "I am interested in the following.": what is meant stands below. */
const LIST_BELOW = /:$|\bfollowing(?:\s+\w+){0,2}[.:]?$|\b(?:projects?|ideas?|tasks?|topics?)\b[^.]{0,60}:\s/i
/** "Projects about audio": which one is open, what it is about is not. */
const FIELD =
  /\b(?:projects?|ideas?|tasks?|topics?)\s+(?:(?:related|relating)\s+to|about|around|involving|on|in|for)\s/i
/** A thing named in a sentence whose row reads no object. */
const NAMED = /["“][^"”]{6,120}["”]|\bthe\s+(?:\S+\s+){1,6}?(?:project|idea|task|topic)\b/i
const POINTED = /\b(?:this|that|these|my)\s+(?:\S+\s+){0,2}(?:projects?|ideas?|tasks?|topics?|proposal)\b/i

export function readSpecificity(object: ObjectPhrase, match: string, text: string, subject: string): number {
  const near = ofObject(object, match.trim(), text)
  return near > 0 && inSubject(object.phrase || text, subject) ? near + 1 : near
}

function ofObject(object: ObjectPhrase, match: string, text: string): number {
  const { kind, phrase, pointing } = object
  if (phrase === '') return NAMED.test(text) || LIST_BELOW.test(text) ? 2 : POINTED.test(text) ? 1 : 0
  if (/["“*]/.test(phrase) || phrase.split(' ').some(isPartNumber)) return 2
  if (kind === 'project' && pointing) return 1
  if (PLACE.test(phrase)) return 0
  const joins = JOINS.test(match) || WITHIN.test(text.slice(text.indexOf(match) + match.length))
  if (COMMUNITY.test(phrase)) return joins ? 0 : 1
  if (kind === 'project' || LIST_BELOW.test(text)) return 2
  if (FIELD.test(phrase) || HANDED_IN.test(match)) return 1
  if (kind === 'identifier') return joins && !/\s\S+\s/.test(phrase) ? 0 : 1
  if (kind === 'vague') return TO_TAKE.test(phrase) ? 1 : 0
  return kind === 'unknown' && !joins ? 1 : 0
}
const TO_TAKE = /\b(?:projects?|ideas?|tasks?|topics?)\b/i
/** "Something I'd like to do in Lantern". */
const WITHIN = /^\s+(?:in|at|with|under|within)\s/i
/** Who hands in a proposal does more than wish. */
const HANDED_IN = /\b(?:proposal|application)$/i

/** True when two telling words stand in the subject too. */
function inSubject(phrase: string, subject: string): boolean {
  const words = new Set(telling(subject))
  return new Set(telling(phrase).filter((word) => words.has(word))).size > 1
}

/** The words of a phrase that tell it from others, in lower case. */
export function telling(phrase: string): string[] {
  return (phrase.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !COMMON.has(word))
}
const COMMON = new Set(
  `the for and this that driver support adding add new project work feature with from into some gsoc google summer code
  outreachy linux foundation subsystem device industrial part patches contributing`.split(/\s+/),
)
