// What a sentence's verb is about: a project somebody could take, or a version, a review point, a mere "it".
// In: the words after the verb. Out: the exact phrase and its kind. Refuses nothing; unclear is `unknown`.
import { isPartNumber, isProperName } from './identifier.ts'
import { clauseOf } from './object-clause.ts'
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
  /** A review head told by more words ("the s390 side of the transport", "live update"): in plain mail it may be work. */
  readonly soft?: true
  /** True when a gerund of making ("adding", "porting") leads the phrase. */
  readonly making: boolean
}

export const NO_OBJECT: ObjectPhrase = { kind: 'none', phrase: '', pointing: false, making: false }

/** Words that may stand before the object and mean nothing for it. */
const FILLER =
  /^(?:\s|,|(?:that|it|this)(?:'s|\s+is)\s+(?=an?\s)|(?:to|on|at|in|up|for|about|regarding|(?:to\s+)?work(?:ing)?\s+on|also|currently|now|just|slowly|actively|already|again|(?:very\s+)?soon|shortly|eventually|first|please|maybe|perhaps|probably|of|out|with|towards?|either|both|is|the\s+(?:latest|current|first|initial)\s+version\s+of|something\s+like|getting\s+started\s+with|some\s+work\s+(?:on|with|for))\b(?!-))*/i

/** "a patch set which adds X": the relative clause says what the work is. */
const CARRIED =
  /^(?:an?|the|another|some)?\s*(?:\w+\s+){0,2}?(?:patch(?:es|set)?|series|set)\s+(?:which|that)\s+(?:will\s+)?(?:adds?|implements?|introduces?|enables?|supports?|lets?|allows?|makes?|brings?|provides?|teach(?:es)?|gives?|converts?|moves?|replaces?|reworks?|turns?|extends?)\s+/i

const WORD = /[\p{L}\p{N}][\p{L}\p{N}_'./+&#-]*/gu
/** "… contributing if possible": the clause goes on without a thing. */
const NO_THING = /^(?:if|when|but|because|so|unless|once|while)\b/i
const URL_OR_NOTE = /^(?:https?:|\[\d)/i
/** Longest stretch of a sentence that is read for its object. */
const REACH = 260

/** Reads the object that follows a verb; `rest` is the sentence from the verb's end on. */
export function readObject(rest: string): ObjectPhrase {
  const body = rest.slice(FILLER.exec(rest)![0].length).slice(0, REACH)
  if (URL_OR_NOTE.test(body)) return { ...NO_OBJECT, kind: 'unknown', phrase: body.split(' ')[0]! }
  if (NO_THING.test(body)) return NO_OBJECT
  const carried = CARRIED.exec(body)
  if (carried) {
    const rest = clauseOf(body, carried[0].length)
    return { ...classify(rest.slice(carried[0].length).trim(), 1), phrase: rest, making: true }
  }
  const first = clauseOf(body, 0)
  const object = classify(first, 0)
  // "another driver (xj900 …": the bracket says which.
  const named = object.kind === 'vague' ? /^\s\(([\w/-]{4,40})/.exec(body.slice(first.length)) : null
  if (named && isPartNumber(named[1]!)) return { ...object, kind: 'identifier', phrase: first + named[0] }
  // "a new, PVHv2 only, platform stack": the comma stood among adjectives.
  if (object.kind === 'none' && first !== '' && body[first.length] === ',') {
    return classify(clauseOf(body, first.length + 1), 0)
  }
  return object
}

/** "I work on make support for …": the verb of one who writes without gerunds. */
const BARE_VERB = /^(?:add|make(?!\s+sure)|implement|write|develop|convert|create|build)\s+(?=\S)/i
/** A title in quotes, as pages print them. */
const TITLE =
  /^(?:(?:the|a|an|this|your)\s+)?(?:["«“][^"»”]{6,120}["»”](?:\s+(?:project|idea|task|topic)\b|\s*$)|(?:\S+\s+){0,2}(?:project|idea|task|topic)\s*(?:named|called|titled|on|about|of|is|:)?\s*["«“])/i

function classify(clause: string, depth: number): ObjectPhrase {
  if (depth === 0 && TITLE.test(clause))
    return { kind: 'project', phrase: clause, pointing: false, making: false }
  const words =
    clause
      .replace(/\[\d+\]/g, ' ')
      .match(WORD)
      ?.slice(0, 24) ?? []
  if (words.length === 0) return NO_OBJECT
  if (depth < 2 && BARE_VERB.test(clause))
    return { ...classify(clause.replace(BARE_VERB, ''), depth + 1), phrase: clause, making: true }
  const first = words[0]!.toLowerCase()
  if (MENDING_GERUNDS.has(first) && !MENDING_NAME.test(clause))
    return { kind: 'mending', phrase: clause, pointing: false, making: false }
  if (MAKING_GERUNDS.has(first) && words.length > 1 && depth < 3) return making(clause, words[0]!, depth)
  return nounPhrase(clause, words, depth)
}

/** "debugging support", "a testing framework": the gerund names the thing. */
const MENDING_NAME =
  /^(?:debugging|testing|tracking|learning|reviewing)\s+(?:support|tools?|framework|infrastructure|interface|harness|suite|subsystem)\b/i

/** "adding X", "getting X upstream", "implementing this in X": the project is X, told with its verb. */
function making(clause: string, verb: string, depth: number): ObjectPhrase {
  const after = clause
    .slice(clause.indexOf(verb) + verb.length)
    .replace(/^\s*(?:up|out|over|in)\b/, '')
    .trim()
  const inner = classify(after, depth + 1)
  const kind = BACK_AGAIN.test(clause) ? 'review' : MADE_ANEW.test(clause) ? 'project' : inner.kind
  if (kind === 'pronoun') {
    const place = /^\S+\s+(?:in|into|for|to|on)\s+(?=\S)/i.exec(after)
    if (place) return { ...classify(after.slice(place[0].length), depth + 1), phrase: clause, making: true }
  }
  return { ...inner, kind, phrase: clause, making: true }
}
/** "Creating a new chat application": what is made anew is work, whatever it is called. */
const MADE_ANEW =
  /^(?:creating|developing|writing|implementing|building|designing|porting)\s+(?:an?|our|my|another)\s+(?:[\w/-]+\s+){1,5}?(?:applications?|apps?|systems?|scripts?)\b/i
const BACK_AGAIN =
  /^getting\b.*\b(?:resubmitted|resent|reposted|ready|published|released|confirmed|tested|clarified|in\s+shape|signed|fixed|sorted|reviewed|approved)\b/i

function nounPhrase(clause: string, words: readonly string[], depth: number): ObjectPhrase {
  const lower = words.map((word) => word.toLowerCase().replace(/'s$/, ''))
  if (/^(?:it|them)$/.test(lower[0]!))
    return { kind: 'pronoun', phrase: words[0]!, pointing: true, making: false }
  let at = 0
  while (at < lower.length && DETERMINERS.has(lower[at]!)) at += 1
  const pointing = at > 0 && POINTERS.has(lower[at - 1]!)
  let stop = at
  while (stop < lower.length && !PHRASE_STOPS.has(lower[stop]!)) stop += 1
  if (stop === at) return bareDeterminer(clause, words, lower, at)
  const whole = { phrase: clause, making: false, pointing }
  // "Coding Task 1", "the behaviour differently": the head stands before the number or the adverb.
  const headAt = stop - 1 > at && /^\d+$|\w{3}ly$/.test(lower[stop - 1]!) ? stop - 2 : stop - 1
  const head = lower[headAt]!
  const inside = words.slice(at, stop)
  if (PARTITIVES.has(head) && lower[stop] === 'of' && depth < 3) {
    return { ...classify(words.slice(stop + 1).join(' '), depth + 1), phrase: clause, pointing }
  }
  // "a rough version of the backend": what it is a version of; "the next version of the driver" is a review point.
  if (/^(?:work|efforts?)$/.test(head) && /^(?:on|for|towards?)$/.test(lower[stop] ?? '') && depth < 3)
    return { ...classify(words.slice(stop + 1).join(' '), depth + 1), phrase: clause }
  if (lower[stop] === 'of' && depth < 3 && (SHAPES.test(head) || ACTIONS.test(head))) {
    if (head !== 'version' || inside.some((word) => FIRST_SHAPE.test(word))) {
      const of = classify(words.slice(stop + 1).join(' '), depth + 1)
      const work = ACTIONS.test(head) && (of.kind === 'unknown' || of.kind === 'identifier' || of.soft)
      return { ...of, ...(work ? { kind: 'project' } : {}), phrase: clause, pointing }
    }
  }
  if (/^bindings?$/.test(head) && LANGUAGES.test(lower[headAt - 1] ?? ''))
    return { ...whole, kind: 'project' }
  if (/^tasks?$/.test(head) && inside.some(isPartNumber)) return { ...whole, kind: 'project' }
  // "the huge page split work", "the xenstore quota item": told by two words more, the head stands for a project.
  if (pointing && inside.length === 1 && /^(?:work|task|effort|item|job)$/.test(head))
    return { ...whole, kind: 'project' }
  if (/^(?:effort|task|project)$/.test(head) && lower[stop] === 'to' && stop + 1 < lower.length)
    return { ...whole, kind: 'project' }
  if (TASK_HEADS.has(head) && headAt - at >= 2 && !pointing && !MINOR.test(inside.join(' ')))
    return { ...whole, kind: 'project' }
  if (/^proposals?$/.test(head) && OWNED.has(lower[at - 1] ?? '')) return { ...whole, kind: 'review' }
  if (SOFTWARE.test(inside.join(' '))) return { ...whole, kind: 'unknown' }
  if (REVIEW_HEADS.has(head)) return patchOrReview(clause, words[headAt]!, headAt > at, pointing, depth)
  if (PRONOUNS.has(head) && inside.length === 1)
    return { ...whole, kind: 'pronoun', pointing: true, phrase: inside[0]! }
  const vague = lower.slice(0, at + 1).some((word) => VAGUE_WORDS.has(word))
  if (vague && inside.length <= 3 && (head.endsWith('s') || head === 'more'))
    return { ...whole, kind: 'vague' }
  const partNumber = words.slice(at, stop + 6).some(isPartNumber)
  if (at === 0 && head.endsWith('s') && !partNumber && !words.some(isProperName))
    return { ...whole, kind: 'vague' }
  if (PROJECT_HEADS.has(head)) {
    const alone = inside.length === 1 && !partNumber
    if (alone && !pointing && /^(?:ideas?|topic)$/.test(head)) return { ...whole, kind: 'vague' }
    const bare = alone && stop === words.length && !pointing
    return { ...whole, kind: bare && (head.endsWith('s') || at === 0) ? 'vague' : 'project' }
  }
  if (partNumber) return { ...whole, kind: 'identifier' }
  if (inside.some(isProperName)) {
    // "a Thinkpad", "my Raspberry": one of a kind that one owns, not a piece of work.
    const owned = OWNED.has(lower[at - 1] ?? '') && inside.every(isProperName)
    return { ...whole, kind: owned ? 'vague' : 'identifier' }
  }
  return {
    ...whole,
    kind: lower.slice(stop, stop + 6).some((word) => PROJECT_HEADS.has(word)) ? 'project' : 'unknown',
  }
}
/** "A draft of", "the submission of": the thing behind it decides. */
const SHAPES = /^(?:version|prototype|draft|submission)$/
/** "The conversion of": work whatever is converted. */
const ACTIONS =
  /^(?:(?:re-?)?implementation|rewrite|redesign|overhaul|emulation|upstreaming|mainlining|development|conversion|port|porting|integration)$/
const FIRST_SHAPE =
  /^(?:rough|early|first|initial|working|preliminary|internal|local|half\S*|unfinished|experimental|basic|minimal|wip|partial|simple)$/i
const TASK_HEADS = new Set(['work', 'effort', 'item', 'task'])
const MINOR =
  /\b(?:review|fix|bug|clean-?up|follow-?up|test|testing|list|remaining|next|last|first|day|same|hard|great|good|nice|more|actual)\b/i
/** "A desktop application": a program; "my GSoC application" is a letter. */
const SOFTWARE =
  /^(?!.*\b(?:gsoc|outreachy|project|student|job|draft|final|formal|first)\b)(?:[\w+/-]+\s){1,5}app(?:lication)?$/i
const OWNED = new Set(['a', 'an', 'my', 'our'])
/** "Rust bindings" are work, device-tree bindings a review point. */
const LANGUAGES =
  /^(?:rust|python|ocaml|go|golang|perl|java|lua|ruby|haskell|php|node|swift|javascript|typescript|c\+\+|guile)$/
const POINTERS = new Set(['this', 'that', 'these', 'those'])
const PARTITIVES = new Set([
  'one',
  'rest',
  'remainder',
  'part',
  'parts',
  'number',
  'family',
  'half',
  'pair',
  'kind',
  'bulk',
])

function bareDeterminer(
  clause: string,
  words: readonly string[],
  lower: readonly string[],
  at: number,
): ObjectPhrase {
  const phrase = words.slice(0, Math.max(1, at)).join(' ')
  if (lower.slice(0, Math.max(1, at)).some((word) => PRONOUNS.has(word))) {
    return { kind: 'pronoun', phrase, pointing: true, making: false }
  }
  return { ...NO_OBJECT, phrase: clause }
}

/** "A patch to add X", "patches for soft affinity": the work is X; a bare "patch" or "series" is mail business. */
const WORK_AFTER =
  /^\S+\s+(?:(?:pending|queued|ready|here|locally)\s+)?(?:to|for|that|which|will)?\s*(?:add|cover|introduc|implement|support|enabl|clean|convert|port|extend|provid|teach|emulat|rewrit|mov)(?:s|es|ing|e|ed)?\b/i
const WORK_FOR =
  /^\S+\s+(?:(?:pending|queued|ready|here|locally)\s+)?(?:for|around)\s+(?!(?:it|this|that|these|those|them|the\s+(?:next|last|coming|other|above|same|first|second)|v\d|review|testing|\S+\s+(?:review|comments?))\b)(?![^,;]*\b(?:window|cycle|release|rc\d|issues?|bugs?|problems?|comments?|warnings?|errors?|crash\w*)\b)(?=\S)/i
const CARRIERS =
  /^(?:patch|patches|series|set|patchset|patchsets|patch-set|something|code|script|commit|commits|branch|rfc|draft|hack)$/i

function patchOrReview(
  clause: string,
  head: string,
  compound: boolean,
  pointing: boolean,
  depth: number,
): ObjectPhrase {
  const tail = clause.slice(clause.indexOf(head))
  const work =
    CARRIERS.test(head) && depth < 3
      ? (WORK_AFTER.exec(tail) ?? (pointing ? null : WORK_FOR.exec(tail)))
      : null
  if (work) {
    const inner = classify(
      tail
        .slice(work[0].length)
        .replace(/^\s*up\b/, '')
        .trim(),
      depth + 1,
    )
    const named = WORK_AFTER.test(tail)
    if (!named && inner.kind !== 'review' && inner.kind !== 'mending' && inner.kind !== 'none')
      return {
        ...inner,
        kind: inner.kind === 'project' || inner.kind === 'identifier' ? 'unknown' : inner.kind,
        phrase: clause,
      }
    if (inner.kind === 'project' || inner.kind === 'identifier' || inner.kind === 'unknown') {
      return { ...inner, phrase: clause, making: true }
    }
  }
  const told = compound || /^\s(?:of|for)\s/.test(tail.slice(head.length))
  const soft =
    (pointing ? /^\s+to\s/.test(tail.slice(head.length)) : told) && !STRICT.test(head) && !MINOR.test(clause)
  return { kind: 'review', phrase: clause, pointing, making: false, ...(soft ? { soft } : {}) }
}
/** Heads that are mail and review business in any company. */
const STRICT =
  /^(?:versions?|revisions?|re-?spins?|spin|iterations?|rounds?|rfc|drafts?|comments?|feedback|reviews?|remarks?|suggestions?|changelog|fix(?:es)?|fixups?|bugs?|issues?|problems?|patch\S*|series|sets?|repl(?:y|ies)|reports?|articles?|papers?|texts?|sections?|paragraphs?|answers?|questions?|solution|commits?|warnings?|errors?|things?|stuff|ways?|ones?|messages?|descriptions?|typos?|bits?|rest|e?mails?|points?|details?|same|nothing|something|anything|everything|options?|examples?|samples?|requests?|pull|logs?|notes?|values?|variables?|flags?|v\d+|plans?|decision|merge|merging|rebas\w+|re\w+ission|resend|follow-?ups?|jobs?|progress|wording|sentence|product|machine|laptop|apps?|applications?|oops|splat|crash|failures?|regressions?|micro\S+|exercise|assignment|weeks?|days?|months?|weekend|environment|setup|hardware|datasheets?|size|tasks?|builds?|reproducer|systems?)$/i
