// Declines: a piece of work is not to be had. It is taken, closed or no longer offered, and nobody can mentor it.
import type { Detector } from '../detector.ts'
import { ofPlaces, THING } from './voice.ts'

/** "has already been", "is now". */
const IS = String.raw`(?:is|are|was|were|has|have|got|'s|is(?=n't)|was(?=n't))\s*(?:been\s+|already\s+|now\s+|unfortunately\s+|currently\s+|actually\s+|just\s+|sadly\s+|all\s+){0,3}`
const STUDENTS = '(?:students?|interns?|applicants?|candidates?|applications?|contributors?)'

/** The rows of this kind; order means nothing. */
export const takenDetectors: readonly Detector[] = [
  {
    reason: 'decline-already-taken',
    cues: [
      'taken',
      'claimed',
      'assigned',
      'longer',
      'available',
      'closed',
      'offer',
      'filled',
      'reserved',
      'selected',
      'given',
      'dropped',
      'removed',
      'late',
      'working',
      'list',
    ],
    type: 'decline',
    weight: 0.7,
    pattern: new RegExp(
      String.raw`\b(?:${THING}\s+(?:\S+\s+){0,2}?${IS}(?:taken(?!\s+(?:my|our|me|us)\b)|claimed|assigned(?!\s+to\s+(?:me|you|us)\b)|given\s+(?:away|to\s)|reserved|filled|closed\b(?!\s+(?:by|source))|spoken\s+for|no\s+longer\s+(?:available|offered|mentored|open|on\s+offer)|(?:not|n't)\s+(?:available(?!\s+(?:via|in|from|through|at)\b)|on\s+offer|offered|open)|off\s+the\s+(?:table|list)|(?:dropped|removed|withdrawn|taken)\s+(?:from|off)\s+(?:the|this|our)\s+(?:\S+\s+){0,2}?(?:list|page)|cancelled|withdrawn)|(?:some(?:one|body)\s+else|another\s+(?:student|applicant|candidate|intern|person)|(?!who\b)\p{L}+)\s+(?:is|was|has)\s+(?:already\s+)?(?:been\s+)?(?:already\s+)?(?:selected\s+for|chosen\s+for|accepted\s+for|assigned\s+to)\s+(?:this|that|it|the)\b|(?:positions?|places|slots|internships)\s+${IS}(?:filled|taken|gone)|applications?\s+(?:for\s+(?:\S+\s+){1,3})?(?:are|is)\s+(?:now\s+|already\s+)?closed|too\s+late[,:;]\s+@?\w+\s+(?:was|got|came|asked|has|is)\b|some(?:one|body)\s+(?:else\s+)?is\s+(?:already\s+)?working\s+on\s+[^.;]{2,60}\boff\s+the\s+list)`,
      'iu',
    ),
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) => {
      const odds = ofPlaces(found)
      if (odds === null || /\b(?:accident|mistakenly|put\s+it\s+back)\b/i.test(found.sentence.text))
        return null
      return found.context.application ||
        /\b(?:sorry|unfortunately|afraid|already|another|else|choose|pick|late|project|internship|position|applications)\b/i.test(
          found.sentence.text,
        )
        ? odds
        : -1.2
    },
  },
  {
    reason: 'decline-no-mentor',
    cues: ['mentor', 'mentors', 'mentored', 'mentoring'],
    type: 'decline',
    weight: 0.7,
    pattern:
      /(?:\b|(?=n't))(?:(?:no|without\s+a|lost\s+(?:its|the|our)|(?:n't|not)\s+(?:have|find)\s+(?:a|any|enough)|there\s+(?:won't|will\s+not)\s+be\s+(?:a|any))\s+mentors?\b(?=\s*[.,;!]|\s+(?:is\s+available|for|who|left|any|this|available)\b)|[\w']*(?:n't|not|no\s+longer|unable\s+to|nobody|no\s?one|none\s+of\s+us|can't)\s+(?:\w+\s+){0,5}?(?:mentor|mentoring)\s+(?:this|that|it|(?:the|your|such\s+an?)\s+(?:\S+\s+){0,3}?(?:project|idea|task|topic))\b|(?:project|idea|task|topic|one)\s+(?:won't|will\s+not|is\s+not|isn't|is\s+no\s+longer)\s+(?:be\s+|being\s+)?mentored|mentors?\s+(?:of|for)\s+(?:this|that|the)\s+(?:\S+\s+)?(?:project|idea|task|one)\s+(?:is|are)\s+(?:not|no\s+longer)\s+available|the\s+mentor\s+left\b)/i,
    object: 'thread',
    allows: ['negation', 'past', 'condition'],
    weigh: (found) =>
      /\bif\b/i.test(found.sentence.text.slice(0, found.match.index + 20)) ? null : ofPlaces(found),
  },
  {
    reason: 'decline-no-place',
    cues: [
      'student',
      'students',
      'intern',
      'interns',
      'applicant',
      'slot',
      'slots',
      'selection',
      'applications',
      'application',
      'proposal',
      'late',
      'deadline',
      'gsoc',
      'outreachy',
      'internship',
      'project',
    ],
    type: 'decline',
    weight: 0.7,
    pattern: new RegExp(
      String.raw`(?:\b|(?=n't))(?:(?:won't|will\s+not|cannot|can't|can\s+not|not|n't)\s+(?:be\s+)?(?:able\s+to\s+)?(?:accept|accepting|take|taking|looking\s+for|mentoring)\s+(?:on\s+)?(?:any\s+)?(?:more\s+|new\s+|further\s+|other\s+|your\s+)?${STUDENTS}\b|already\s+(?:has|have)\s+(?:\w+\s+){1,4}?${STUDENTS}\b(?=\s*[.,;!]|\s+(?:for|on|working|doing|who|and\s+can)\b)(?!\s+(?:working\s+)?(?:on|for)\s+(?:their|his|her|my)\b)|already\s+(?:\w+\s+)?(?:selected|accepted|chosen|picked|found)\s+(?:\w+\s+){1,3}?${STUDENTS}\b|selection\s+is\s+(?:already\s+)?(?:over|closed|done|finished)|(?:(?:is|are)(?:n't|\s+not)\s+(?:a\s+)?part\s+of|not\s+(?:taking\s+part|participating)\s+in)\s+(?:GSoC|Outreachy|this\s+year)|n't\s+(?:taking\s+part|participating)\s+in\s+(?:GSoC|Outreachy|this\s+year)|(?:no|not\s+(?:get|have)\s+(?:any|a|enough)|only\s+(?:got\s+|have\s+|get\s+)?(?:one|two|three|\d))\s+slots?\b|too\s+late\s+(?:for\s+(?:GSoC|Outreachy|(?:this|the)\s+(?:year|round|summer|program\w*))|to\s+(?:apply|join|submit|be\s+considered|add|propose|change\s+project))|(?:deadline|application\s+(?:period|phase|window))\s+(?:\S+\s+){0,3}?(?:was\s+(?:on\s+|last\s|yesterday)|has\s+(?:already\s+)?(?:passed|closed|ended)|is\s+(?:already\s+)?over|closed|ended)|(?:decided\s+)?(?:n't|not)\s+(?:going\s+)?to\s+(?:run|offer|mentor)\s+(?:this|that|it|the|any)\b|(?:proposal|application)\s+(?:for\s+[^.;]{2,50}\s+)?(?:(?:was|has|is)(?:n't|\s+not)\s+(?:been\s+)?(?:selected|accepted|among\s+the\s+(?:selected|accepted))|(?:was|has\s+been|is)\s+(?:rejected|declined|turned\s+down))|(?:can't|cannot|can\s+not)\s+accept\s+your\s+(?:application|proposal))`,
      'i',
    ),
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) =>
      /(?:n't|\bnot)\s+too\s+late\b|\b(?:last\s+year|but\s+now)\b|\bI\s+(?:have\s+)?already\s+(?:have|found)\b/i.test(
        found.sentence.text,
      )
        ? null
        : found.context.application
          ? ofPlaces(found)
          : found.context.reply &&
              /\b(?:students?|interns?|applicants?|GSoC|Outreachy|proposal|application)\b/i.test(
                found.match[0],
              )
            ? ofPlaces(found)
            : null,
  },
  {
    reason: 'decline-choose-another',
    cues: ['choose', 'pick', 'another', 'select'],
    type: 'decline',
    weight: 0.5,
    pattern:
      /\b(?:please |I'd |I would |suggest (?:you |to )){1,3}(?:look (?:for|at)|choose|pick|take|select|find|go for|consider|apply for) (?:another|a different)\s+(?:project|idea|task|topic|part(?!\s+of)|chip|device|driver|one|sensor)\b/i,
    object: 'thread',
    allows: ['condition', 'past'],
    weigh: (found) => {
      const odds = ofPlaces(found)
      if (odds === null || !found.context.reply) return null
      if (/\b(?!Some|Another)[A-Z][a-z]+ is (?:already )?working on\b/.test(found.sentence.text)) return null
      const refused =
        /\b(?:taken|already|obsolete|never|eol|end\s+of\s+life|discontinued|stopped|sorry|unfortunately|not|no\s+longer)\b|n't/i
      return found.context.application ||
        refused.test(found.sentence.text) ||
        /\b(?:project|idea|task|topic)$/i.test(found.match[0])
        ? odds
        : null
    },
  },
  {
    reason: 'decline-regretted',
    cues: ['sorry', 'unfortunately', 'afraid', 'regret', 'sadly', 'alas'],
    type: 'decline',
    weight: 0.1,
    pattern:
      /\b(?:sorry|unfortunately|afraid|regret|sadly|alas)\b(?=[^.;]{0,90}\b(?:n't|not|no|nobody|none|already|closed|taken|full|ineligible|restricted|reserved|cannot|over)\b)(?=[^.]{0,160}\b(?:projects?|ideas?|students?|internships?|proposals?|applicants?|applications?|slots?|candidates?|newcomers?|round|eligible|positions?)\b)/i,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) =>
      !(
        found.context.application || /\b(?:mentor|student|intern|applicant)s?\b/i.test(found.sentence.text)
      ) ||
      /\bmy\b|\blast\s+year\b|\bdid(?:n't|\s+not)\b|\bI(?:'m|'ve|'d|'ll)?\s+(?!(?:\w+\s+)?(?:sorry|afraid|regret|can't\s+(?:mentor|accept|take\s+on)|cannot\s+(?:mentor|accept|take\s+on))\b)|\bwe(?:'ve|\s+have|\s+had)?\s+(?:no\s+longer|(?:no|not)\s+time|didn't)|\b(?:bug|build|patch|crash|tested?|log|reproduce|boot\w*|compile\w*|error|link|mail)\b/i.test(
        found.sentence.text,
      )
        ? null
        : ofPlaces(found),
  },
]
