// What the completions' rows share: when a thread's whole series is meant, where work is when it is in, and what shows
// that only a part is. Data and small judgements only.
import { isWorkTopic } from '../context.ts'
import type { Found } from '../detector.ts'

/** Applied is said of the thread's series; only a series of new work completes anything. */
export function wholeSeries(found: Found): number | null {
  const { message, reply, patch } = found.context
  const text = found.sentence.text
  if (!reply || patch === null || /\bsubset\b/i.test(message.subject)) return null
  if (isPartial(text) || LEFT_OUT.test(found.next) || LEFT_OUT.test(found.previous)) return null
  const { n, m } = patch
  const whole = WHOLE.test(text) || (m === 2 && /\bboth\b/i.test(text))
  if (!isWorkTopic(message.subject))
    return whole && n === 0 ? (MENDING.test(message.subject) ? -2.4 : -0.8) : null
  if (m > 1 && n !== 0 && !whole) return null
  if (m === 1) return bringsFeature(message.subject) && !STABLE.test(text) ? -0.8 : null
  return whole ? 0.8 : n === 0 ? 0.2 : -0.8
}

const WHOLE = /\b(?:(?:whole|entire|full)\s+)?(?:series|set|patch\s?set|lot|all)\b|\bthem\b/i
/** "with the typo in patch 2 fixed": said of the whole. */
const TWEAKED =
  /\bwith\s[^.;]{0,60}\b(?:fixed|tweaked|dropped|corrected|adjusted|amended|edited|tweaks?|changes?|fixups?|fix(?:es)?|edits?)\b[^.;]{0,30}|^(?:(?:with\s+)?(?:the\s+|those\s+|some\s+|a\s+few\s+)?tweak\w*)\s[^;]{0,100}?(?=\bapplied\b)/i
/** Whether the sentence says that only a part is in. */
export const isPartial = (text: string): boolean => PARTIAL.test(text.replace(TWEAKED, ''))

/** Only a part is in. */
export const PARTIAL =
  /\b(?:patch(?:es)?\s+#?\d|first\s+(?:\d+|two|three|four|few|patch)|patches\s+\d|\d+\s*-\s*\d+\s+|partially|some\s+of|part\s+of|except|but\s+not|remaining|rest\s+of|up\s+to\s+(?:patch\s+)?#?\d|subset|cherry|only\s+(?:this|patch)|minus|without\s+patch|most\s+of)\b/i
/** A neighbouring sentence tells that some patches are not in. */
const LEFT_OUT =
  /\b(?:(?:the\s+)?(?:rest|remain(?:ing|der)|others?)\s+(?:of|will|can|need|is|are|has|have|patch|go)|(?:not|n't|didn't|without|except|but|only|dropp?\w*|skipp?\w*|left\s+out|waiting|first)\b[^.;]{0,40}\bpatch(?:es)?\b(?:\s+#?\d)?|patch(?:es)?\s+#?\d[^.;]{0,60}\b(?:not|n't|will|need\w*|still|drop\w*|v\d|go(?:es)?|via)\b|subset|partially|applied\s+(?:patch|\d))/i
/** What a lone patch must bring to be a piece of work by itself; "add labels" is none. */
const FEATURE =
  /\b(?:(?:new|add\w*|introduc\w+|initial)\b.*\bdriver|drivers? (?:for|support)|support|ports?|porting|features?|backend|frontend|implement\w*|introduc\w+|enabl\w+|upstream\w*|rework\w*|rewrite|new|initial|emulation|mode|events?|functionality|interface)\b/i
/** Whether a lone patch's subject, its prefixes left out, tells of a piece of work. */
export function bringsFeature(subject: string): boolean {
  const bare = subject.replace(/^.*\]\s*/, '').replace(/^(?:[\w/.,+-]{1,40}: )+/, '')
  return FEATURE.test(bare) && !MENDING.test(bare)
}

/** Subjects of mending: a series of these completes nothing. */
export const MENDING =
  /\b(?:fix\w*|clean\w*|clean-?ups?|typos?|updates?|remov\w+|drop\w*|convert\w*|replac\w+|revert|maintainers?|tidy\w*|small|minor|misc\w*|various|improve\w*|missing|keep|simplif\w+|use|avoid|constify|warnings?|tests?|doc\w*|spelling|autoload\w*|at probe|ids?|macro|labels?|refactor\w*|switch\w*|rename|move)\b/i
const STABLE = /\bstable\b|\bfixes\b/i

/** The match stands in a clause that tells no fact of its own. */
export const SUBORDINATE =
  /\b(?:after|before|when|until|till|once|if|that|which|because|while|as|since|will|would)\b/i
/** What only would be, or what something else waits for. */
export const CONDITIONAL =
  /\b(?:after|before|when|until|till|once|if|while|would|will|depends?|requires?|needs?|based\s+on|hope|wait\w*)\b/i

/** Where work is when it is in: a tree, a branch, a release. */
export const PLACE = String.raw`(?:(?:linux|xen|qemu|the\s+kernel)(?=\s+since\b)|(?:the\s+)?(?:(?:linux|net|drm\S*|for)?-next|next\b(?!\s+(?:step|week|version|one|patch|cycle|month|merge|few))|mainline|master|upstream|linus(?:'s?|')?\s+tree|(?:official|main|upstream|staging|testing|togreg|\w+-next)\s+(?:tree|branch|repo\w*|kernel)|(?:linux|xen|qemu|kernel|git|version)(?:\s+since)?\s+v?\d+\.\d+\S*|v?\d+\.\d+\S*(?:\s+release)?|\S+\s+release|(?:the|our|his|her|your|their|\w+'s)\s+(?:\S+\s+)?(?:tree|branch|repository|repo)))`

/** The words of the match's own clause before it. */
export function clauseBefore({ sentence, match }: Found): string {
  if (/^[,;:]/.test(match[0])) return ''
  const before = sentence.text.slice(0, match.index)
  return before.slice(1 + Math.max(...[',', ';', ':', '-'].map((mark) => before.lastIndexOf(mark))))
}
