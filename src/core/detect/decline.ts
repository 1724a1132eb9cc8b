// Declines: somebody says a piece of work is not available, not wanted, or not fit. Judging one patch is none.
import type { Detector, Found } from './detector.ts'

const WORKISH =
  /\b(?:project|gsoc|outreachy|work|driver|task|part|feature|support|bindings?|idea|series|port|chip|internship)\b/i

/** Mostly said in applications; in a reply about a patch it judges the patch. */
const lower = (found: Found): number => (found.context.application ? 0.6 : found.context.review ? -0.6 : -0.2)

/** "that project", "this one", "the TPM idea": the thing asked for. */
const THING = String.raw`(?:(?:this|that|the|your)\s+(?:[\w"'/-]+\s+){0,4}?(?:project|idea|task|topic|item|one|position|place)|applications(?:\s+for\s+\S+(?:\s+\S+)?)?|it|this|that)`
/** "has already been", "is now". */
const IS = String.raw`(?:(?:is|are|was|were|has(?:\s+already)?\s+been|got|'s)(?:\s+(?:already|now|unfortunately|currently|actually|just|sadly|being))*)`

/** The rows of this kind; order means nothing. */
export const declineDetectors: readonly Detector[] = [
  {
    reason: 'decline-too-big',
    cues: [
      'gsoc',
      'outreachy',
      'summer',
      'internship',
      'intern',
      'student',
      'newcomer',
      'beginner',
      'weeks',
      'months',
    ],
    type: 'decline',
    weight: 1.2,
    pattern:
      /\b(?:too\s+(?:big|large|small|difficult|hard|complex|complicated|ambitious|little|easy|trivial|much|short|open-?ended|vague|risky)|do(?:es)?(?:n't|\s+not)\s+(?:think\s+[^.;]{2,40}?\s)?mak(?:e|es)\s+(?:much\s+|a\s+lot\s+of\s+|any\s+)?sense|not\s+something\s+(?:we|I)(?:'d|\s+would|\s+can|\s+could|'ll|\s+will)|not\s+(?:suitable|enough|appropriate|a\s+good\s+fit|fit|realistic|doable|feasible)|out\s+of\s+scope|beyond\s+the\s+scope|(?:n't|\bnot|\bdoubt)\s+(?:(?:think|believe|that)\s+[^.]{3,60}\s+)?(?:would\s+|really\s+)?fits?\s+(?:in|into|within|for))\b[^.]{0,40}\b(?:gsoc|outreachy|summer|intern(?:ship)?|students?|newcomers?|beginners?|(?:twelve|\d+)\s+weeks|three\s+months|(?:gsoc|student)\s+project)\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: ({ sentence }) =>
      sentence.text.endsWith('?')
        ? null
        : /\b(?:may|might|perhaps|maybe|could)\b/i.test(sentence.text)
          ? -1.4
          : 0,
  },
  {
    reason: 'decline-advise-against',
    cues: ['recommend', 'advise', 'suggest', 'encourage', 'discourage', 'start'],
    type: 'decline',
    weight: 0.9,
    pattern:
      /\b(?:(?:would(?:n't|\s+not)|do(?:n't|\s+not)|can(?:'t|not))\s+(?:really\s+)?(?:recommend|advise|suggest|encourage)\s+(?:that\s+)?(?:you\s+|to\s+|anyone\s+)?(?:to\s+)?|would\s+(?:strongly\s+)?(?:advise|recommend)\s+(?:you\s+)?(?:against\s+|not\s+to\s+)|would\s+(?:strongly\s+)?discourage\s+(?:you\s+|anyone\s+)?(?:from\s+)?|please\s+(?:don't|do\s+not)\s+)(?:continu\w*|work\w*|adding|doing|pursu\w*|tak(?:e|ing)|start\w*|spend\w*|begin\w*|invest\w*|chos\w*|choos\w*)\b(?=\s+(?:(?:on|with|to|any|more|your|time|effort|working|writing|it|this|that|the|a|an|such)\b|[A-Z]))/i,
    object: 'thread',
    allows: ['negation', 'condition'],
    weigh: (found) =>
      /\bplease\b/i.test(found.match[0])
        ? found.context.review || !WORKISH.test(found.sentence.text)
          ? null
          : found.context.application
            ? 0.3
            : -2
        : lower(found),
  },
  {
    reason: 'decline-postpone',
    cues: ['better'],
    type: 'decline',
    weight: 0.3,
    pattern:
      /\bbetter\s+to\s+(?:postpone|drop|hold\s+off(?:\s+on)?|wait\s+with|not\s+(?:do|start|continue))\s+(?:this|that|the)\s+(?:\S+\s+){0,3}(?:work|driver|project|support|feature|effort)\b/i,
    object: 'thread',
    allows: ['negation'],
  },
  {
    reason: 'decline-not-as-interesting',
    cues: ['interesting', 'worth', 'suitable', 'available', 'good', 'realistic', 'feasible', 'offer'],
    type: 'decline',
    weight: 0.7,
    pattern:
      /\b(?:would(?:n't|\s+not)|wo(?:n't|uld\s+not)|is(?:n't|\s+not))\s+(?:be\s+)?(?:(?:as|that|so|very|really|particularly)\s+)?(?:interesting|worth(?:while)?|suitable|available|realistic|feasible|on\s+offer|a\s+(?:very\s+)?(?:good|suitable|realistic)\s+(?:fit|idea|project|gsoc|choice|topic))\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: (found) => (found.context.application && WORKISH.test(found.sentence.text) ? 0.4 : -2.4),
  },
  {
    reason: 'decline-not-worth-it',
    cues: ['worth', 'waste', 'rather'],
    type: 'decline',
    weight: 0.6,
    pattern:
      /(?:n't|\bnot)\s+(?:think\s+|believe\s+|sure\s+)?[^.;,]{0,50}?\b(?:is|be|are|it's)\s+(?:really\s+)?worth\s+(?:your|the|anybody's|anyone's|spending|putting|investing|any)\s+(?:\S+\s+)?(?:time|effort|work|energy|trouble)\b|\b(?:isn't|not|hardly)\s+(?:really\s+)?worth\s+(?:your|the|anybody's|anyone's|spending|investing)\s+(?:\S+\s+)?(?:time|effort|work|energy)\b|\b(?:a\s+)?waste\s+of\s+(?:your|anybody's|anyone's)\s+(?:time|effort|energy)\b|\b(?:I'd|I\s+would|we'd|we\s+would)\s+rather\s+(?:not\s+(?:see|have)\s+(?:any(?:one|body)|some(?:one|body)|you|people)\b|(?:you|nobody|no\s+one)\s+(?:didn't|did\s+not|worked|spent|started))/i,
    object: 'thread',
    allows: ['negation', 'condition'],
    weigh: (found) => {
      const { application, review, posting } = found.context
      const others = /\b(?:your|any(?:one|body)(?:'s)?|nobody|no\s+one|you|some(?:one|body)|people)\b/i.test(
        found.match[0],
      )
      if (
        posting ||
        !(
          application ||
          (others && (WORKISH.test(found.sentence.text) || /\brather\b/i.test(found.match[0])))
        )
      )
        return null
      return application ? 0.6 : review ? -1.6 : 0
    },
  },
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
      'project',
    ],
    type: 'decline',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`\b(?:${THING}\s+(?:\S+\s+){0,2}?${IS}\s+(?:taken|claimed|assigned|given\s+(?:away|to\s)|reserved|filled|closed\b(?!\s+by)|spoken\s+for|no\s+longer\s+(?:available|offered|mentored|open|on\s+offer)|not\s+(?:available|on\s+offer|offered|open\s+any\s?more)|off\s+the\s+table|(?:dropped|removed|withdrawn|deleted|struck|taken)\s+(?:from|off)\s+(?:the|this|our)\s+(?:\S+\s+){0,2}?(?:list|page)|(?:cancelled|withdrawn))|(?:some(?:one|body)\s+else|another\s+(?:student|applicant|candidate|intern|person))\s+(?:is|was|has(?:\s+already)?\s+been)\s+(?:already\s+)?(?:working\s+on|on|selected\s+for|chosen\s+for|accepted\s+for|assigned\s+to)\s+(?:this|that|it|the)\b|\p{Lu}\p{Ll}+\s+(?:is|was|has(?:\s+already)?\s+been)\s+(?:already\s+)?(?:assigned\s+to|selected\s+for|accepted\s+for|chosen\s+for)\s+(?:this|that|it|the)\b)`,
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
    reason: 'decline-no-good-project',
    cues: ['good', 'great', 'suitable', 'appropriate', 'fit', 'ideal', 'gsoc', 'outreachy', 'student'],
    type: 'decline',
    weight: 0.8,
    pattern:
      /(?:\bnot|n't(?:\s+think)?)\b[^.]{0,40}\b(?:good|great|suitable|appropriate|fit|ideal)\b[^.]{0,24}\b(?:gsoc|outreachy|student|intern(?:ship)?|summer\s+project)\b|n't\s+(?:think|believe)\b[^.;]{0,50}\b(?:qualif\w+|suffice|enough|count)\s+(?:as|for)\s+(?:an?\s+)?(?:gsoc|outreachy|student|summer)\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: (found) => (found.context.application ? 0.4 : -1),
  },
  {
    reason: 'decline-no-students',
    cues: ['student', 'applicant', 'mentor', 'mentoring', 'slot', 'slots', 'candidate', 'enough'],
    type: 'decline',
    weight: 0.9,
    pattern:
      /\b(?:(?:won't|will\s+not|not|cannot|can't|unable\s+to)\s+(?:be\s+)?(?:able\s+to\s+)?(?:accept|accepting|take|taking|mentor|mentoring)\s+(?:on\s+)?(?:any\s+)?(?:(?:more|new|further|other)\s+)?(?:\w+\s+)?(?:students?|interns?|applicants?|(?:in|for)\s+(?:GSoC|Outreachy|\d{4})|this\b|that\b|it\b|(?:the|your)\s+(?:\S+\s+)?(?:project|idea))|(?:don't|do\s+not|no\s+longer|won't)\s+have\s+(?:the\s+)?time\s+to\s+mentor|(?:none\s+of\s+us|nobody|no\s+one)\s+(?:\w+\s+)?(?:has|have|had)\s+(?:the\s+|any\s+)?time\s+to\s+mentor|no\s*(?:mentor|mentors|one|body)\s+(?:is|are)?\s*(?:available|willing\s+to\s+mentor|free\s+to\s+mentor)|already\s+(?:has|have)\s+(?:an?|one|two|three|\d|enough|plenty\s+of|too\s+many|more\s+than\s+enough)\s+(?:\w+\s+)?(?:students?|applicants?|interns?|candidates?|people)|(?:nobody|no\s+one|no\s+mentor)\s+(?:who|that|left|free|available|willing|able|to|can|could|is|was|has|would)\s+(?:\w+\s+){0,4}?mentor|(?:mentors?|\w+)\s+(?:has\s+)?left\s+the\s+project\b(?=[^.]{0,30}mentor)|(?:have|has|having|we're|is)\s+(?:no|without\s+a)\s+mentor\s+for|(?:lost|lacks?|without)\s+(?:its|a|the|our)\s+mentor|(?:project|idea|task|one)\s+(?:won't|will\s+not|is\s+not|isn't)\s+(?:be\s+|being\s+)?(?:mentored|offered|run)|(?:already|have)\s+(?:\w+\s+){0,2}(?:selected|accepted|chosen|picked|found|got|have)\s+(?:an?|some|enough|the|our|our\s+two)\s+(?:\w+\s+){0,3}?(?:students?|applicants?|interns?|candidates?)\b(?=\s*(?:(?:for|on|working|to)\b|[.,!]))|(?:no|not\s+(?:get|have)\s+(?:any|a|enough)|only\s+(?:got\s+|have\s+)?(?:one|two|three|\d))\s+slots?\b(?=\s+(?:left|for|and|this|so)\b|\s*[.,]))/i,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) =>
      found.context.review || found.context.posting ? null : found.context.application ? 0.4 : -0.6,
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
      /\b(?:(?:are|is|'re|'m|am)(?:n't|\s+not)\s+(?:going\s+to\s+(?:run|offer|mentor|do|have)|running|offering|doing)\s+(?:this|that|it|the|any)\b|(?:are|is|'re|'m|am)(?:n't|\s+not)\s+(?:participating|taking\s+part)\s+in\s+(?:GSoC|Outreachy|the|this)|(?:was|were)(?:n't|\s+not)\s+accepted\s+(?:as\s+(?:an?\s+)?(?:mentoring\s+)?organi[sz]ation|(?:in|into|for)\s+(?:GSoC|Outreachy|this))|(?:too\s+late\s+(?:for\s+(?:this|GSoC|the)|to\s+(?:apply|join|submit|be\s+considered))|(?:deadline|application\s+(?:period|phase|window))\s+(?:\S+\s+){0,3}?(?:was\s+(?:on\s+|last\s|yesterday)|has\s+(?:already\s+)?(?:passed|closed|ended)|is\s+(?:already\s+)?over|closed|ended))|(?:(?:would|will|could|can)(?:n't|\s+not)\s+|(?:n't|\bnot|\bdoubt)\s+(?:think\s+|believe\s+)?(?:that\s+)?(?:we|I|they|upstream)\s+(?:would|will|could|can|'d)\s+)(?:be\s+interested\s+in|accept|take|merge|want)\s+(?:a|such\s+a|this|that|the|another)\s+(?:[\w-]+\s+){0,5}?(?:as\s+an?\s+(?:summer|gsoc|student|outreachy)|project|rewrite|port\b|backend|driver|backends|ports|frontend|tool|format|language)|(?:don't|do\s+not)\s+(?:really\s+)?(?:want|need)\s+(?:another|yet\s+another|one\s+more|a\s+second|a\s+new)\s+(?:[\w-]+\s+){0,3}?(?:driver|port|backend|tool|implementation|format|interface|frontend|framework))/i,
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
    reason: 'decline-skip',
    cues: ['skip', 'avoid', 'leave', 'bother', 'spend'],
    type: 'decline',
    weight: 0.2,
    pattern:
      /\bI(?:'d|\s+would)(?:n't)?\s+(?:skip|avoid|leave\s+out|(?:not\s+)?(?:bother|spend\s+(?:any\s+|your\s+|too\s+much\s+)?time)(?:\s+on)?)\s+(?=(?:adding|working|doing|writing|with|that|this|the|on))/i,
    object: 'thread',
    allows: ['negation'],
    weigh: ({ context, match }) =>
      context.application
        ? 0.6
        : context.reply && !context.review && !context.faultTopic && /n't|not/.test(match[0])
          ? 0
          : -2.4,
  },
  {
    reason: 'decline-not-here',
    cues: ['belong'],
    type: 'decline',
    weight: 0.1,
    pattern: /\b(?:would(?:n't|\s+not)|does(?:n't|\s+not))\s+belong\s+(?:to|in|here)\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: (found) => (found.context.application ? 0.6 : null),
  },
  {
    reason: 'decline-choose-another',
    cues: ['choose', 'another', 'different', 'else', 'pick'],
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
      /\bis (?:already )?working on\b/.test(found.sentence.text)
        ? null
        : /\b(?:taken|already|obsolete|end of life|eol|discontinued|stopped|too|no longer|not|n't|sorry|unfortunately|instead|if I were you)\b/i.test(
              found.sentence.text,
            )
          ? found.context.application
            ? 0.6
            : 0
          : -1.4,
  },
  {
    reason: 'decline-unfit',
    cues: ['scope', 'large', 'complex', 'ambitious', 'difficult', 'small', 'big', 'hard', 'much'],
    type: 'decline',
    weight: 0.5,
    pattern:
      /\b(?:out of scope|beyond (?:the|our) scope|(?:way |far |a bit |probably |simply )?too (?:big|large|complex|ambitious|difficult|small|hard|little|much work))\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: ({ context, sentence }) =>
      context.message.tag === null ||
      !context.reply ||
      context.review ||
      context.posting ||
      sentence.text.endsWith('?')
        ? null
        : /\b(?:project|idea|proposal|topic|scope|task|that|this)\b/i.test(sentence.text) &&
            !/\b(?:not too|n't too|if|would you|buffer|file|patch|maybe|might|worried|afraid it)\b/i.test(
              sentence.text,
            )
          ? 0
          : -2,
  },
]
