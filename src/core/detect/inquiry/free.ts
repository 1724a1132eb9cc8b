// Inquiries of one who would take it: is it free, has it an owner, may I have it? Asking for a review is none.
import type { Detector, Found } from '../detector.ts'
import { ANYONE, asks, asksForWork } from './voice.ts'

/** A thing that is handed out. */
const THING =
  /\b(?:projects?|ideas?|tasks?|topics?|items?|positions?|entry|work|port|driver|internship|slots?|tickets?|thing|stuff|part|support|conversion|rewrite|microprojects?)\b/i
/** What is there or not, and nobody's to take. */
const MATTER =
  /\b(?:documentation|docs?|datasheets?|hardware|boards?|code|source|list|channel|tutorial|version|download|wiki|license|image|file|data|information|examples?|packages?)\b/i
const FREE = String.raw`(?:available|up\s+for\s+(?:grabs|adoption)|unclaimed|untaken|unassigned|vacant|free(?:\s+to\s+take)?|taken|claimed|assigned|reserved|picked\s+up|open|on\s+offer|orphaned|looking\s+for\s+(?:an?\s+|some\s+)?(?:students?|mentees?|contributors?|someone|help\w*)|(?<=\b(?:projects?|ideas?|tasks?|topics?|items?|this|it|that)\s+still\s)(?:relevant|needed|wanted))`
const FREE_WEIGHTS = { pronoun: -0.2, unknown: -0.8, review: -1, none: -0.4, vague: 0 } as const

/** Nearly all such questions name a thing that is handed out. */
function offered(found: Found): number | null {
  const { context, match, sentence } = found
  if (!asks(found)) return null
  const what = match.groups?.['object'] ?? ''
  if (MATTER.test(what) && !THING.test(what)) return null
  if (THING.test(/^(?:there\b|$)/i.test(what) ? sentence.text : what)) return context.review ? -2.4 : 0.6
  if (context.review || context.posting || context.faultTopic) return -3
  return /(?:taken|claimed|assigned|picked\s+up|grabs)\b/i.test(sentence.text) ? -0.4 : -0.8
}

/** The rows of this kind; order means nothing. */
export const inquiriesToTakeIt: readonly Detector[] = [
  {
    reason: 'inquiry-whether-free',
    cues: [
      'available',
      'open',
      'taken',
      'free',
      'grabs',
      'unclaimed',
      'claimed',
      'assigned',
      'relevant',
      'needed',
      'picked',
      'orphaned',
    ],
    type: 'inquiry',
    weight: 0.9,
    pattern: new RegExp(
      String.raw`\b(?:if|whether)(?:\s+or\s+not)?\s+(?<object>[^.?]{2,110}?)\s+(?:(?:is|are|was|were|has|have)\s+(?:\w+\s+){0,2}?(?:been\s+)?|or\s+)(?:still\s+|already\s+|currently\s+)*${FREE}\b`,
      'i',
    ),
    object: 'after',
    objectWeights: FREE_WEIGHTS,
    // "whether or not it is free" denies nothing.
    allows: ['question', 'condition', 'negation'],
    weigh: (found) =>
      /\b(?:wonder\w*|know|asks?|asking|check|tell|see|sure|confirm|curious|suggest\w*)\b/i.test(
        found.sentence.text.slice(0, found.match.index),
      )
        ? offered(found)
        : null,
  },
  {
    reason: 'inquiry-still-free',
    cues: [
      'available',
      'grabs',
      'unclaimed',
      'untaken',
      'unassigned',
      'free',
      'taken',
      'open',
      'picked',
      'claimed',
      'assigned',
      'relevant',
      'needed',
      'vacant',
      'offer',
      'wanted',
      'looking',
      'need',
      'orphaned',
    ],
    type: 'inquiry',
    weight: 0.8,
    pattern: new RegExp(
      String.raw`(?:^|[:;,.–-]\s+|\b(?:so|and|or|hello|hi|but)\s+)(?:is|are|has|have|was|does|do|did)\s+(?=(?<object>[^?,;]{2,90}?)\s*\b(?:${FREE}(?=\s*(?:[?,;.]|\s(?:for|yet|still|now|this|or|and|already|by\s+(?:any|some|another)|to\s+(?:any|some|work|students?|contribut|new|the\s+\w+))))|still\s+(?:a\s+)?(?:need|demand)\s+(?:for|of)\b|need\s+for\s+(?:some|any)(?:body|one)\b)[^?]{0,70}\?)`,
      'i',
    ),
    object: 'after',
    objectWeights: FREE_WEIGHTS,
    allows: ['question'],
    weigh: (found) =>
      /\b(?:patch(?:es)?|lock|flag|check|call|line|code|macro|comment|include|header|warning|series|fix|commit|bug|problem|option|function|file)\b/i.test(
        found.sentence.text.slice(found.match.index),
      )
        ? null
        : offered(found),
  },
  {
    reason: 'inquiry-has-an-owner',
    cues: [
      'owner',
      'assignee',
      'taker',
      'takers',
      'volunteer',
      'volunteered',
      'student',
      'applicant',
      'assigned',
      'signed',
    ],
    type: 'inquiry',
    weight: 1.2,
    pattern: new RegExp(
      String.raw`\b(?:(?:have|has|got|lacks?|there(?:'s|\s+is|\s+are)?|any|no)\s+(?:already\s+|still\s+|currently\s+|yet\s+|an?\s+|any\s+|no\s+){0,3}(?:owners?|assignees?|takers?|volunteers?)\b|(?:if|whether|is|has|have)\s+(?:there\s+)?(?:any|another|some|an?)\s+(?:other\s+)?(?:students?|applicants?|interns?)\s+(?:\w+\s+){0,2}?(?:selected|accepted|chosen|assigned|working|taken|interested)\b|(?:did|has|have|is)\s+${ANYONE}\s+(?:else\s+)?(?:already\s+)?(?:volunteer(?:ed)?|sign(?:ed)?\s+up|step(?:ped)?\s+up|claim(?:ed)?|been\s+assigned|assigned)\b)`,
      'i',
    ),
    object: 'thread',
    allows: ['question', 'condition', 'negation', 'past'],
    weigh: (found) =>
      THING.test(found.sentence.text) || found.context.application ? asksForWork(found) : null,
  },
  {
    reason: 'inquiry-places-left',
    cues: [
      'accepting',
      'taking',
      'opening',
      'openings',
      'slot',
      'slots',
      'internship',
      'students',
      'interns',
    ],
    type: 'inquiry',
    weight: 1,
    pattern:
      /\b(?:(?:are|is)\s+(?:you|the\s+\w+|there)\s+(?:still\s+|currently\s+)?(?:accepting|taking|looking\s+for|open\s+(?:for|to))\s+(?:\w+\s+)?(?:students?|applicants?|applications?|interns?|contributors?)|(?:will|is|are)\s+there\s+(?:still\s+)?(?:be\s+)?(?:an?|any)\s+(?:\w+\s+)?(?:opening|slot|internship|position)s?\b|(?:more\s+than\s+one|two|several)\s+(?:students?|interns?|applicants?)\s+(?:be\s+allowed|can|could|may)\s)/i,
    object: 'thread',
    allows: ['question', 'condition'],
    weigh: asksForWork,
  },
  {
    reason: 'inquiry-may-i-go-on',
    cues: ['continue', 'take', 'work', 'pick', 'start', 'ahead', 'go', 'claim', 'apply', 'assigned', 'adopt'],
    type: 'inquiry',
    weight: 1,
    pattern:
      /(?:\bmay\s+we|\b(?:should|shall|can|could|may)\s+(?:I|one|an?\s+(?:newcomer|beginner|newbie|outsider)))\s+(?:(?:still|also|just|perhaps|please|already)\s+){0,2}(?:continue\s+(?:with\s+)?(?:this\s+work|working|the\s+work|on|to\s+work)|take\s+over\s|take\s+(?:this|it|that|these|those|them)\s+(?:over|up|on|project|task|one)\b|take\s+(?:this|that|the)\s+(?:\S+\s+){0,4}?(?:project|task|topic|port)\b|work\s+on\s+(?:this|it|that|the)|pick\s+(?:(?:this|it|them|these|that)\s+(?:\w+\s+)?up|up\s+(?:this|the|that))|claim\s+(?:this|it|that|the)|adopt\s|be\s+assigned|start\s+working|go\s+(?:ahead|on)\s+(?:with\s+(?:this|the\s+\S+\s+(?:project|driver|work)|it)|and\s+(?:start|work|implement)))/i,
    object: 'thread',
    allows: ['question', 'condition'],
    weigh: (found) =>
      !/\?/.test(found.sentence.text) ||
      // "How can I start working on it?" asks for a guide.
      /\b(?:how|where|what|when|which|why)\s*$/i.test(found.sentence.text.slice(0, found.match.index)) ||
      /\b(?:proposals?|drafts?|applications?|bugs?|meeting|releases?)\b/i.test(
        found.sentence.text.slice(found.match.index),
      )
        ? null
        : found.context.review &&
            /\bv\d|version|patch\b/i.test(found.sentence.text) &&
            !/\bcontinue\b/.test(found.sentence.text)
          ? -2
          : 0,
  },
  {
    reason: 'inquiry-may-i-have-it',
    cues: ['ok', 'okay', 'fine', 'alright', 'objections', 'object', 'mind', 'problem'],
    type: 'inquiry',
    weight: 0.6,
    pattern:
      /\b(?:(?:is|would)\s+it\s+(?:be\s+)?(?:ok|okay|fine|alright|all\s+right|a\s+problem)|any\s+objections?|(?:does|would|do)\s+(?:anyone|anybody|someone|you)\s+(?:object|mind))\s*(?:if\s+(?:I|we|[A-Z]\w+)|(?:for|to)\s+(?:me|us)(?:\s+to)?)\s+(?:(?:start|started|go\s+ahead|went\s+ahead)\s+(?:and\s+)?)?(?:start(?:ed)?\s+(?:with|on)|work(?:ed|ing)?\s+on|tak(?:e|es|ing)|took|claim(?:ed)?|pick(?:ed|s)?|implement(?:ed)?|wrote|write|port(?:ed)?|continue[sd]?|finish|generates?|tackled?|(?:adopt|hijack)(?:ed)?)\s*(?:up\s+|on\s+|over\s+)?(?=[^?]{2,120}\?)/i,
    object: 'after',
    objectWeights: { unknown: -0.8, pronoun: 0, review: -2.4, none: -1, vague: -1.4, mending: -3 },
    allows: ['question', 'condition', 'other-version'],
    // "Would you mind if Ana generates the next version?" asks for the whole work.
    weigh: (found) =>
      /\bmind\s+if\s+(?!I|we)[A-Z]/.test(found.match[0])
        ? 2.4
        : found.context.review
          ? -2
          : asksForWork(found),
  },
  {
    reason: 'inquiry-no-double-work',
    cues: ['duplicate', 'duplicating', 'double', 'toes', 'twice', 'collide', 'overlap'],
    type: 'inquiry',
    weight: 0.7,
    pattern:
      /\b(?:step(?:ping)?\s+on\s+(?:\S+\s+){0,2}toes|duplicat(?:e|ing)\s+(?:\S+\s+){0,2}(?:work|efforts?)|double\s+work|(?:do|doing)\s+(?:the\s+)?(?:same\s+)?work\s+twice|(?:collid|overlap)(?:e|ing)?\s+with\s+(?:any|some|your|somebody|someone|other))/i,
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
]
