// What the releases' rows share: the frames "I have decided to", "I won't be able to", the words of an offer and of
// somebody who tells how far he got. Data and small judgements only.
import type { Found } from '../detector.ts'
import { SELF } from '../voice.ts'

/** "we have therefore decided internally to", "I'm going to have to": what stands between the author and his verb. */
const HELPERS = String.raw`(?:\s?(?:'ve|'m|'re|'ll|'d)|\s+(?:have|had|has|having|am|are|will|must|should|need|needed|decided|agreed|want|wanted|going|forced|obliged|about|to|internally|sadly|unfortunately|regretfully|officially|now|actually|since|then|therefore|hereby|probably|eventually|finally|basically|sort\s+of|kind\s+of|just|also|already|long\s+ago|long|recently|better|be|rather|quietly|completely|more\s+or\s+less|meanwhile)){0,6}`
/** "I", "we have had to", "I wrote half of it and then". */
export const SELF_HAS = String.raw`${SELF}(?:\s+[^.;:?]{2,60}?\s(?:and|but)(?:\s+(?:I|we))?)?${HELPERS}`

/** "won't be able to", "do not see myself", "am no longer going to", "have no plans to". */
export const WILL_NOT = String.raw`(?:won't|will\s+(?:not|no\s+longer|never)|(?:have\s+)?decided\s+(?:not\s+to|against)|can't|cannot|can\s+not|can\s+no\s+longer|couldn't|could\s+not|do(?:n't|\s+not)\s+(?:plan|intend|want|wish|expect|see\s+(?:myself|us|me)|think\s+(?:I|we)(?:\s?'ll|\s+will|\s+can)(?:\s+ever)?)(?:\s+(?:to|on))?|no\s+longer\s+(?:plan|intend|want|wish|expect|able)(?:\s+to)?|(?:\s?'m|am|\s?'re|are)\s+(?:not|no\s+longer)\s+(?:(?:going|able|planning|willing|in\s+a\s+position)\s+(?:to|on)|currently|actively|really)|(?:am|are|'m|'re)\s+unable\s+to|have\s+no\s+(?:more\s+|further\s+|longer\s+any\s+)?(?:plans?|intentions?|desire)(?:\s+(?:to|of|for|on))?)(?:\s+(?:be|able\s+to|unable\s+to|ever|really|actually|manage\s+to|personally|myself|to))*`

/** The work is offered to others in the same breath. */
export const OFFERS =
  /\b(?:tak(?:e|es|ing)\s+(?:(?:it|this|that|them|the\s+\w+)\s+)?over|may\s+take|pick(?:ing)?\s+(?:(?:it|this|that|them)\s+)?up|hand\s|feel\s+free|(?:some|any)(?:one|body)\s+(?:else|is\s+welcome|with\s)|whoever|(?:is|are|it's)\s+(?:\w+\s+)?free\b|nominate|yours|welcome\s+to|carry\s+on|go\s+(?:ahead|for\s+it)|without\s+me|wait\s+for\s+me|volunteers?|(?:some|any)(?:one|body)\s+(?:younger|new|should|will|can|may)|offered\s+to|please\s+(?:send|post|submit|continue|take|use)|in\s+a\s+hurry|don't\s+mind|fine\s+with\s+(?:some|you|any)|might\s+be\s+interested|over\s+to\s+(?:some|any)|who(?:ever)?\s+(?:has|wants)\s[^.;]{2,40}\s(?:can|may|is\s+free)|(?:who|colleagues?|(?:some|any)(?:one|body)\s+(?:from|in|on)\s+\w+\s+\w+|successor)\s+will\s+(?:continue|take|pick|carry|finish|work))\b/i

/** He tells how far he got, or why no farther: what he offers is his own work. */
export const ADMITS =
  /\b(?:I|we|my|our)\b[^.;]{0,60}\b(?:never|only\s+got|got\s+as\s+far|didn't|did\s+not|haven't|no\s+(?:time|longer)|stopped|gave\s+up|given\s+up|lost|left|was\s+going\s+to|wanted\s+to|planned|won't|will\s+not|can't|cannot|don't|unfinished|started|half|old\s+(?:code|branch|patch\w*|version|driver)|not\s+(?:be|able|going|working|doing)|busy|swamped|moved)\b|\bI\s+was\b\s*[,.]|\bmy\s+(?:contract|internship|job)\s+(?:\S+\s+){0,3}?(?:ended|ends|is\s+over)|\bI(?:'m|\s+am)\s+(?:leaving|moving|out)\b|\bI\s+only\b|\bmy\s+(?:old\s+|unfinished\s+)?(?:code|branch|notes|attempt|draft)\b/i

/** The sentences around the match, its own among them. */
export function around(found: Found): string {
  return `${found.previous} ${found.sentence.text} ${found.next}`
}

/** In a reply about a patch most of what is given up is a line of code; an offer of the work raises it again. */
export function lowerInReview(found: Found): number {
  if (OFFERS.test(`${found.sentence.text} ${found.next}`)) return 0.4
  const { object, context } = found
  if (!context.review) return 0
  return object.kind === 'pronoun' || object.pointing ? -1.4 : -0.5
}

/** A maintainer's role: leaving it releases no work. */
export const ROLE = /\b(?:maintainer\w*|maintainership|role|list|MAINTAINERS|reviewer)\b/

/** What is given away on a list and is no work, and what is only put off. */
export const NO_WORK =
  /\b(?:maintainer\w*|maintainership|moderat\w*|role|chair\w*|committee|minutes|host(?:ing)?|session|slot|seat|room|talk|unsubscrib\w*|subscri\w+|cc|holiday|vacation|today|tonight|tomorrow|this\s+(?:week|evening|afternoon|weekend|discussion|thread|argument|debate)|until|password|account)\b/i

/** A piece of work as a thing: "it", "the SDIO half", "my port". */
export const WORK = String.raw`(?:it|this|that|them|everything|(?:the|my|our|this|that|your|these)\s+(?:[\w"'/-]+\s+){0,4}?(?:work|projects?|tasks?|drivers?|port|porting|items?|entry|topic|features?|implementation|rewrite|rework|conversion|migration|support|code|series|idea|half|rest|remainder|parts?|parser|tool|thing|stuff|backend|frontend|branch|effort|ticket|assignment|packages?|bits))`

/** One's own try at what another does better. */
export const OWN_TRY =
  /^(?:mine|my\s+(?:\w+\s+)?(?:version|attempts?|try|driver|implementation|code|series|port|work))\b/i
/** Another's work goes on in its stead. */
export const INSTEAD =
  /\b(?:yours?|his|hers?|theirs?|posted|in\s+favou?r|instead|better|further|ahead|complete|nicer|already)\b/i
