// Declines: the work is not wanted, there is one already, nobody was chosen, no place is left. Judging one patch is none.
import { isWorkTopic } from '../context.ts'
import type { Detector, Found } from '../detector.ts'

/** Work as one would begin it, not a line of code. */
const WORK =
  /\b(?:project|gsoc|outreachy|driver|task|feature|support|bindings?|idea|port|internship|backend|frontend|architecture|rewrite|tool|shim|language|framework|implementation|subsystem|hardware|chip|scripts?|proposal|format|interface|daemon|library)\b/i

/** In answers that are about no patch and no fault, and speak of such work. */
function ofWork(found: Found): number | null {
  const { review, posting, faultTopic, reply, application, message } = found.context
  if (review || posting || faultTopic || /\?\s*$/.test(found.sentence.text)) return null
  if (application) return 0.6
  if (!reply) return null
  return WORK.test(found.sentence.text) || isWorkTopic(message.subject) ? 0 : -0.8
}

/** What only a programme or its like says. */
function ofPlaces(found: Found): number | null {
  const { review, posting, faultTopic, application } = found.context
  return review || posting || faultTopic || /\?\s*$/.test(found.sentence.text) ? null : application ? 0.6 : 0
}

/** The rows of this kind; order means nothing. */
export const unwantedDetectors: readonly Detector[] = [
  {
    reason: 'decline-no-use-for-it',
    cues: ['need', 'use', 'want', 'interest', 'appetite', 'upside', 'demand'],
    type: 'decline',
    weight: 0.6,
    pattern:
      /\b(?:(?:have|see|is|'s|'ve|there's|so|has)\s+(?:really\s+)?(?:no|little)\s+(?:real\s+)?(?:use|need|appetite|demand|upside|interest)\s+(?:for|in|to\s+have)\s+(?:an?(?:other)?|yet\s+another|such|this|that|one\s+more|any\s+more|it|me|us)\b|(?:don't|do\s+not|doesn't)\s+(?:really\s+|think\s+we\s+)?(?:want|need)\s+(?:another|yet\s+another|one\s+more|a\s+(?:second|third)|any\s+more|more)\s+)/i,
    object: 'thread',
    allows: ['negation'],
    weigh: ofWork,
  },
  {
    reason: 'decline-will-not-take',
    cues: [
      'consider',
      'considered',
      'accept',
      'accepted',
      'rejected',
      'nak',
      'nack',
      'support',
      'supporting',
      'question',
      'taking',
      'new',
      'refuse',
    ],
    type: 'decline',
    weight: 0.5,
    pattern:
      /\b(?:(?:won't|will\s+not|wouldn't|isn't\s+something|not\s+something|not\s+going\s+to)\s+(?:\S+\s+){0,4}?(?:be\s+)?(?:consider(?:ed)?|accept(?:ed)?|take\s+(?:on\s+)?(?:any\s+)?new|entertain(?:ed)?)\b|(?:I'd|I\s+would|I'll|I\s+will|will\s+be|would\s+be)\s+(?:have\s+to\s+)?(?:nac?k(?:ed)?|reject(?:ed)?)\s+(?:any|such|that|every)\b|(?:we've|we\s+have|has\s+been|was|been)\s+(?:already\s+)?rejected\s+(?:\S+\s+)?(?:twice|before|several|many|years|every|in\s+the\s+past|three)\b|(?:is|are)\s+out\s+of\s+the\s+question\b|(?:(?:are|'re)\s+(?:deliberately\s+|intentionally\s+)not|have\s+decided\s+not\s+to|decided\s+against)\s+(?:support|add|implement|do|offer)(?:ing)?\b)/i,
    object: 'thread',
    allows: ['negation', 'past', 'condition'],
    weigh: ofWork,
  },
  {
    reason: 'decline-exists-already',
    cues: ['already', 'existing', 'exists', 'generic', 'duplicate', 'covered', 'covers', 'another'],
    type: 'decline',
    weight: 0.5,
    pattern:
      /\b(?:(?:there(?:'s|\s+is|\s+are)|we(?:'ve|\s+have)(?:\s+got)?)\s+(?:already\s+)?(?:an?|one|such\s+an?|drivers?|support)\s+(?:\S+\s+){0,4}?(?:for\s+(?:this|that|it)\s+)?already\b(?=[^.]{0,80}\b(?:no\s+need|see|so|use|instead|another|please)\b)|(?:such\s+an?|this|that|the)\s+(?:\S+\s+)?(?:driver|tool|feature|project|support|port|idea|implementation)\s+(?:already\s+exists|exists\s+(?:already|since)|was\s+(?:already\s+)?(?:implemented|done|finished|completed)\s+(?:by|last|in)|is\s+(?:already\s+)?(?:covered|implemented|done|supported)\s+(?:by|since|in)|has\s+(?:already\s+)?been\s+(?:implemented|done|finished)\s+(?:by|last|in))\b|existing\s+(?:\S+\s+){1,5}?(?:covers|handles|supports|does)\s+(?:it|this|that|all)\b|can\s+be\s+(?:had|done|covered|handled)\s+(?:with|by)\s+the\s+(?:existing|generic)\s|[Uu]se\s+the\s+(?:existing|generic)\s+[^.;]{2,50}\s+(?:instead\s+of|rather\s+than)\s+(?:writing|adding|creating))/,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: ofWork,
  },
  {
    reason: 'decline-no-place-left',
    cues: [
      'position',
      'positions',
      'applications',
      'slot',
      'slots',
      'staffed',
      'selected',
      'selection',
      'candidate',
      'students',
      'proposal',
      'proposals',
      'mentor',
      'rejected',
      'declined',
      'turn',
      'regret',
      'internship',
      'place',
    ],
    type: 'decline',
    weight: 0.9,
    pattern:
      /\b(?:positions?\s+(?:is\s+|are\s+|has\s+been\s+|have\s+been\s+)?(?:already\s+)?filled|applications?\s+(?:are|is)\s+(?:now\s+|already\s+)?closed|(?:n't|no|not\s+be)\s+(?:be\s+)?(?:an?y?\s+)?(?:second|third|more|further|additional|other|free|a)\s*(?:\w+\s+)?(?:slots?|positions?|places?|internships?)\b|(?:wasn't|weren't|not|n't)\s+(?:be\s+|been\s+|make\s+it\s+)?(?:among|amongst|one\s+of|into)\s+(?:the\s+)?(?:\w+\s+)?(?:selected|accepted|chosen|selection)\b|(?:have|had|going|forced)\s+to\s+(?:turn\s+you\s+down|(?:decline|reject)\s+your\s+(?:proposal|application))|(?:proposal|application)\s+(?:for\s+[^.;]{2,50}\s+)?(?:was|has\s+been|is|could)(?:n't|\s+not)?\s+(?:be\s+)?(?:not\s+)?(?:rejected|declined|turned\s+down|selected\s+this|accepted\s+this)|(?:fully|already)\s+staffed|(?:more\s+than\s+)?enough\s+(?:people|students?|applicants?|candidates?|contributors?|volunteers?)\s+(?:on|for|working)|no\s+mentor,?\s+no\s+project|only\s+(?:students|residents|enrolled\s+\w+)\s+can\s+(?:take\s+part|apply|participate)|(?:internship|programme|program|project)\s+is\s+(?:restricted|limited|only\s+open|reserved)\s+(?:to|for)\s)/i,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) =>
      /\b(?:n't|not|no)\b/i.test(found.match[0]) ||
      !/\bselected\s+this|accepted\s+this\b/i.test(found.match[0])
        ? ofPlaces(found)
        : null,
  },
  {
    reason: 'decline-not-this-year',
    cues: ['gsoc', 'outreachy', 'programs', 'programmes', 'summer', 'program', 'programme', 'round', 'year'],
    type: 'decline',
    weight: 0.9,
    pattern:
      /\b(?:(?:GSoC|Outreachy)\s+(?:isn't|is\s+not|won't\s+be|will\s+not\s+be|wasn't)\s+(?:happening|going\s+to\s+happen|on|running|possible)\b|(?:don't|doesn't|do\s+not|does\s+not|won't|will\s+not|not|aren't)\s+(?:be\s+)?(?:take|taking|participat(?:e|ing))\s*(?:part\s+)?in\s+(?:(?:these|this|such|any|that|the)\s+)?(?:\S+\s+)?(?:program(?:me)?s?|GSoC|Outreachy|summer|round|year)\b)/i,
    object: 'thread',
    allows: ['negation'],
    weigh: ofPlaces,
  },
  {
    reason: 'decline-somebody-first',
    cues: ['late', 'first', 'mistake', 'obsolete', 'deprecated', 'removal', 'bother'],
    type: 'decline',
    weight: 0.6,
    pattern:
      /^(?:(?:sorry|unfortunately|hi|hmm|no)[,.:! -]+)*(?:[Tt]oo\s+late[,:;]\s+(?:@?\w+\s+(?:was|got|came|asked|has|is)\b)|[Yy]ou(?:'re|\s+are)\s+(?:\w+\s+)?(?:too\s+)?late\b[^.;]{0,30}[:;,]|(?:[Tt]h(?:is|at|e)\s+(?:\S+\s+){0,3}?(?:project|idea|item|task|topic))\s+(?:is|was)\s+(?:\S+\s+){0,4}?(?:by\s+mistake|obsolete|outdated|no\s+longer\s+(?:relevant|needed|wanted))\b|[Dd]on't\s+bother,?\s+(?:the|it|this|that)\s+(?:\S+\s+){0,3}?(?:is|was|will\s+be|are)\s+(?:\S+\s+){0,2}?(?:for\s+removal|removed|deprecated|dropped|obsolete|dead|discontinued))/,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) => ofPlaces(found),
  },
  {
    reason: 'decline-regretted',
    cues: ['sorry', 'unfortunately', 'afraid', 'regret', 'sadly', 'alas', 'fear'],
    type: 'decline',
    weight: 0.1,
    pattern:
      /\b(?:sorry|unfortunately|afraid|regret|sadly|alas|fear)\b(?![^.]{0,20}\b(?:delay|late\s+reply))(?=[^.;]{0,90}\b(?:n't|not|no|nobody|none|never|already|closed|taken|full|gone|ineligible|restricted|reserved|cannot|over)\b)(?=[^.]{0,160}\b(?:projects?|ideas?|students?|mentors?|gsoc|outreachy|internships?|proposals?|applicants?|applications?|slots?|candidates?|newcomers?|participants?|round|eligible|positions?)\b)/i,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) =>
      /\bI(?:'m|'ve|'d|'ll)?\s+(?!(?:\w+\s+)?(?:sorry|afraid|fear|regret|can't\s+(?:mentor|accept|take\s+on)|cannot\s+(?:mentor|accept|take\s+on))\b)|\bwe(?:'ve|\s+have|\s+had)?\s+(?:no\s+longer|(?:no|not)\s+time|didn't)|\b(?:bug|build|patch|crash|tested?|log|reproduce|boot\w*|compile\w*|error|link|mail)\b/i.test(
        found.sentence.text,
      )
        ? null
        : ofPlaces(found),
  },
  {
    reason: 'decline-no-point',
    cues: [
      'point',
      'value',
      'benefit',
      'convinced',
      'oppose',
      'opposed',
      'starter',
      'roadmap',
      'scope',
      'goals',
      'material',
      'plans',
      'intention',
      'eligible',
      'qualify',
      'suited',
    ],
    type: 'decline',
    weight: 0.4,
    pattern:
      /\b(?:(?:don't|do\s+not|fail\s+to|can't|cannot)\s+(?:really\s+)?see\s+(?:the|any|much|a|what)\s+(?:\w+\s+)?(?:point|value|benefit|need|use|future|room|place)\s+(?:of|in|for)\s|(?:'m|am|are|'re)\s+(?:not\s+convinced|(?:strongly\s+|firmly\s+)?opposed\s+to|against)\s+(?=[^.]{0,60}\b(?:an?other|new|driver|port|project|rewrite|tool|backend)\b)|(?:is|are|would\s+be|'s)\s+a\s+(?:non-?starter|no-?go|dead\s+end)\b|(?:doesn't|does\s+not|don't|won't|not)\s+(?:really\s+)?(?:fit|belong)\s+(?:in|into|on|with|to|here|our|the)\s?(?=[^.]{0,40}\b(?:roadmap|project|goals|mainline|kernel|upstream|here|tree|program(?:me)?|GSoC|plans)\b)|(?:have|there\s+are|has)\s+no\s+(?:plans?|intentions?|desire)\s+(?:to|of|for)\s+(?:accept|support|add|tak|merg|run|offer|hav|mentor)\w*|not\s+(?:eligible|suited|meant|intended)\s+(?:for|as)\s+(?=[^.]{0,50}\b(?:students?|newcomers?|beginners?|GSoC|Outreachy|internship|summer|program|programme)\b)|(?:does|do|would)(?:n't|\s+not)\s+(?:count|qualify)\s+(?:as|for)\s)/i,
    object: 'thread',
    allows: ['negation'],
    weigh: ofWork,
  },
  {
    reason: 'decline-plain-no',
    cues: ['answer', 'no', 'pass', 'thanks', 'please', 'nack', 'nak'],
    type: 'decline',
    weight: 0,
    pattern:
      /^(?:(?:sorry|hmm|well|hi)[,.: ]+)*(?:no|nope|nack|nak|please\s+don't|thanks,?\s+but\s+no)\b[,.:;! -]+(?=[^?]{3,200}\b(?:an?other\s+(?:driver|tool|project|backend|language|framework)|new\s+(?:driver|port|backend|code\s+for)|rewrite|gsoc|student|project|internship|maintenance\s+burden|such\s+an?\s+(?:driver|port|feature|tool)|this\s+hardware|that\s+hardware)\b)/i,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: ofWork,
  },
  {
    reason: 'decline-in-plain-words',
    cues: [
      'taken',
      'claimed',
      'longer',
      'student',
      'beginner',
      'newcomer',
      'mentor',
      'application',
      'proposal',
      'different',
      'against',
      'interested',
    ],
    type: 'decline',
    weight: 0.5,
    pattern:
      /\b(?:(?:project|task|idea|topic|internship|this\s+one|that\s+one)\s+(?:is|has\s+been|was)\s+(?:already\s+|unfortunately\s+|now\s+){0,2}(?:taken|claimed|no\s+longer\s+(?:available|offered|open|free))\b|(?:some(?:one|body)|another\s+student)\s+(?:else\s+)?(?:has\s+)?(?:already\s+)(?:has\s+)?(?:taken|claimed|picked)\s+(?:it|this|that)\b|(?:n't|not)\s+(?:think\s+)?[^.;?]{0,40}\ba\s+(?:good|suitable|great)\s+(?:project|idea|task|topic|fit)\s+for\s+an?\s+(?:student|beginner|newcomer|intern)|(?:n't\s+have\s+any(?:one|body)|nobody|no\s?one)\s+(?:who\s+|has\s+|is\s+|can\s+|could\s+|would\s+|wants\s+|to\s+|time\s+|able\s+|free\s+){1,4}mentor\b|(?:can't|cannot|could\s+not|couldn't|won't|will\s+not)\s+(?:accept|consider|take)\s+your\s+(?:application|proposal)|please\s+(?:choose|pick|select|find)\s+a\s+different\s+(?:project|task|idea|topic)|(?:am|'m|are|'re)\s+against\s+(?:adding|having|taking)\s+(?:another|a\s+new)|(?:not|n't)\s+(?:really\s+)?interested\s+in\s+(?:an?|another|such\s+an?)\s+(?:\S+\s+)?(?:port|driver|rewrite|backend|tool)\b)/i,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) => (/\b(?:if|unless)\b/i.test(found.sentence.text) ? null : ofPlaces(found)),
  },
]
