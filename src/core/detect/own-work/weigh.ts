// Weighs what the author says of his own work: first what only looks so is refused, then its features add up to log-odds.
// In: a match with its chain. Out: its type, its reason, its odds or null. Refuses nothing.
import { ACCEPTED } from '../claim/voice.ts'
import type { Found } from '../detector.ts'
import { EVERYDAY } from '../interest/voice.ts'
import { featuresOf } from './features.ts'
import { type Standing, WISHED } from './stance.ts'
import { WEIGHTS } from './weights.ts'

/** How the author stands to the work; every row of this kind has a chain. */
const standingOf = (found: Found): Standing => found.chain!.standing

/** A wish is interest; so is a plan within an application. */
export function typeOf(found: Found): 'claim' | 'interest' {
  const { stance, verb } = standingOf(found)
  if (WISHED.has(stance) || verb === 'joining') return 'interest'
  // "I'll begin with X": the first of what he has taken.
  const mere = (stance === 'plans' || stance === 'will') && !/^(?:begin|start)/i.test(found.chain!.verb.text)
  return mere && !found.context.posting && found.context.application && !ACCEPTED.test(found.sentence.text)
    ? 'interest'
    : 'claim'
}

/** `claim-own-work-plans`, `interest-own-work-can`; taking over is named by itself, whatever the stance. */
export function reasonOf(found: Found): string {
  const { stance, verb } = standingOf(found)
  return `${typeOf(found)}-own-work-${verb === 'taking' || verb === 'around' ? 'take-on' : stance}`
}

/** Log-odds of all that holds of the statement; null where the words only look like work of one's own. */
export function weigh(found: Found): number | null {
  const standing = standingOf(found)
  if (onlyLooksSo(found, standing)) return null
  const names = featuresOf(found, standing)
  // "How can I start working on it?" asks, whatever speaks for it.
  if (names.includes('mood question') && !WISHED.has(standing.stance)) return null
  let odds = WEIGHTS['base'] ?? 0
  for (const name of names) odds += WEIGHTS[name] ?? 0
  return odds
}

/** Suggestions, thoughts about everybody's work, signs of life, readers' promises, one's own set-up, faults. */
function onlyLooksSo(found: Found, standing: Standing): boolean {
  const { stance, verb, suggests } = standing
  const { context, match, chain, object, sentence } = found
  const after = rest(found).replace(/^\s*at\s+some\s+point\b/i, '')
  if (suggests || isEverybodys(found, standing) || EVERYDAY.test(after)) return true
  if (/\bstill\b/i.test(match[0]) && !WISHED.has(stance)) return true
  if (STARTED_WITH.test(match[0]) && (context.posting || context.review)) return true
  // "I promised to look into arm64 support": a promise; "I'll look into the driver" is a reader's.
  if (
    /\blook(?:ing)?\s+(?:at|into)$/i.test(match[0]) &&
    stance !== 'begun' &&
    (stance !== 'plans' || context.review)
  )
    return true
  if (stance === 'does' && !SPEAKER.test(match[0]) && GERUND_IS.test(rest(found))) return true
  if (verb === 'nominal' && WISHED.has(stance) && !/^do/i.test(chain!.verb.text)) return true
  // "I wrote a driver": told as done, which is a sign of life at most.
  if (stance === 'tells' && verb !== 'taking' && FINISHED.test(chain!.verb.text)) return true
  // What is wished of the patches under review is theirs: "I want to enable it on arm64", "to get this merged".
  if (WISHED.has(stance) && verb !== 'working' && (context.posting || (verb === 'around' && context.review)))
    return true
  // "I decided to submit it first" tells of the posting; "write 1 to the register" is no work.
  if (context.posting && verb === 'sending' && /\bdecided\b/i.test(match[0])) return true
  if (/^\d+\s/.test(object.phrase)) return true
  // "Noticed while we were working on X": where it was seen, not what is done.
  if (standing.past && /\bwhile\s*$/i.test(lead(found))) return true
  // A maintainer picks up patches; ideas and questions are brought up; "get that merged" is about the patch.
  if (/\bpick\w*\s+up$/i.test(match[0]) && PATCHES.test(object.phrase)) return true
  if (/\bbring(?:ing)?\s+up$/i.test(match[0]) && TALKED_OF.test(object.phrase)) return true
  if (verb === 'around' && object.pointing && /\b(?:merged|accepted|mainlined)$/i.test(match[0])) return true
  // What somebody with a fault is to try mends it.
  if (context.faultTopic && TO_TRY.test(sentence.text)) return true
  // "I considered a trigger, but": weighed, and laid aside.
  if (stance === 'weighs' && (context.review || context.posting) && LAID_ASIDE.test(match[0])) return true
  // "I think upstream work is great", "all I can think of is to port it": an opinion.
  if (stance === 'weighs' && /\bthink(?:\s+(?!about|of|I|we|to|that)|\s+of\s+is\b)/i.test(match[0]))
    return true
  if (/\bmicro-?projects?\b/i.test(sentence.text)) return true
  return (
    MINUTES.test(lead(found)) || isOwnSetup(found) || FAULTS.test(object.phrase) || DOUBTED.test(lead(found))
  )
}
const PATCHES = /^(?:\w+\s+){0,2}?(?:patch(?:es|set)?|series|fix(?:es)?|set)\b/i
const TALKED_OF =
  /^(?:\w+\s+){0,4}?(?:ideas?|questions?|topics?|issues?|points?|subjects?|matters?|concerns?)\b/i
const TO_TRY = /\b(?:you|people|somebody|someone)\s+(?:can|could|may|might|to)\s+(?:then\s+)?(?:test|try)\b/i
const LAID_ASIDE = /\b(?:I|we)\s+(?:\w+ly\s+|also\s+)?(?:considered|contemplated|pondered)\b/i
const FINISHED = /^(?:\w+ed|wrote|written|rewrote|rewritten|built|made|sent|took|taken|done|chose)\b/i
const STARTED_WITH = /\b(?:start(?:ed|ing)?|begun|beginning)\s+(?:with|on)$/i

/** What a user builds for himself: guests, disks, a lab. Only the head counts: "a tracer for guests" is work. */
const OWN_SETUP =
  /\b(?:guests?|vms?|virtual\s+machines?|dom[0u]s?|hosts?|servers?|disks?|volumes?|images?|cluster|lab|box|laptop|desktop|machines?|farm|network|bridge|backups?|firmware|kernels?|distro|web\s?(?:shop|site)|house|robot|boards?|pc|phone|system|environment|account|list|company|product|office)$/i
/** "We'll introduce ordering bugs": nobody's plan. */
const FAULTS =
  /^(?:\S+\s+){0,3}(?:bugs?|issues?|problems?|races?|warnings?|errors?|regressions?|overhead|complexity)(?=\s*$|\s+(?:in|of|as|with|for|when|that|on|by|from)\b)/i
const DOUBTED =
  /\b(?:when|whenever|whether|before|than|in\s+need\s+of|(?:un)?likely(?:\s+that)?|(?:risk|danger|chance|odds)\s+(?:that|of))\s*$/i
/** "George: we want to …": minutes tell what others said. */
const MINUTES = /(?:^|[.;]\s+)[A-Z]\w+:\s*$/

/** The sentence up to the match. */
function lead(found: Found): string {
  return found.sentence.text.slice(0, found.match.index)
}
/** What one writes that is no software. */
const WRITINGS = /\b(?:books?|essay|blog|talk|survey|report|letter|article|paper|novel|e?-?mails?)$/i
/** What the author makes is for himself, by its head. */
function isOwnSetup(found: Found): boolean {
  if (found.context.review) return false
  const head = found.object.phrase.split(HEAD_END)[0]!
  return (
    (WRITINGS.test(head) && found.object.kind !== 'project') ||
    (!SOFTWARE.test(found.match[0]) && OWN_SETUP.test(head))
  )
}
const SOFTWARE = /\b(?:implement|develop|writ|wrote|cod|design|prototyp|upstream)\w*$/i
const HEAD_END =
  /\s(?:of|for|to|in|on|with|from|that|which|using|based|and|by|at|about|under|inside|running)\b/i

/** "We could add that", "we need to start", a reviewer's "we want": a thought about everybody's work. */
function isEverybodys(found: Found, { stance }: Standing): boolean {
  if (!/^we\b/i.test(found.chain?.subject ?? found.match[0])) return false
  if (stance === 'can' || /\b(?:need|should|must|ought|have\s+to|had\s+to)\b/i.test(found.match[0]))
    return true
  return (found.context.review || found.context.faultTopic) && WISHED.has(stance)
}

/** "Writing such a helper is simpler": told of the act, not of who does it. */
const GERUND_IS =
  /^[^.;]{2,80}\s(?:is|are|was|were|would|can|could|will|makes?|requires?|needs?|seems?|looks?|sounds?|isn't|takes?|took|costs?|means?|gives?|helps?|involves?|depends?|turns?|starts?|ends?)\s/i
const SPEAKER = /\b(?:I|we|my|our|me|myself)\b/i

function rest(found: Found): string {
  return found.sentence.text.slice(found.match.index + found.match[0].length)
}
