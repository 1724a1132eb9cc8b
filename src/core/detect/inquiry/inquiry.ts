// Inquiries: is anyone on it, who has it, was it tried before? Questions on code, and requests for a next version, are none.
import type { Detector } from '../detector.ts'
import { PATCH_BUSINESS, unlessPatchBusiness } from './voice.ts'

/** "Can someone …": a request. */
const ASKS_FOR_IT = /\b(?:can|could|would|should|will|please)\s*$/i

const WORK = String.raw`(?:work(?:ing|ed|s)?\s+on|look(?:ing|ed)\s+(?:at|into)\s+(?=(?:implement|add|port|writ|support|develop|mak|gett))|implement(?:ing|ed)|port(?:ing|ed)|writ(?:ing|ten)|develop(?:ing|ed)|tak(?:ing|en)\s+(?:up|on|care)|plan(?:s|ning)?\s+(?:to|on)\s+(?=work|implement|port|add|writ|do\b|support|upstream|fix|clean|continu|tak|submit|send|develop|mak)|start(?:ing|ed)|begun|attempt(?:ing|ed)|tackl(?:ing|ed)|pick(?:ed|ing)?\s+(?:(?:this|it|that)\s+)?up|assigned\s+to|busy\s+with|in\s+charge\s+of|mentoring|an?\s+(?=[^.;?]{2,70}\bin\s+(?:the\s+(?:pipeline|works)|progress)\b)|tried\s+to\s+(?:port|implement|write|add))`

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
      /\bwho(?:\s?'s|\s+is|\s+else\s+is)\s+(?:currently\s+|actually\s+|now\s+|already\s+)?(?:working\s+on|developing|implementing|porting)(?=\s)/i,
    object: 'after',
    objectWeights: { unknown: -0.4, pronoun: 0, review: -2 },
    allows: ['question'],
    weigh: ({ sentence: { text } }) =>
      /\?|\b(?:know|wonder\w*|tell\s+me|ask|curious|find\s+out)\b/i.test(text) ? 0 : null,
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
]
