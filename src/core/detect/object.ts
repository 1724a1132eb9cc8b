// What a sentence's verb is about: a project somebody could take, or a version, a review point, a mere "it".
// In: the words after the verb. Out: the exact phrase, its kind and where it ends. Refuses nothing; unclear is `unknown`.
import {
  DETERMINERS,
  MAKING_GERUNDS,
  MENDING_GERUNDS,
  PHRASE_STOPS,
  PROJECT_HEADS,
  PRONOUNS,
  REVIEW_HEADS,
  VAGUE_WORDS,
} from './words.ts'

/**
 * `project`: head noun that names work; `identifier`: a part number or product name; `review`: a version, a
 * comment, a fix; `mending`: "fixing …", "addressing …"; `vague`: which one is left open; `pronoun`: "this";
 * `unknown`: a noun phrase of no known sort; `none`: nothing there.
 */
export type ObjectKind =
  | 'project'
  | 'identifier'
  | 'review'
  | 'mending'
  | 'vague'
  | 'pronoun'
  | 'unknown'
  | 'none'

export interface ObjectPhrase {
  readonly kind: ObjectKind
  /** Exact words of the sentence, '' when there are none. */
  readonly phrase: string
  /** "this driver", "that one": only the thread says which. */
  readonly pointing: boolean
  /** True when a gerund of making ("adding", "porting") leads the phrase. */
  readonly making: boolean
}

const NOTHING: ObjectPhrase = { kind: 'none', phrase: '', pointing: false, making: false }

/** Words that may stand before the object and mean nothing for it. */
const FILLER =
  /^(?:\s|,|(?:to|on|at|up|also|currently|now|just|slowly|actively|already|again|first|please|maybe|perhaps|probably|of|out|with|towards?|either|both|is|something\s+like|getting\s+started\s+with|some\s+work\s+(?:on|with|for))\b(?!-))*/i

/** End of the clause that holds the object. */
const CLAUSE_END =
  /[;:?!]|,(?=\s)|\.(?=\s|$)|\s[-–—]{1,3}\s|\s\(|\)|\s(?:which|who|because|so|but|since|while|when|where|whereas|if|once|until|unless|although|though|however|provided|and\s+(?:I|we|it|that|this|would|will|am|have|wanted|was|then|need|see|hope|think|believe|noticed|found|wonder|ran|so|now)|that\s+(?:I|we|is|are|was|will|can|has|have|would|should|could|might|must|uses?|needs?|lets?|allows?|makes?|provides?)|as\s+(?:I|we|part|well|it|is|a\s+(?:part|first|student|start|next)|soon|suggested|mentioned|you)|I|we|am|right\s+now|these\s+days|this\s+(?:week|weekend|month|summer|year|morning)|at\s+the\s+moment|for\s+(?:a\s+while|now|some\s+time|GSoC|the\s+(?:last|past))|in\s+(?:parallel|the\s+(?:near|meantime|meanwhile|next|coming|future|last|past)|my\s+(?:spare|free))|over\s+the\s+(?:next|coming|last|past)|lately|currently|recently|anyway|now|today|tomorrow|next\s+(?:week|month|year|summer)|later|soon|here|too|instead|myself|however|during|under\s+the\s+(?:guidance|mentorship|GSoC)|(?:is|are|was|were|will|would|has|have|had|can|could|should|seems?|looks?)(?=\s))(?=[\s,.;:?!]|$)/i

const WORD = /[\p{L}\p{N}][\p{L}\p{N}_'./+&#-]*/gu
const URL_OR_NOTE = /^(?:https?:|\[\d)/i

/** Part numbers and product names: letters with digits ("adis16203", "AD7294-2"), or two capitals or more ("PVUSB", "VirtIO"). */
export function isIdentifier(word: string): boolean {
  const bare = word.replace(/[.,'/-]+$/, '')
  if (
    /^(?:v?\d+(?:[.-]\S*)?|rc\d+|0x.*|x86(?:_64)?|i2c|i3c|32-?bit|64-?bit|\d+-?bits?|[0-9a-f]{7,40}|rfc\d*|patch\d*|q[1-4]|utf-?8|base64)$/i.test(
      bare,
    )
  )
    return false
  if (/\(\)$|^[a-z]+_[a-z_]+$|[A-Z]_[A-Z]/.test(bare)) return false
  return /^(?=[\p{L}\d]*\p{L}{2})(?=\S*\d\S*\d)[\p{L}\d][\p{L}\d_/-]{3,}$/u.test(bare)
}

const PROPER = /^(?:[A-Z][a-z]*[A-Z][\w-]*|[A-Z]{2,}[\w-]*|[A-Z][a-z]{2,})$/
const NO_NAME =
  /^(?:TODO|FYI|RFC|PATCH|LKML|IMO|IMHO|BTW|CI|PR|MR|IRC|CC|DT|ABI|WIP|OK|ASAP|HEAD|GPL|USA|EU|UK|I|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Jonathan|Andy|David|Sure|Yes)$/

/** Reads the object that follows a verb; `rest` is the sentence from the verb's end on. */
export function readObject(rest: string): ObjectPhrase {
  const filler = FILLER.exec(rest)![0].length
  const body = rest.slice(filler, filler + 260)
  const cut = CLAUSE_END.exec(body)
  const clause = (cut ? body.slice(0, cut.index) : body)
    .replace(/\[\d+\]/g, (note) => ' '.repeat(note.length))
    .trimEnd()
  if (clause.trim() === '' || URL_OR_NOTE.test(clause)) {
    return URL_OR_NOTE.test(body) ? { ...NOTHING, kind: 'unknown', phrase: body.split(' ')[0]! } : NOTHING
  }
  return classify(clause.trim(), 0)
}

function classify(clause: string, depth: number): ObjectPhrase {
  const words = clause.match(WORD)?.slice(0, 24) ?? []
  if (words.length === 0) return NOTHING
  const first = words[0]!.toLowerCase()
  if (MENDING_GERUNDS.has(first)) return { kind: 'mending', phrase: clause, pointing: false, making: false }
  if (MAKING_GERUNDS.has(first) && words.length > 1 && depth < 3) {
    const inner = classify(
      clause
        .slice(clause.indexOf(words[0]!) + words[0]!.length)
        .replace(/^\s*(?:up|out|over|in)\b/, '')
        .trim(),
      depth + 1,
    )
    if (first === 'getting' && /\b(?:resubmitted|resent|reposted|ready|in\s+shape)\b/i.test(clause))
      return { ...inner, kind: 'review' }
    return { ...inner, phrase: clause, making: true }
  }
  return nounPhrase(clause, words, depth)
}

function nounPhrase(clause: string, words: readonly string[], depth: number): ObjectPhrase {
  const lower = words.map((word) => word.toLowerCase().replace(/'s$/, ''))
  let at = 0
  while (at < lower.length && DETERMINERS.has(lower[at]!)) at += 1
  const pointing = at > 0 && /^(?:this|that|these|those)$/.test(lower[at - 1]!) && true
  const vague = lower.slice(0, at + 1).some((word) => VAGUE_WORDS.has(word))
  let stop = at
  while (stop < lower.length && !PHRASE_STOPS.has(lower[stop]!)) stop += 1
  const base = { phrase: clause, making: false }
  if (stop === at) {
    const only = lower[Math.max(0, at - 1)]!
    if (at > 0 && PRONOUNS.has(only))
      return { ...base, phrase: words.slice(0, at).join(' '), kind: 'pronoun', pointing: true }
    if (at === 0 && PRONOUNS.has(lower[0]!))
      return { ...base, phrase: words[0]!, kind: 'pronoun', pointing: true }
    return { ...base, kind: 'none', pointing: false }
  }
  const head = lower[stop - 1]!
  const inPhrase = words.slice(at, stop)
  if (REVIEW_HEADS.has(head)) return reviewOrWork(clause, words, lower, stop, pointing, depth)
  if (PRONOUNS.has(head) && inPhrase.length === 1)
    return { ...base, kind: 'pronoun', pointing: true, phrase: inPhrase[0]! }
  if (words.slice(at, Math.min(words.length, stop + 6)).some(isIdentifier))
    return { ...base, kind: 'identifier', pointing }
  if (vague && inPhrase.length <= 3 && /s$/.test(head)) return { ...base, kind: 'vague', pointing }
  if (PROJECT_HEADS.has(head)) {
    const bare = inPhrase.length === 1 && stop === words.length && !pointing
    return { ...base, kind: bare && /s$/.test(head) ? 'vague' : 'project', pointing }
  }
  if (inPhrase.some((word) => PROPER.test(word) && !NO_NAME.test(word)))
    return { ...base, kind: 'identifier', pointing }
  return { ...base, kind: 'unknown', pointing }
}

/** "A patch to add X", "a series introducing X": the work is X; a bare "patch" or "series" is mail business. */
const WORK_AFTER =
  /^\S*\s+(?:to|for|that|which|will)?\s*((?:add|introduc|implement|support|enabl|clean|convert|port|extend|provid)(?:s|es|ing|e|ed)?)\b/i

function reviewOrWork(
  clause: string,
  words: readonly string[],
  lower: readonly string[],
  stop: number,
  pointing: boolean,
  depth: number,
): ObjectPhrase {
  const head = words[stop - 1]!
  const tail = clause.slice(
    clause.lastIndexOf(
      head,
      clause.indexOf(words[stop] ?? '\u0000') >= 0 ? clause.indexOf(words[stop]!) : undefined,
    ),
  )
  const work = WORK_AFTER.exec(tail)
  if (
    work &&
    /^(?:patch|series|set|patchset|patches|something|code|script|commit)/.test(lower[stop - 1]!) &&
    depth < 3
  ) {
    const inner = classify(
      tail
        .slice(work[0].length)
        .replace(/^\s*up\b/, '')
        .trim(),
      depth + 1,
    )
    if (inner.kind === 'project' || inner.kind === 'identifier' || inner.kind === 'unknown') {
      return { ...inner, phrase: clause, making: true }
    }
  }
  return { kind: 'review', phrase: clause, pointing, making: false }
}
