// What is weighed of a statement of one's own work: stance, verb, object, mood and mail, as names that hold or do not.
// In: a match with its chain. Out: the names. Refuses nothing; `weights.ts` says what each is worth.
import { ACCEPTED, otherPart, topicIsMeant } from '../claim/voice.ts'
import type { Found } from '../detector.ts'
import { programmeOnly } from '../interest/voice.ts'
import { readMoods } from '../mood.ts'
import { type Standing, WISHED } from './stance.ts'

/** Work that comes on top of what is under review, not into its next version. */
const APART =
  /\bfollow(?:ing)?[- ]?ups?\b|\bseparate(?:ly)?\b|\banother\s+(?:\w+\s+)?(?:patch(?:set)?|series|driver|chip|part|device)\b|\blater\b|\bonce\s+(?:this|these|it|that|the)\b|\bafter\s+(?:this|these|that)\b|\bon\s+top\b|\bin\s+(?:the\s+)?(?:near\s+)?future\b|\bwhen\s+this\s+(?:one\s+)?(?:is|lands|gets)\b|\bin\s+parallel\b|\beventually\b|\bnext\s+(?:cycle|release|merge|kernel)\b|\bafterwards\b|\bsubsequent\b|\bnew\s+driver\b|\b(?:other|sibling|successor|similar)\s+(?:\S+\s+)?(?:driver|chip|part|device|sensor|family)/i
/** Verbs that nobody uses of mail and review business. */
const TELLING =
  /\b(?:implement|develop|port|rewrit|rewrote|convert|draft|rework|refactor|redesign|overhaul|upstream|mainlin|prototyp|packag|migrat|restructur|unify|modernis|moderniz|reimplement)\w*$/i
const WRITING = /\bwr(?:it|ot)\w*$/i
const ADDING = /\b(?:add|support|enabl|introduc|creat)\w*$/i
const BUSINESS =
  /^\d+\s|^(?:\S+\s+){0,4}?(?:v\d+|patch\w*|series|versions?|revisions?|mails?|e-?mails?|repl(?:y|ies)|answers?|comments?|reviews?|summary|minutes|reports?|proposals?|messages?|threads?|questions?|fix\w*|changelog|commits?|notes?|letters?|tickets?|issues?|bugs?|agenda|cv|essay|posts?|blog|articles?|deadlines?|discussion|tests?|headway|progress|sense|sure|decisions?|checks?)\b/i
/** "A driver", "such a tool", "support for": not the thing under review, which has its article. */
const NEW_THING =
  /^(?:such\s+)?(?:an?|another|my|our|new)\s+(?:[\w/-]+\s+){0,4}(?:drivers?|port|tool|backend|frontend|framework|library|subsystem|extension|emulator|daemon|module|plugin|parser|implementation)\b/i
const SUPPORT = /\b(?:support|port(?:ing)?|implementation|drivers?)\b/i
const HEDGE = /\b(?:maybe|perhaps|might|possibly|probably|hopefully|eventually|someday|some\s+day)\b/i
/** "The driver", "this one to …": what the patch is about. */
const REVIEWED = /^(?:the|this|that|these|those)\s+\w+(?:\s+(?:to|so|and|like|accordingly|with|again)\b|$)/i
/** "I wanted to", "we decided to": told as a story. */
const NARRATED =
  /\b(?:I|we)\s+(?:\w+ly\s+|also\s+|then\s+|just\s+)?(?:wanted|planned|decided|tried|thought|hoped|looked|attempted|managed|chose|considered|contemplated)\b|\b(?:'ve|have)\s+(?:\w+ly\s+)?(?:tried|attempted)\b/i
/** "… next", "keep sending patches": beyond what is posted. */
const GOES_ON = /\b(?:next|continu\w+|keep|further|remaining|rest)\b/i
/** "The project I applied for": an account of how one came here. */
const ORIGINALLY = /\b(?:originally|initially|at\s+first|back\s+then|used\s+to)\b/i
const DECIDED = /\b(?:decided|chosen|chose|asked|agreed|offered)\b/i
const MENTORING = /\b(?:mentor(?:s|ing|ship)?|co-mentors?|maintenance|maintainership)\b/i
/** "I could successfully build", "was able to add". */
const DONE = /\b(?:successfully|finally|managed\s+to|(?:was|were)\s+able\s+to)\b/i
/** "Started … some weeks ago" is no history. */
const LATELY = /\b(?:days?|weeks?|months?)\s+(?:ago|back)\b/i
/** A clause that goes with an applicant's account of himself. */
const BIOGRAPHY =
  /\b(?:student|university|degree|semester|years?\s+of\s+experience|experience\s+(?:with|in)|in\s+the\s+past|my\s+(?:job|company|thesis|studies|background))\b/i

/** The names of all that holds. */
export function featuresOf(found: Found, standing: Standing): string[] {
  const { stance, verb, past, suggests } = standing
  const { detector, object, context, sentence, match } = found
  const names = [detector.reason, `stance ${stance}`, `verb ${verb}`, `object ${object.kind}`]
  const when = (name: string, holds: boolean): void => {
    if (holds) names.push(name)
  }
  const mail = context.posting ? 'posting' : context.review ? 'review' : context.reply ? 'reply' : 'fresh'
  names.push(`mail ${mail}`)
  const busy = stance === 'does' || stance === 'begun'
  const wished = WISHED.has(stance)
  const group = busy ? 'busy' : wished ? 'wished' : stance === 'tells' ? 'told' : 'to come'
  names.push(`${group} in ${mail}`)
  when(`${stance} in ${mail}`, stance === 'plans' || stance === 'will')
  when('goes on', (context.posting || context.review) && GOES_ON.test(sentence.text))
  when('at first', ORIGINALLY.test(sentence.text))
  const named = object.kind === 'project' || object.kind === 'identifier'
  when(`named in ${mail}`, named)
  when(`unknown in ${mail}`, object.kind === 'unknown')
  names.push(`${group} ${verb}`)
  when(`${group} ${verb} named`, named)
  when(`${verb} unknown`, object.kind === 'unknown')
  when(`${verb} identifier`, object.kind === 'identifier')
  when('making gerund', object.making)
  when('points', object.pointing && object.kind !== 'pronoun')
  when('soft object', object.soft === true)
  when('topic is meant', topicIsMeant(found))
  when('other part', otherPart(found))
  when('application', context.application)
  when('wished in application', wished && context.application)
  when('busy in application', busy && context.application)
  when('accepted', ACCEPTED.test(sentence.text))
  when('fault topic', context.faultTopic)
  when('apart', APART.test(sentence.text))
  when('telling verb', TELLING.test(match[0]))
  when('writing', WRITING.test(match[0]))
  when('adding', ADDING.test(match[0]))
  when('business', BUSINESS.test(object.phrase))
  when('a patch', /^an?\s+(?:\w+\s+)?patch\b/i.test(object.phrase))
  when('new thing', NEW_THING.test(object.phrase))
  when('support', SUPPORT.test(object.phrase.slice(0, 60)))
  when('programme only', programmeOnly(found) < 0)
  when('past', past)
  when('suggests', suggests)
  when('the reviewed', context.review && REVIEWED.test(object.phrase))
  when('pull request', /\bPULL\b/.test(context.message.subject))
  when('decided', DECIDED.test(match[0]))
  when('narrated', NARRATED.test(match[0]))
  when('mentoring', MENTORING.test(sentence.text))
  when('done already', DONE.test(match[0]))
  when('we', /^(?:we|our)\b/i.test(found.chain?.subject ?? match[0]))
  when('no speaker', !/\b(?:I|we|my|our|me|myself)\b/i.test(match[0]))
  when('hedge', HEDGE.test(sentence.text))
  when('biography', BIOGRAPHY.test(sentence.text))
  when('short object', object.phrase.split(' ').length < 3)
  when('long sentence', sentence.text.length > 260)
  for (const mood of readMoods(sentence.text, match.index, match[0].length))
    if (mood !== 'past' || stance !== 'begun' || !LATELY.test(sentence.text)) names.push(`mood ${mood}`)
  return names
}
