// Inquiries of one who would take it: is it free, may I have it, would it be welcome? Asking for a review is none.
import type { Detector } from '../detector.ts'
import { unlessPatchBusiness } from './voice.ts'

/** The rows of this kind; order means nothing. */
export const inquiriesToTakeIt: readonly Detector[] = [
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
      /\b(?:(?:is|would)\s+it\s+(?:be\s+)?(?:ok|okay|fine|alright|all\s+right|a\s+problem)|any\s+objections?|(?:does|would)\s+(?:anyone|anybody|someone)\s+(?:object|mind))\s*(?:if\s+(?:I|we)|(?:for|to)\s+(?:me|us)(?:\s+to)?)\s+(?:(?:start|started|go\s+ahead|went\s+ahead)\s+(?:and\s+)?)?(?:start(?:ed)?\s+(?:with|on)|work(?:ed|ing)?\s+on|take|took|tak(?:e|ing)|claim(?:ed)?|pick(?:ed)?|implement(?:ed)?|wrote|write|port(?:ed)?|continued?|tackled?|adopt(?:ed)?)\s*(?:up\s+|on\s+|over\s+)?(?=[^?]{2,120}\?)/i,
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
]
