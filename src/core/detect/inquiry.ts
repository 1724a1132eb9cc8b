// Inquiries: is anyone on it, is it free, will you go on? Questions on code, and requests for a next version, are none.
import type { Detector, Found } from './detector.ts'

const PATCH_BUSINESS =
  /\b(?:v\d+|next (?:version|revision)|re-?spin|re-?send|re-?post|(?:formal|proper|follow-?up|separate|new) patch|a patch|patches|comments?|reviews?|feedback|the (?:above|below))\b/i

const unlessPatchBusiness = (found: Found): number | null =>
  PATCH_BUSINESS.test(found.sentence.text) ? null : found.context.review ? -0.3 : 0

/** "Can someone …": a request. */
const ASKS_FOR_IT = /\b(?:can|could|would|should|will|please)\s*$/i

const WORK = String.raw`(?:work(?:ing|ed|s)?\s+on|look(?:ing|ed)\s+(?:at|into)\s+(?=(?:implement|add|port|writ|support|develop|mak|gett))|implement(?:ing|ed)|port(?:ing|ed)|writ(?:ing|ten)|develop(?:ing|ed)|tak(?:ing|en)\s+(?:up|on|care)|plan(?:s|ning)?\s+(?:to|on)\s+(?=work|implement|port|add|writ|do\b|support|upstream|fix|clean|continu|tak|submit|send|develop|mak)|start(?:ing|ed)|attempt(?:ing|ed)|tackl(?:ing|ed)|pick(?:ed|ing)?\s+(?:(?:this|it|that)\s+)?up|assigned\s+to|busy\s+with|in\s+charge\s+of|mentoring|an?\s+(?=[^.;?]{2,70}\bin\s+(?:the\s+(?:pipeline|works)|progress)\b)|tried\s+to\s+(?:port|implement|write|add))`

/** The rows of this kind; order means nothing. */
export const inquiryDetectors: readonly Detector[] = [
  {
    reason: 'inquiry-anyone-working',
    cues: ['anyone', 'anybody', 'someone', 'somebody', 'any', 'some', 'people', 'folks'],
    type: 'inquiry',
    weight: 2.6,
    pattern: new RegExp(
      String.raw`\b(?:is|are|has|have|was|know\s+if|know\s+of|wondering\s+(?:if|whether)|aware\s+(?:if|of)|know\s+whether|if|whether|does|did)\s+(?:there\s+)?(?:already\s+|currently\s+)?(?:any\s?(?:one|body)|some\s?(?:one|body)|(?<=there\s)(?:people|folks))(?:\s+(?:else|here|already|currently|still|actively|actually|who\s+(?:is|are)|been|at\s+\S+|is|has|have|from\s+\S+)){0,4}\s+${WORK}`,
      'i',
    ),
    object: 'after',
    objectWeights: { unknown: 0, pronoun: 0, none: -0.4, review: -1.6, mending: -1.4, vague: -1 },
    allows: ['question', 'condition'],
    weigh: (found) =>
      /\?/.test(found.sentence.text) ||
      /\bwonder|know|aware|curious|\bask|check|find\s+out|tell\s+me|\bsure\b/i.test(found.sentence.text)
        ? 0
        : null,
  },
  {
    reason: 'inquiry-anyone-elided',
    cues: ['anyone', 'anybody', 'someone', 'somebody', 'any', 'some'],
    type: 'inquiry',
    weight: 1.4,
    pattern: new RegExp(
      String.raw`^(?:(?:hi|hello|so|also)\s*[,:]?\s+)?(?:any\s?(?:one|body)|some\s?(?:one|body))(?:\s+(?:else|here|already|currently|still)){0,2}\s+${WORK}`,
      'i',
    ),
    object: 'after',
    objectWeights: { unknown: 0, pronoun: -0.4, none: -0.4, review: -2, mending: -2 },
    allows: ['question'],
    weigh: (found) => (/\?/.test(found.sentence.text) ? 0 : null),
  },
  {
    reason: 'inquiry-who-is-working',
    cues: ['who'],
    type: 'inquiry',
    weight: 1.8,
    pattern:
      /\bwho(?:\s?'s|\s+is|\s+else\s+is)\s+(?:currently\s+|actually\s+|now\s+|already\s+)?(?:working\s+on|developing|implementing|porting)(?=\s[^?]{2,120}\?)/i,
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: 0, review: -2 },
    allows: ['question'],
  },
  {
    reason: 'inquiry-nobody-else',
    cues: ['nobody', 'one', 'noone'],
    type: 'inquiry',
    weight: 1.4,
    pattern:
      /\b(?:check|sure|verify|confirm|ask)\b[^.]{0,40}\b(?:nobody|no\s?one)\s+(?:else\s+)?(?:is|has)\s+(?:already\s+|currently\s+)?(?:been\s+)?(?:working\s+on|doing|implementing|started)(?=\s)/i,
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: 0, review: -2 },
    allows: ['negation', 'question', 'condition'],
  },
  {
    reason: 'inquiry-whether-free',
    cues: ['available', 'open', 'taken', 'free', 'grabs', 'unclaimed'],
    type: 'inquiry',
    weight: 1.2,
    pattern:
      /\b(?:if|whether)\s+(?<object>[^.?]{3,80}?)\s+(?:is|are|was|has\s+(?:already\s+)?been)\s+(?:still\s+|already\s+|currently\s+)?(?:available|open|taken|free|up\s+for\s+grabs|unclaimed)\b/i,
    object: 'after',
    objectWeights: { pronoun: -0.4, unknown: -1 },
    allows: ['question', 'condition'],
    weigh: (found) =>
      !/\b(?:wonder|know|ask|check|tell|see|sure|confirm|curious)/i.test(
        found.sentence.text.slice(0, found.match.index),
      )
        ? null
        : /\b(?:project|idea|task|topic|item)\b/i.test(found.sentence.text)
          ? 0.4
          : found.context.review
            ? -2
            : -0.8,
  },
  {
    reason: 'inquiry-any-student',
    cues: ['student', 'applicant'],
    type: 'inquiry',
    weight: 1,
    pattern:
      /\b(?:if|whether|is|has)\s+(?:any|another|some)\s+(?:other\s+)?(?:student|applicant)\s+(?:has|is|was|already)?\s*(?:already\s+)?(?:been\s+)?(?:already\s+)?(?:selected|accepted|chosen|assigned|working|taken|interested)\b/i,
    object: 'thread',
    allows: ['question', 'condition'],
  },
  {
    reason: 'inquiry-picked-up',
    cues: ['picked', 'taken', 'claimed', 'started', 'assigned'],
    type: 'inquiry',
    weight: 0.9,
    pattern:
      /\b(?:has|is|was)\s+(?:this|it|that|the\s+[^?]{2,50}?)\s+(?:already\s+)?(?:been\s+)?(?:already\s+)?(?:picked\s+up|taken|claimed|assigned)\b(?=[^?]{0,40}\?)/i,
    object: 'thread',
    allows: ['question'],
    weigh: (found) => (found.context.review ? -2 : 0),
  },
  {
    reason: 'inquiry-any-plans',
    cues: ['any'],
    type: 'inquiry',
    weight: 1.1,
    pattern:
      /\b(?:(?:is|are)\s+there\s+)?any\s+(?:plans?|effort|efforts|work\s+(?:going\s+on|in\s+progress|under\s?way|being\s+done)|ongoing\s+work|intention)\s+(?:to|for|on|of|towards)(?=\s)/i,
    object: 'after',
    objectWeights: { vague: -0.6, unknown: -0.4, pronoun: -0.8, none: -0.8, review: -2 },
    allows: ['question', 'condition'],
    weigh: (found) =>
      !/\?|wonder|know/i.test(found.sentence.text) || PATCH_BUSINESS.test(found.sentence.text)
        ? null
        : found.context.review
          ? -0.6
          : 0,
  },
  {
    reason: 'inquiry-is-it-worked-on',
    cues: ['being', 'development', 'works'],
    type: 'inquiry',
    weight: 1.2,
    pattern:
      /\b(?:is|are|if|whether)\s+(?=[^?.;]{2,90}\b(?:already\s+|currently\s+|still\s+)?(?:being\s+(?:actively\s+)?(?:worked\s+on|developed|implemented|ported)|under\s+(?:active\s+)?development|in\s+the\s+works)\b)/i,
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: -0.6, none: -0.6 },
    allows: ['question', 'condition'],
    weigh: (found) => (/\?|wonder|\bknow\s+(?:if|whether)\b/i.test(found.sentence.text) ? 0 : null),
  },
  {
    reason: 'inquiry-still-working-on',
    cues: ['you'],
    type: 'inquiry',
    weight: 1.2,
    pattern:
      /\b(?:are\s+you(?:\s+(?:guys|folks))?|(?:if|whether)\s+you(?:\s?'re|\s+are))\s+(?:still|currently|actively|already)\s+(?:working\s+on|on(?=\s+(?:the|this|that|it)\b)|at(?=\s+(?:this|that|it)\b)|interested\s+in|planning|pursuing|looking\s+into)(?=\s)/i,
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: -0.2, none: -0.4, review: -1.6 },
    allows: ['question', 'condition'],
    weigh: (found) =>
      /\?|\b(?:wonder|know|ask|curious)/i.test(found.sentence.text)
        ? found.context.review
          ? -0.8
          : 0
        : null,
  },
  {
    reason: 'inquiry-still-free',
    cues: ['available', 'grabs', 'unclaimed', 'untaken', 'unassigned', 'free', 'taken', 'open'],
    type: 'inquiry',
    weight: 1.2,
    pattern:
      /(?:^|[:;,.–-]\s+|\b(?:if|whether|so|and|hello|hi)\s+)(?:is|are)\s+(?=[^?]{2,90}\b(?:still\s+)?(?:available|up\s+for\s+grabs|unclaimed|untaken|unassigned|free\s+to\s+take|taken|still\s+open|open\s+(?:for|to)\s+(?:students?|contribut|grabs|anyone))\b[^?]{0,60}\?)/i,
    object: 'after',
    objectWeights: { pronoun: 0, unknown: -1, review: -1 },
    allows: ['question'],
    weigh: (found) =>
      /\b(?:project|idea|task|topic|item|position|entry|work)\b/i.test(found.sentence.text)
        ? 0.8
        : found.context.review
          ? -3
          : -1.6,
  },
  {
    reason: 'inquiry-news-on',
    cues: ['any', 'status', 'state', 'plan', 'planning', 'planned', 'happened', 'became'],
    type: 'inquiry',
    weight: 1.3,
    pattern:
      /\b(?:any|are\s+there\s+(?:any\s+)?)\s*(?:news|updates?|progress)\s+(?:on|about|regarding|for|with|from)(?=\s)|\bwhat(?:'s|\s+is)\s+the\s+(?:current\s+)?(?:status|state|plan)\s+(?:of|for|on|with)(?=\s)|\bwhat(?:ever)?\s+(?:has\s+)?(?:happened|became|become)\s+(?:to|of|with)(?=\s)|\b(?:anyone|anybody|someone|somebody|you)\s+know\s+(?:about\s+)?the\s+(?:current\s+)?(?:status|state)\s+of(?=\s)(?!\s+the\s+art)/i,
    object: 'after',
    objectWeights: { unknown: -0.6, pronoun: -2.4, review: -3, none: -3, mending: -0.4, project: 0.4 },
    allows: ['question'],
    weigh: (found) =>
      /\?/.test(found.sentence.text) &&
      !PATCH_BUSINESS.test(found.sentence.text) &&
      !(/\bwhat/i.test(found.match[0]) && found.context.review)
        ? 0
        : null,
  },
  {
    reason: 'inquiry-do-you-plan',
    cues: ['you'],
    type: 'inquiry',
    weight: 0.3,
    pattern:
      /(?:^|[,;:(]\s*|\s[-–—]+\s|\b(?:and|or|so|but|also|otherwise|if\s+not)\s+|@\S+\s+)(?:do|did|are|were|will|have)\s+you\s+(?:(?:still|also|guys|folks|already|currently|perhaps|by\s+any\s+chance)\s+)*(?:(?:plan|intend|planning|intending|going|willing)\s+(?:to|on)?\s*|(?:have|had)\s+(?:any\s+)?plans?\s+(?:to|for|on)\s+|working\s+on\s+|have\s+done\s+some\s+work\s+(?:for|on)\s+|done\s+(?:any|some)\s+work\s+(?:for|on)\s+)/i,
    object: 'after',
    objectWeights: {
      unknown: -0.6,
      pronoun: -1.4,
      none: -0.6,
      mending: 0,
      review: -1.6,
      project: 0.6,
      identifier: 0.6,
    },
    allows: ['question', 'condition'],
    weigh: (found) => {
      const text = found.sentence.text
      if (!/\?/.test(text) && !/\bdone\s+some\s+work\b/i.test(text)) return null
      if (PATCH_BUSINESS.test(text)) return null
      if (/\b(?:fix|do|handle|clean|convert)\b[^?]{0,30}\b(?:as\s+well|too)\b/i.test(text)) return 1.9
      if (
        /\b(?:fix|these|those|other|support|driver|port|implement|continu|finish|pass(?:ing)?\s+it|take\s+over|hand|upstream|others?\s+to\s+help|work|maintain)/i.test(
          text,
        )
      )
        return found.context.review ? 0.6 : 1
      return found.context.review ? -1.6 : -0.4
    },
  },
  {
    reason: 'inquiry-they-plan',
    cues: ['plan', 'planning', 'planned', 'intend'],
    type: 'inquiry',
    weight: 1,
    pattern:
      /\b(?:know|ask|input|wonder(?:ing)?|say|tell|curious|clear|sure)\b[^.]{0,24}\b(?:whether|if)\s+(?:they|[A-Z]\w+|anyone|somebody|someone|you)(?:\s+(?:from|at|of)\s+\S+)?\s+(?:plan|plans|intend|intends|are\s+planning|is\s+planning)\s+(?:to|on)\s+(?=(?:clean|work|add|support|implement|port|upstream|continue|do))/i,
    object: 'after',
    objectWeights: { pronoun: 0.4, mending: 0.2, unknown: -0.6 },
    allows: ['condition', 'question'],
    weigh: unlessPatchBusiness,
  },
  {
    reason: 'inquiry-did-it-go-anywhere',
    cues: ['ever'],
    type: 'inquiry',
    weight: 0.9,
    pattern:
      /\b(?:did|has|have|was|were)\s+(?=[^?;]{2,80}\bever\s+(?:go(?:ne)?\s+anywhere|happen(?:ed)?|materiali[sz]ed?|(?:get\s+|been\s+)?(?:implemented|picked\s+up|finished|upstreamed|started|resumed))\b[^?]{0,60}\?)/i,
    object: 'after',
    objectWeights: { unknown: -0.8, pronoun: -0.6, none: -0.8, review: -2, vague: -1.4 },
    allows: ['question'],
    weigh: unlessPatchBusiness,
  },
  {
    reason: 'inquiry-may-i-go-on',
    cues: ['continue', 'take', 'work', 'pick', 'picking', 'picked', 'start', 'ahead', 'go'],
    type: 'inquiry',
    weight: 1,
    pattern:
      /\b(?:should|shall|can|could|may)\s+(?:I|we)\s+(?:(?:still|also|just|perhaps)\s+)?(?:continue\s+(?:with\s+)?(?:this\s+work|working|the\s+work|on|to\s+work)|take\s+(?:this|it|that|over)\b(?:\s+(?:over|up|on|project|task))|work\s+on\s+(?:this|it|that|the)|pick\s+(?:this|it)\s+up|start\s+working|go\s+(?:ahead|on)\s+(?:with\s+(?:this|the\s+\S+\s+(?:project|driver|work)|it)|and\s+(?:start|work|implement)))/i,
    object: 'thread',
    allows: ['question', 'condition'],
    weigh: (found) =>
      !/\?/.test(found.sentence.text)
        ? null
        : found.context.review &&
            /\bv\d|version|patch\b/i.test(found.sentence.text) &&
            !/\bcontinue\b/.test(found.sentence.text)
          ? -2
          : 0,
  },
  {
    reason: 'inquiry-mind-if',
    cues: ['mind'],
    type: 'inquiry',
    weight: 0.9,
    pattern:
      /\b(?:would|do)\s+(?:you|anyone|anybody)\s+mind\s+if\s+(?:(?:I|we|[A-Z]\w+)\b)(?=[^?]{0,80}\b(?:take|takes|took|pick|work|works|continue|continues|generate|generates|finish|carry|resubmit|post)\b)/i,
    object: 'thread',
    allows: ['question', 'condition', 'other-version'],
  },
  {
    reason: 'inquiry-worth-it',
    cues: ['point', 'would'],
    type: 'inquiry',
    weight: 0.7,
    pattern:
      /\b(?:is\s+there\s+(?:a|any)\s+point\s+(?:to|in|for)\s+(?:me|us|my|our)\b|would\s+(?:sending|creating|submitting|adding|writing|working)\b[^?]{0,80}\b(?:be\s+appropriate|count|be\s+(?:useful|welcome|of\s+interest|accepted)|make\s+sense))(?=[^?]{0,120}\?)/i,
    object: 'thread',
    allows: ['question'],
    weigh: (found) => (found.context.review && !/point/i.test(found.match[0]) ? -2 : 0),
  },
  {
    reason: 'inquiry-wip',
    cues: ['wip', 'progress', 'working', 'being'],
    type: 'inquiry',
    weight: 0.6,
    pattern:
      /^(?:are|is)\s+(?=[^?]{2,60}\b(?:WIP|work(?:s)?\s+in\s+progress|something\s+you're\s+working\s+on|already\s+being\s+(?:worked|done))\b)|\bstill\s+something\s+(?:you|they)(?:'re|\s+are)\s+working\s+on/i,
    object: 'after',
    objectWeights: { vague: 0, unknown: 0, pronoun: 0, none: 0, review: -0.5 },
    allows: ['question'],
  },
  {
    reason: 'inquiry-anyone-at-it',
    cues: ['anyone', 'anybody', 'someone', 'somebody', 'any', 'some', 'people', 'folks'],
    type: 'inquiry',
    weight: 0.8,
    pattern:
      /\b(?:(?:is|are|has|have|does|did|was|if|whether|know\s+of)\s+)?(?:there\s+)?(?:already\s+)?(?:any\s?(?:one|body)|some\s?(?:one|body)|(?<=there\s)(?:people|folks))\s+(?:(?:else|here|already|has|have|had|got|made|with|who|is|still|currently|know|knows|of|else's)\s+){0,3}?(?:(?:already\s+)?(?:at|on)\s+(?:it|this|that)|(?:a|some|any)\s+(?:\w+\s+){0,2}(?:driver|port|patch(?:es|set)?|implementation|plans?|series|prototype|wip)\s+(?:for|of|to)\s|(?:had|has|have|taken?|made)\s+(?:a\s+)?(?:go|stab|shot|look|start|attempt|progress|success)\s+(?:at|with|on|in)\s)(?=[^?]{0,120}\?)/i,
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: 0, none: 0, review: -2, mending: -2, vague: -1 },
    allows: ['question', 'condition'],
    weigh: (found) =>
      found.context.review ||
      found.context.faultTopic ||
      ASKS_FOR_IT.test(found.sentence.text.slice(0, found.match.index))
        ? null
        : unlessPatchBusiness(found),
  },
  {
    reason: 'inquiry-any-movement',
    cues: ['any', 'activity', 'movement', 'development', 'progress', 'effort', 'work', 'something'],
    type: 'inquiry',
    weight: 1,
    pattern:
      /\b(?:(?:has|have|is|are|was|were)\s+there\s+(?:been\s+|still\s+|already\s+)?(?:any|some|much)|did\s+(?:anything|something)\s+(?:ever\s+)?(?:come|happen|result)(?:\s+out)?|(?:see|seen|notice[d]?)\s+any)\s*(?:(?:recent|further|new|ongoing|more|other)\s+)?(?:activity|activities|movement|developments?|progress|efforts?|work|attempts?|interest|news|motion)?\s*(?:(?:going\s+on|done|made|happening|lately|recently)\s+)?(?:around|on|with|regarding|about|for|of|in|to(?:wards?)?|from)\s+(?=[^?]{3,160}\?)/i,
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: -0.6, none: -1.6, review: -2.4, mending: -2, vague: -1 },
    allows: ['question', 'condition'],
    weigh: (found) => (found.context.review || found.context.posting ? -1.6 : unlessPatchBusiness(found)),
  },
  {
    reason: 'inquiry-aware-of-efforts',
    cues: ['effort', 'efforts', 'attempt', 'work', 'plan'],
    type: 'inquiry',
    weight: 1.2,
    pattern:
      /\b(?:aware|know|heard)\s+(?:of|about)\s+(?:any\s+|some\s+|an?\s+)?(?:\w+\s+)?(?:efforts?|attempts?|work|plans?)\s+(?:to|for|on|towards)(?=\s[^?]{2,120}\?)/i,
    object: 'after',
    objectWeights: { unknown: -0.4, vague: -0.6, pronoun: -0.4, review: -2 },
    allows: ['question', 'condition'],
    weigh: unlessPatchBusiness,
  },
  {
    reason: 'inquiry-you-still',
    cues: ['you'],
    type: 'inquiry',
    weight: 0.9,
    pattern:
      /\b(?:is|are|was)\s+(?=[^?;]{3,90}\b(?:something\s+|what\s+)?(?:that\s+)?(?<!\bdo\s)you(?:'re|'ll|'d|\s+are|\s+will|\s+would)?\s+(?:still\s+|currently\s+|already\s+|actively\s+)?(?:intend|plan|planning|intending|working|want|hope|going|pursuing|interested|looking)\b[^?]{0,80}\?)/i,
    object: 'after',
    objectWeights: { unknown: -0.8, pronoun: -0.6, none: -1, review: -2.4, mending: -2, vague: -1.4 },
    allows: ['question'],
    // "Is this something you're working on?": the thread's topic.
    weigh: (found) => {
      const odds = unlessPatchBusiness(found)
      return odds !== null && /^(?:this|that|it)\s+something\b/i.test(found.object.phrase) ? odds + 2 : odds
    },
  },
  {
    reason: 'inquiry-who-has-it',
    cues: ['who', 'whom'],
    type: 'inquiry',
    weight: 0.9,
    pattern:
      /\bwho(?:\s?'s|m)?\s+(?:(?:is|are|else|was|has|currently|actually|now|still)\s+){0,3}(?:in\s+charge\s+of|responsible\s+for|taking\s+care\s+of|looking\s+after|behind|took\s+(?:over|on|up)|picked\s+up|has\s+(?:got\s+)?(?=the\s)|doing|handling|leading|driving|busy\s+with|signed\s+up\s+for)(?=\s[^?]{2,120}\?)/i,
    object: 'after',
    objectWeights: { unknown: -0.8, pronoun: 0, review: -2.4, none: -1, vague: -1.4 },
    allows: ['question'],
    weigh: ({ context: { review, posting, faultTopic } }) => (review || posting || faultTopic ? null : 0),
  },
  {
    reason: 'inquiry-no-double-work',
    cues: [
      'duplicate',
      'duplicating',
      'double',
      'toes',
      'twice',
      'parallel',
      'collide',
      'conflict',
      'overlap',
    ],
    type: 'inquiry',
    weight: 0.7,
    pattern:
      /\b(?:step(?:ping)?\s+on\s+(?:\S+\s+){0,2}toes|duplicat(?:e|ing)\s+(?:\S+\s+){0,2}(?:work|efforts?)|double\s+work|(?:do|doing)\s+(?:the\s+)?(?:same\s+)?work\s+twice|work(?:ing)?\s+in\s+parallel|(?:collid|conflict|overlap)(?:e|ing)?\s+with\s+(?:any|some|your|somebody|someone|other))/i,
    object: 'thread',
    allows: ['question', 'condition', 'negation'],
    weigh: (found) =>
      /\?/.test(`${found.previous} ${found.sentence.text} ${found.next}`) &&
      /\b(?:I|we|my|me)\b/.test(found.sentence.text) &&
      !found.context.review &&
      !found.context.posting
        ? 0
        : null,
  },
  {
    reason: 'inquiry-may-i-have-it',
    cues: ['ok', 'okay', 'fine', 'alright', 'objections', 'object', 'mind', 'problem'],
    type: 'inquiry',
    weight: 0.6,
    pattern:
      /\b(?:(?:is|would)\s+it\s+(?:be\s+)?(?:ok|okay|fine|alright|all\s+right|a\s+problem)|any\s+objections?|(?:does|would)\s+(?:anyone|anybody|someone)\s+(?:object|mind))\s*(?:if\s+(?:I|we)|(?:for|to)\s+(?:me|us)(?:\s+to)?)\s+(?:(?:start|started|go\s+ahead|went\s+ahead)\s+(?:and\s+)?)?(?:work(?:ed|ing)?\s+on|take|took|tak(?:e|ing)|claim(?:ed)?|pick(?:ed)?|implement(?:ed)?|wrote|write|port(?:ed)?|continued?|tackled?|adopt(?:ed)?)\s*(?:up\s+|on\s+|over\s+)?(?=[^?]{2,120}\?)/i,
    object: 'after',
    objectWeights: { unknown: -0.8, pronoun: 0, review: -2.4, none: -1, vague: -1.4, mending: -3 },
    allows: ['question', 'condition'],
    weigh: (found) => (found.context.review ? -2 : unlessPatchBusiness(found)),
  },
  {
    reason: 'inquiry-has-an-owner',
    cues: ['owner', 'assignee', 'taker', 'volunteer', 'student'],
    type: 'inquiry',
    weight: 1,
    pattern:
      /\b(?:is|are)\s+there\s+(?:already\s+|currently\s+|still\s+)?(?:an?|any)\s+(?:owner|assignee|takers?|volunteers?|student)\s+(?:for|of|on|assigned\s+to|working\s+on)(?=\s[^?]{3,120}\?)/i,
    object: 'after',
    objectWeights: { unknown: -0.6, pronoun: -0.4, review: -1.6, none: -1 },
    allows: ['question'],
    weigh: unlessPatchBusiness,
  },
  {
    reason: 'inquiry-been-done-before',
    cues: ['been', 'tried'],
    type: 'inquiry',
    weight: 0.6,
    pattern:
      /^(?:(?:hi|hello|so|also)\s*[,:]?\s+)?(?:has|have)\s+(?=(?:an?|any|the)\s+[^?;]{3,80}?\s(?:already\s+|ever\s+)?been\s+(?:\w+ly\s+)?(?:submitted|posted|written|started|implemented|attempted|claimed|tried|ported|developed)(?:\s+(?:by\s+(?:anyone|anybody|someone|somebody)|before|already|yet))+[^?]{0,60}\?)/i,
    object: 'after',
    objectWeights: { unknown: -0.8, pronoun: -2, review: -2.4, none: -2 },
    allows: ['question'],
    weigh: (found) => (found.context.review ? null : unlessPatchBusiness(found)),
  },
  {
    reason: 'inquiry-any-chance-you',
    cues: ['chance', 'chances'],
    type: 'inquiry',
    weight: 0.8,
    pattern:
      /\b(?:is\s+there\s+)?any\s+chances?\s+(?:that\s+)?(?:you|[A-Z]\w+)(?:'ll|'d|\s+will|\s+would|\s+could|\s+can|\s+might)?\s+(?:\w+\s+)?(?:get(?:ting)?\s+back\s+to|continu\w+|finish\w*|resum\w+|pick\w*\s+up|work\w*\s+on|tak\w+\s+up|reviv\w+|upstream\w*|port\w*|implement\w*)(?=\s[^?]{2,120}\?)/i,
    object: 'after',
    objectWeights: { unknown: -0.6, pronoun: -0.6, review: -0.6, none: -1 },
    allows: ['question'],
    weigh: (found) =>
      found.context.review || /\bv\d+\b|\b(?:comments?|review)\b/i.test(found.sentence.text) ? null : 0,
  },
]
