// How an author stands to a piece of work: he does it, has begun, plans it, wants it, thinks of it, could do it.
// In: a chain. Out: the stance, its verb's kind, and whether it is told of the past. Refuses nothing; what is none of
// these is `tells`.
import type { Chain } from './chain.ts'
import type { VerbKind } from './verbs.ts'

export type Stance =
  | 'does'
  | 'begun'
  | 'plans'
  | 'will'
  | 'tries'
  | 'wants'
  | 'willing'
  | 'weighs'
  | 'can'
  | 'tells'

export interface Standing {
  readonly stance: Stance
  readonly verb: VerbKind
  /** Told of the past: "had planned", "was going to", "wanted to". */
  readonly past: boolean
  /** "I would …", "I should …" and no wish behind it: a suggestion. */
  readonly suggests: boolean
}

/** Stances of one who has nothing in hand yet: what he says is interest. */
export const WISHED: ReadonlySet<Stance> = new Set(['wants', 'willing', 'weighs', 'can'])
const PAST = /'d\s+(?:\S+\s+)?(?:planned|started|begun|hoped)\b/i

/** A chain, and what it says of its author. */
export interface ToldWork extends Chain {
  readonly standing: Standing
}

/** Reads the stance off the links. */
export function readStance(chain: Chain): Standing {
  const { roles, verb, text } = chain
  const stance = stanceOf(chain)
  return {
    stance,
    verb: verb.kind,
    past: roles.has('past') || PAST.test(text),
    suggests: (roles.has('would') || roles.has('should')) && (stance === 'can' || !WISHED.has(stance)),
  }
}

function stanceOf({ roles, verb, text }: Chain): Stance {
  if (roles.has('wants')) return 'wants'
  if (roles.has('willing')) return 'willing'
  if (roles.has('weighs')) return 'weighs'
  if (roles.has('can')) return roles.has('time') ? 'willing' : 'can'
  if (roles.has('plans')) return 'plans'
  if (roles.has('will')) return 'will'
  if (roles.has('begun')) return 'begun'
  if (roles.has('tries')) return 'tries'
  // "I've picked up the timer support where Bobby left it": taken, so begun.
  if (verb.kind === 'taking' && TAKEN.test(verb.text)) return 'begun'
  const ing = GERUND.test(verb.text)
  if (ing && (roles.has('be') || roles.has('past') || !SPEAKER.test(text) || SENT.test(text))) return 'does'
  // "I've started with it": the verb itself says that it has begun.
  return roles.has('have') && /^(?:start|beg[iu]n)/i.test(verb.text) ? 'begun' : 'tells'
}
const TAKEN = /^(?:took|taken|picked|adopted|revived|resurrected|tackled|continued|claimed)\b/i
const GERUND = /^(?!bring\b)\S*ing\b/i
/** A chain without a speaker: "Currently working on …". */
const SPEAKER = /\b(?:i|we|my|our|myself)\b/i
/** "We have an intern writing …". */
const SENT =
  /\bhave\s.*\b(?:some(?:one|body)|people|students?|colleagues?|engineers?|interns?|developers?|team|group)\b/i
