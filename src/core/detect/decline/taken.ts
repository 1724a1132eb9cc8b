// Declines: a piece of work is not to be had. It is taken, the page or the round is closed, nobody can mentor it.
import type { Detector } from '../detector.ts'

/** "that project", "this one", "the TPM idea": the thing asked for. */
const THING = String.raw`(?:(?:this|that|the|your)\s+(?:[\w"'/-]+\s+){0,4}?(?:project|idea|task|topic|item|one|position|place)|applications(?:\s+for\s+\S+(?:\s+\S+)?)?|it|this|that)`
/** "has already been", "is now". */
const IS = String.raw`(?:(?:is|are|was|were|has(?:\s+already)?\s+been|got|'s)(?:\s+(?:already|now|unfortunately|currently|actually|just|sadly|being))*)`

/** The rows of this kind; order means nothing. */
export const takenDetectors: readonly Detector[] = [
  {
    reason: 'decline-already-taken',
    cues: [
      'positions',
      'places',
      'list',
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
      'project',
    ],
    type: 'decline',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`\b(?:${THING}\s+(?:\S+\s+){0,2}?${IS}\s+(?:taken|claimed|assigned|given\s+(?:away|to\s)|reserved|filled|closed\b(?!\s+by)|spoken\s+for|no\s+longer\s+(?:available|offered|mentored|open|on\s+offer)|not\s+(?:available|on\s+offer|offered|open\s+any\s?more)|off\s+the\s+(?:table|list)|(?:dropped|removed|withdrawn|deleted|struck|taken)\s+(?:from|off)\s+(?:the|this|our)\s+(?:\S+\s+){0,2}?(?:list|page)|(?:cancelled|withdrawn))|(?:some(?:one|body)\s+else|another\s+(?:student|applicant|candidate|intern|person))\s+(?:is|was|has(?:\s+already)?\s+been)\s+(?:already\s+)?(?:working\s+on|on|selected\s+for|chosen\s+for|accepted\s+for|assigned\s+to)\s+(?:this|that|it|the)\b|\p{Lu}\p{Ll}+\s+(?:is|was|has(?:\s+already)?\s+been)\s+(?:already\s+)?(?:assigned\s+to|selected\s+for|accepted\s+for|chosen\s+for)\s+(?:this|that|it|the)\b)`,
      'iu',
    ),
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) => {
      const { review, posting, faultTopic, application } = found.context
      if (review || posting || faultTopic) return null
      const plain = /^(?:it|this|that)\s/i.test(found.match[0])
      return application
        ? 0.6
        : plain
          ? -1.2
          : /\b(?:sorry|unfortunately|afraid|already|another|else|choose|pick|from (?:the|this|our)|off (?:the|our))\b/i.test(
                found.sentence.text,
              )
            ? 0
            : -1.2
    },
  },
  {
    reason: 'decline-no-students',
    cues: [
      'intern',
      'gsoc',
      'outreachy',
      'late',
      'selection',
      'student',
      'applicant',
      'mentor',
      'mentoring',
      'slot',
      'slots',
      'candidate',
      'enough',
    ],
    type: 'decline',
    weight: 0.9,
    pattern:
      /\b(?:(?:is|are)(?:n't| not) (?:a )?part of (?:gsoc|outreachy|this year)|you(?:'re| are) (?:\w+ )?too late\b|(?:student )?selection is (?:over|closed|done|finished)|(?:won't|will\s+not|not|cannot|can't|unable\s+to)\s+(?:be\s+)?(?:able\s+to\s+)?(?:accept|accepting|take|taking|mentor|mentoring)\s+(?!part\b)(?:on\s+)?(?:any\s+)?(?:(?:more|new|further|other)\s+)?(?:\w+\s+)?(?:students?|interns?|applicants?|(?:in|for)\s+(?:GSoC|Outreachy|\d{4})|this\b|that\b|it\b|(?:the|your)\s+(?:\S+\s+)?(?:project|idea))|(?:don't|do\s+not|no\s+longer|won't)\s+have\s+(?:the\s+)?time\s+to\s+mentor|(?:none\s+of\s+us|nobody|no\s+one)\s+(?:\w+\s+)?(?:has|have|had)\s+(?:the\s+|any\s+)?time\s+to\s+mentor|no\s*(?:mentor|mentors|one|body)\s+(?:is|are)?\s*(?:available|willing\s+to\s+mentor|free\s+to\s+mentor)|already\s+(?:has|have)\s+(?:an?|one|two|three|\d|enough|plenty\s+of|too\s+many|more\s+than\s+enough)\s+(?:\w+\s+)?(?:students?|applicants?|interns?|candidates?|people)\b|(?:nobody|no\s+one|no\s+mentor)\s+(?:who|that|left|free|available|willing|able|to|can|could|is|was|has|would)\s+(?:\w+\s+){0,4}?mentor|(?:mentors?|\w+)\s+(?:has\s+)?left\s+the\s+project\b(?=[^.]{0,30}mentor)|(?:have|has|having|we're|is)\s+(?:no|without\s+a)\s+mentor\b|(?:do(?:n't|\s+not)|does(?:n't|\s+not))\s+have\s+(?:a|any|enough)\s+mentors?\b|(?:lost|lacks?|without)\s+(?:its|a|the|our)\s+mentor|(?:project|idea|task|one)\s+(?:won't|will\s+not|is\s+not|isn't)\s+(?:be\s+|being\s+)?(?:mentored|offered|run)|(?:already|have)\s+(?:\w+\s+){0,2}(?:selected|accepted|chosen|picked|found|got|have)\s+(?:an?|some|enough|the|our|our\s+two)\s+(?:\w+\s+){0,3}?(?:students?|applicants?|interns?|candidates?)\b(?=\s*(?:(?:for|on|working|to)\b|[.,!]))|(?:positions|places|slots|internships)\s+(?:have\s+been|are|were)\s+(?:already\s+|all\s+)*(?:filled|taken|gone)|(?:no|not\s+(?:get|have)\s+(?:any|a|enough)|only\s+(?:got\s+|have\s+)?(?:one|two|three|\d))\s+slots?\b(?=\s+(?:left|for|and|this|so)\b|\s*[.,]))/i,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) =>
      /^(?:positions|places|slots|internships)\b/i.test(found.match[0]) && !found.context.application
        ? null
        : found.context.review || found.context.posting
          ? null
          : found.context.application
            ? 0.4
            : -0.6,
  },
  {
    reason: 'decline-not-run',
    cues: [
      'project',
      'accept',
      'offer',
      'participat',
      'deadline',
      'late',
      'organisation',
      'organization',
      'interested',
      'another',
      'rewrite',
      'application',
    ],
    type: 'decline',
    weight: 0.7,
    pattern:
      /\b(?:(?:(?:are|is|'re|'m|am)(?:n't|\s+not)|decided\s+not)\s+(?:(?:going\s+)?to\s+(?:run|offer|mentor|do|have)|running|offering|doing)\s+(?:this|that|it|the|any)\b|(?:are|is|'re|'m|am)(?:n't|\s+not)\s+(?:participating|taking\s+part)\s+in\s+(?:GSoC|Outreachy|the|this)|(?:was|were)(?:n't|\s+not)\s+accepted\s+(?:as\s+(?:an?\s+)?(?:mentoring\s+)?organi[sz]ation|(?:in|into|for)\s+(?:GSoC|Outreachy|this))|(?:too\s+late\s+(?:for\s+(?:this|GSoC|the)|to\s+(?:apply|join|submit|be\s+considered|add|propose|start|change\s+project))|(?:deadline|application\s+(?:period|phase|window))\s+(?:\S+\s+){0,3}?(?:was\s+(?:on\s+|last\s|yesterday)|has\s+(?:already\s+)?(?:passed|closed|ended)|is\s+(?:already\s+)?over|closed|ended))|(?:(?:would|will|could|can)(?:n't|\s+not)\s+|(?:n't|\bnot|\bdoubt)\s+(?:think\s+|believe\s+)?(?:that\s+)?(?:we|I|they|upstream)\s+(?:would|will|could|can|'d)\s+)(?:be\s+interested\s+in|accept|take|merge|want)\s+(?:a|such\s+a|this|that|the|another)\s+(?:[\w-]+\s+){0,5}?(?:as\s+an?\s+(?:summer|gsoc|student|outreachy)|project|rewrite|port\b|backend|driver|backends|ports|frontend|tool|format|language)|(?:don't|do\s+not)\s+(?:really\s+)?(?:want|need)\s+(?:another|yet\s+another|one\s+more|a\s+second|a\s+new)\s+(?:[\w-]+\s+){0,3}?(?:driver|port|backend|tool|implementation|format|interface|frontend|framework))/i,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) =>
      /\bnot\s+too\s+late\b|\bn't\s+too\s+late\b/i.test(found.sentence.text)
        ? null
        : found.context.review || found.context.posting
          ? null
          : found.context.application
            ? 0.4
            : found.context.reply && /\b(?:interested in|want|need|driver|port)\b/i.test(found.match[0])
              ? -0.4
              : -1.4,
  },
  {
    reason: 'decline-choose-another',
    cues: ['choose', 'pick', 'another'],
    type: 'decline',
    weight: 0.5,
    pattern:
      /\b(?:please |I'd |I would |better |rather |suggest (?:you |to )|would |should ){1,3}(?:look (?:for|at)|choose|pick|take|select|find|go for|consider|apply for) (?:another|a different|some(?:thing)?\b(?: \w+)?) ?(?:project|idea|task|topic|part|chip|device|driver|one|else|sensor|subject)?\b/i,
    object: 'thread',
    allows: ['condition', 'past'],
    weigh: (found) =>
      found.context.review ||
      found.context.posting ||
      found.context.faultTopic ||
      !found.context.reply ||
      /\b(?!Some|Another)[A-Z][a-z]+ is (?:already )?working on\b/.test(found.sentence.text)
        ? null
        : /\b(?:taken|already|obsolete|never|end of life|eol|discontinued|stopped|too|no longer|not|n't|sorry|unfortunately|instead|if I were you)\b/i.test(
              found.sentence.text,
            )
          ? found.context.application
            ? 0.6
            : 0
          : -1.4,
  },
]
