// Weighs what the author says of his own work: stance, verb, object and the mail around it as log-odds.
// In: a match of one of the chains of `stance.ts`. Out: its type, its reason, its odds or null. Refuses nothing.
import { ACCEPTED, otherPart, reviewLowers, topicIsMeant } from '../claim/voice.ts'
import type { Found } from '../detector.ts'
import { EVERYDAY, programmeOnly } from '../interest/voice.ts'
import { readMoods } from '../mood.ts'
import { readStance, type Stance, type Standing } from './stance.ts'
import type { VerbKind } from './verbs.ts'

/** Log-odds of a stance, its object being a named project. */
const STANCE: Readonly<Record<Stance, number>> = {
  does: 1.3,
  begun: 1.2,
  plans: 0.8,
  will: 0.6,
  tries: 0.4,
  wants: 0.9,
  willing: 0.5,
  weighs: 0.7,
  can: 0,
  tells: -0.4,
}
/** Log-odds of the kind of verb: "develop" tells more than "add", "send" less. */
const VERB: Readonly<Record<VerbKind, number>> = {
  working: 0.2,
  making: -0.4,
  sending: -0.7,
  around: 0,
  taking: -0.1,
  joining: 0,
  nominal: 0,
}
const WISHED: ReadonlySet<Stance> = new Set(['wants', 'willing', 'weighs', 'can'])
/** Work that comes on top of what is under review, not into its next version. */
export const APART =
  /\bfollow(?:ing)?[- ]?ups?\b|\bseparate(?:ly)?\b|\banother\s+(?:\w+\s+)?(?:patch(?:set)?|series|driver|chip|part|device)\b|\blater\b|\bonce\s+(?:this|these|it|that|the)\b|\bafter\s+(?:this|these|that)\b|\bon\s+top\b|\bin\s+(?:the\s+)?(?:near\s+)?future\b|\bwhen\s+this\s+(?:one\s+)?(?:is|lands|gets)\b|\bin\s+parallel\b|\beventually\b|\bnext\s+(?:cycle|release|merge|kernel)\b|\bafterwards\b|\bsubsequent\b|\bnew\s+driver\b|\b(?:other|sibling|successor|similar)\s+(?:\S+\s+)?(?:driver|chip|part|device|sensor|family)/i

/** How the author stands to the work; every row of this kind has a chain. */
const standingOf = (found: Found): Standing => readStance(found.chain!)

/** A wish is interest; so is a plan within an application. */
export function typeOf(found: Found): 'claim' | 'interest' {
  const { stance, verb } = standingOf(found)
  if (WISHED.has(stance) || verb === 'joining') return 'interest'
  const mere = stance === 'plans' || stance === 'will'
  return mere && !found.context.posting && found.context.application && !ACCEPTED.test(found.sentence.text)
    ? 'interest'
    : 'claim'
}

/** `claim-own-work-plans`, `interest-own-work-can`; taking over is named by itself, whatever the stance. */
export function reasonOf(found: Found): string {
  const { stance, verb } = standingOf(found)
  return `${typeOf(found)}-own-work-${verb === 'taking' || verb === 'around' ? 'take-on' : stance}`
}

/** Log-odds from stance, verb, object and mail; null where the words only look like work of one's own. */
export function weigh(found: Found): number | null {
  const standing = standingOf(found)
  const { stance, verb } = standing
  if (onlyLooksSo(found, standing)) return null
  let odds = STANCE[stance] + VERB[verb] + byObject(found, standing) + byMail(found, standing)
  if (!WISHED.has(stance) && isConditional(found)) odds -= 1.8
  if (/\b(?:attempted|tried)\b/i.test(found.match[0])) odds -= 2
  if (standing.past) {
    if (found.context.reply && !WISHED.has(stance)) return null
    odds -= stance === 'weighs' || stance === 'wants' ? 0.4 : 1.4
  }
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
  if (/\blook(?:ing)?\s+(?:at|into)$/i.test(match[0]) && (stance !== 'plans' || context.review)) return true
  if (stance === 'does' && !SPEAKER.test(match[0]) && GERUND_IS.test(rest(found))) return true
  if (verb === 'nominal' && WISHED.has(stance) && !/^do/i.test(chain!.verb.text)) return true
  if (/\bmicro-?projects?\b/i.test(sentence.text)) return true
  return isOwnSetup(found) || FAULTS.test(object.phrase) || DOUBTED.test(lead(found))
}
const STARTED_WITH = /\b(?:start(?:ed|ing)?|begun|beginning)\s+(?:with|on)$/i

/** What a user builds for himself: guests, disks, a lab. Only the head counts: "a tracer for guests" is work. */
const OWN_SETUP =
  /\b(?:guests?|vms?|virtual\s+machines?|dom[0u]s?|hosts?|servers?|disks?|volumes?|images?|cluster|lab|box|laptop|desktop|machines?|farm|network|bridge|backups?|firmware|kernels?|distro|web\s?(?:shop|site)|house|robot|boards?|pc|phone|system|environment|account|list|company|product|office)$/i
/** "We'll introduce ordering bugs": nobody's plan. */
const FAULTS =
  /^(?:\S+\s+){0,3}(?:bugs?|issues?|problems?|races?|warnings?|errors?|regressions?|overhead|complexity)(?=\s*$|\s+(?:in|of|as|with|for|when|that|on|by|from)\b)/i
const DOUBTED =
  /\b(?:when|whenever|than|(?:un)?likely(?:\s+that)?|(?:risk|danger|chance|odds)\s+(?:that|of))\s*$/i

/** The sentence up to the match. */
function lead(found: Found): string {
  return found.sentence.text.slice(0, found.match.index)
}
/** What one writes that is no software. */
const WRITINGS = /\b(?:books?|essay|blog|talk|survey|report|letter|article|paper|novel|e?-?mails?)$/i
/** What the author makes is for himself, by its head. */
export function isOwnSetup(found: Found): boolean {
  if (found.context.review) return false
  const head = found.object.phrase.split(HEAD_END)[0]!
  return WRITINGS.test(head) || (!SOFTWARE.test(found.match[0]) && OWN_SETUP.test(head))
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

function isConditional({ sentence, match }: Found): boolean {
  if (!/\b(?:if|unless|provided|assuming|suppose|case|otherwise|would|depending|long)\b/i.test(sentence.text))
    return false
  return readMoods(sentence.text, match.index, match[0].length).has('condition')
}

/** A weak verb needs a named thing; wishes and plans less so than plain words. */
function byObject(found: Found, { stance, verb }: Standing): number {
  const { kind } = found.object
  if (verb === 'joining') return programmeOnly(found) - (kind === 'project' ? 0 : 1)
  let odds = programmeOnly(found)
  if (verb === 'sending' && /^an?\s+patch\b/i.test(found.object.phrase)) odds -= 0.7
  const weak = verb === 'making' || verb === 'sending'
  if (kind === 'unknown' && verb === 'nominal') odds += 0.8
  else if (kind === 'unknown') {
    const { reply, review, posting, faultTopic } = found.context
    const fresh = !reply && !review && !posting && !faultTopic
    if (weak) odds -= fresh && verb === 'making' ? (stance === 'does' || stance === 'begun' ? 0.1 : 0.4) : 1.4
    else if (verb === 'taking' || verb === 'around') odds -= 0.8
    if (tellsOfWork(found, stance)) odds += reply ? 2.6 : 1.6
    if (stance !== 'does' && stance !== 'begun' && !(fresh && verb === 'working' && !WISHED.has(stance)))
      odds -= 0.5
  }
  const toCome = stance === 'will' || stance === 'plans'
  if ((kind === 'review' || kind === 'vague') && toCome && !found.object.soft && tellsOfWork(found, stance))
    odds += 3.8
  if (kind === 'identifier' && verb !== 'working')
    odds -= !weak ? 0.8 : /\bsupport\w*$/i.test(found.match[0]) ? 0.4 : 2
  if (kind === 'pronoun')
    odds +=
      topicIsMeant(found) + (verb === 'making' || verb === 'sending' ? -0.8 : verb === 'working' ? 0.6 : 0.8)
  return odds
}

/** In plain mail a verb that nobody uses of mail and review business tells of work, whatever its object is called. */
function tellsOfWork({ context, match, object }: Found, stance: Stance): boolean {
  if (stance === 'tells' || context.review || context.posting || context.faultTopic) return false
  const toCome = stance === 'will' || stance === 'plans'
  if (!TELLING.test(match[0]) && !(toCome && /\bwrit(?:e|ing)$/i.test(match[0]))) return false
  return LONG_ENOUGH.test(object.phrase) && !BUSINESS.test(object.phrase)
}
const TELLING =
  /\b(?:implement|develop|port|rewrit|rewrote|convert|draft|rework|refactor|redesign|overhaul|upstream|mainlin|prototyp|packag|migrat|extend|restructur|unify|modernis|moderniz|reimplement|contribut)\w*$/i
const BUSINESS =
  /^(?:\S+\s+){0,4}?(?:v\d+|patch\w*|series|versions?|revisions?|mails?|e-?mails?|repl(?:y|ies)|answers?|comments?|reviews?|summary|minutes|reports?|proposals?|messages?|threads?|questions?|fix\w*|changelog|commits?|notes?|letters?|tickets?|issues?|bugs?|agenda|cv|essay|posts?|blog|articles?|deadlines?|discussion|tests?)\b/i
const LONG_ENOUGH = /^\S+\s+\S+/

/** In a reply about a patch most work told of is the patch's; what stands apart from it is told so. */
function byMail(found: Found, { stance, verb }: Standing): number {
  const { posting, reply, faultTopic } = found.context
  const review = found.context.review || /\bPULL\b/.test(found.context.message.subject)
  const strong = verb === 'working' && stance !== 'can'
  const surely = strong && (stance === 'does' || stance === 'begun')
  let odds = reviewLowers(found)
  if (review || posting) {
    const apart =
      APART.test(found.sentence.text) ||
      (otherPart(found) && (strong || (found.object.kind === 'project' && !/\bcan\b/i.test(found.match[0]))))
    const fresh = NEW_THING.test(found.object.phrase.split(HEAD_END)[0]!)
    if (apart) odds += verb === 'making' ? -0.4 : 0.6
    else odds -= surely ? 0.2 : strong ? (fresh ? 0.4 : 1.4) : fresh ? 1 : 2
    if (/\b(?:helpers?|wrappers?|clean-?ups?)\b/i.test(found.object.phrase)) odds -= 1
  } else if (faultTopic && reply) odds -= WISHED.has(stance) ? 2 : 1
  if (stance === 'tells') odds -= reply || review || posting ? 3 : 0
  if (typeOf(found) === 'interest' && found.context.application) odds += 0.6
  return odds
}

/** "Writing such a helper is simpler": told of the act, not of who does it. */
const GERUND_IS =
  /^[^.;]{2,80}\s(?:is|are|was|were|would|can|could|will|makes?|requires?|needs?|seems?|looks?|sounds?|isn't|takes?|took|costs?|means?|gives?|helps?|involves?|depends?|turns?|starts?|ends?)\s/i
const SPEAKER = /\b(?:I|we|my|our|me|myself)\b/i

/** "Such a driver", "an extension of …": not the thing under review, which has its article. */
const NEW_THING =
  /^(?:such\s+)?(?:an?|another|my|our)\s+(?:[\w/-]+\s+){0,4}(?:drivers?|port|tool|backend|frontend|framework|library|subsystem|extension|emulator|daemon)$/i

function rest(found: Found): string {
  return found.sentence.text.slice(found.match.index + found.match[0].length)
}
