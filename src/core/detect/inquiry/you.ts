// Inquiries after work that is known: do you go on with it, what became of it? A question after a next version is none.
import type { Detector } from '../detector.ts'
import { PATCH_BUSINESS, unlessPatchBusiness } from './voice.ts'

/** The rows of this kind; order means nothing. */
export const inquiriesAfterWork: readonly Detector[] = [
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
    reason: 'inquiry-still-alive',
    cues: ['alive', 'dead', 'abandoned', 'ongoing', 'pursued', 'maintained'],
    type: 'inquiry',
    weight: 0.6,
    pattern:
      /(?:^|[:;,.–-]\s+|\b(?:if|whether|so|and|hello|hi)\s+)(?:is|are)\s+(?=[^?]{2,70}\b(?:still\s+|already\s+)?(?:alive|dead|abandoned|ongoing|(?:being\s+)?(?:pursued|maintained|worked\s+on))\b[^?]{0,30}\?)/i,
    object: 'after',
    objectWeights: { unknown: -1.4, pronoun: -0.6, review: -2.4, none: -2 },
    allows: ['question'],
    weigh: ({ context: { review, posting, faultTopic } }) => (review || posting || faultTopic ? null : 0),
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
      /(?:^|[,;:(]\s*|\s[-–—]+\s|\b(?:and|or|so|but|also|otherwise|if\s+not)\s+|@\S+\s+)(?:do|did|are|were|will|have)\s+you\s+(?:(?:still|also|guys|folks|already|currently|perhaps|by\s+any\s+chance)\s+)*(?:(?:plan|intend|planning|intending|going|willing)\s+(?:to|on)?\s*|(?:have|had)\s+(?:any\s+)?plans?\s+(?:to|for|on)\s+|working\s+on\s+|(?<=still\s)work\s+on\s+|have\s+done\s+some\s+work\s+(?:for|on)\s+|done\s+(?:any|some)\s+work\s+(?:for|on)\s+)/i,
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
