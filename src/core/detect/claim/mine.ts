// Claims by whose a piece of work is: "the parser is mine", "leave X to me", "put me down for X", "X will come from us",
// "X is being written by us". Blame and opinions are mine too, and in a reply about a patch so are its points: none.

import type { Detector, Found } from '../detector.ts'
import { own } from './voice.ts'

/** Whatever the thing is, these turns say whose it is. */
const WHATEVER = { unknown: 0.3, pronoun: -0.2, review: -0.6, vague: -0.8, none: -1.4 } as const

/** What is somebody's without being work of his. */
const NO_WORK =
  /\b(?:mistakes?|faults?|errors?|bugs?|typos?|emphasis|opinions?|views?|words?|choice|preference|decision|blame|apolog(?:y|ies)|bad|pleasure|thanks|credit|idea|names?|mail|question|understanding|concern|guess|responsibility|loss|burden|joke|onus|jury|ball|company|system|boards?|copyright|comments?|remarks?|notes?|sign-?off|logs?|output|shame|dibs|that)\s*$/i

/** None in a reply about a patch nor in a posting; weaker where a fault is the topic. */
export function outsidePatches(found: Found): number | null {
  if (found.context.review || found.context.posting) return null
  return found.context.faultTopic ? -1 : 0
}

/** What one is counted in for that is no work. */
export const OUTINGS =
  /\b(?:beers?|drinks?|dinner|lunch|breakfast|coffee|party|meeting|call|talk|slot|session|summit|conference|trip|tests?|testing|reviews?|reviewing|vote|table|hotel|cc)\b/i

const weigh = (found: Found): number | null =>
  NO_WORK.test(found.match.groups?.['object'] ?? '') ? null : outsidePatches(found)

/** The rows of this kind; order means nothing. */
export const claimsMine: readonly Detector[] = [
  {
    reason: 'claim-leave-it-to-me',
    cues: ['leave', 'reserve', 'keep'],
    type: 'claim',
    weight: 1.2,
    pattern:
      /(?:^|\bplease\s+|\bjust\s+|[,;]\s+)(?:leave|reserve|keep)\s+(?<object>(?!it\s+up\b)[^.;:?!]{2,80}?)\s+(?:to|for|with)\s+(?:me|us)\b(?!\s+(?:to|know)\b)/i,
    object: 'after',
    objectWeights: WHATEVER,
    weigh,
  },
  {
    reason: 'claim-is-mine',
    cues: ['mine', 'me', 'us'],
    type: 'claim',
    weight: 0.7,
    pattern:
      /(?:^(?:[a-z]{2,5},\s+)?|[;:,]\s+)(?<object>(?:the|this|that|[A-Z])[^.,;:?!]{1,70}?)(?:'s|\s+(?:is|are|will\s+be))\s+(?:now\s+|all\s+)?(?:mine|on\s+(?:me|us))(?=\s*(?:[.,;:!(]|$|\bthen\b|\bnow\b|:-))/i,
    object: 'after',
    objectWeights: { ...WHATEVER, pronoun: -2 },
    weigh,
  },
  {
    reason: 'claim-consider-it-mine',
    cues: ['consider', 'regard', 'mark'],
    type: 'claim',
    weight: 1.2,
    pattern:
      /(?:^|\bplease\s+|[,;]\s+|\byou\s+(?:can|may)\s+)(?:consider|regard|mark)\s+(?<object>[^.;:?!]{2,70}?)\s+(?:as\s+)?(?:mine|ours|(?:taken|claimed|started|in\s+progress)(?:\s+(?:by|with)\s+(?:me|us))?)(?=\s*(?:[.,;:!(]|$|:-))/i,
    object: 'after',
    objectWeights: WHATEVER,
    weigh,
  },
  {
    reason: 'claim-put-me-down',
    cues: ['put', 'pencil', 'count', 'mark', 'note', 'book', 'write'],
    type: 'claim',
    weight: 1.4,
    pattern:
      /\b(?:(?:put|pencil|note|mark|book|write)\s+(?:me|us)\s+(?:down|in|up)|count\s+(?:me|us)\s+in)\s+(?:for|on|as\s+(?:the\s+)?(?:owner|assignee|author|developer|implementer)\s+(?:of|for))(?=\s)/i,
    object: 'after',
    objectWeights: { ...WHATEVER, unknown: -0.6, pronoun: -1 },
    weigh: (found) => (OUTINGS.test(found.object.phrase) ? null : outsidePatches(found)),
  },
  {
    reason: 'claim-on-the-hook',
    cues: ['hook', 'doing', 'implementing', 'writing', 'coding', 'porting', 'developing', 'building'],
    type: 'claim',
    weight: 1.1,
    pattern: own(
      String.raw`\b(?:I|we)(?:\s?'m|\s?'re|\s+am|\s+are)\s+(?:now\s+|also\s+)?(?:on\s+the\s+hook\s+for|the\s+ones?\s+(?:who(?:'s|'re|\s+is|\s+are|\s+am)?\s+)?(?:currently\s+|already\s+)?(?:doing|implementing|writing|coding|porting|developing|building))(?=\s)`,
    ),
    object: 'after',
    objectWeights: WHATEVER,
    weigh: outsidePatches,
  },
  {
    reason: 'claim-comes-from-us',
    cues: ['come', 'coming', 'patches', 'driver', 'series'],
    type: 'claim',
    weight: 0.8,
    pattern:
      /(?:^|[;:,]\s+)(?:there\s+will\s+be\s+(?:patches|a\s+(?:\w+\s+)?(?:driver|series|port))\s+from\s+(?:me|us)\s+for\s+(?<object>[^.;:?!,]{2,80})|(?<object>(?:the|an?|that|this|support|patches)\b[^.;:?!,]{2,80}?)\s+(?:will\s+(?:come|follow)|is\s+coming|are\s+coming)\s+from\s+(?:me|us|our\s+\w+)\b)/i,
    object: 'after',
    objectWeights: WHATEVER,
    weigh,
  },
  {
    reason: 'claim-made-by-us',
    cues: [
      'added',
      'written',
      'developed',
      'implemented',
      'ported',
      'converted',
      'provided',
      'contributed',
      'upstreamed',
      'rewritten',
      'prepared',
      'delivered',
      'finalised',
      'finalized',
      'made',
      'built',
      'reworked',
    ],
    type: 'claim',
    weight: 1.1,
    pattern:
      /(?:^|[;:,]\s+|\b(?:and|but|that|notice|heads-up)\s+)(?<object>(?!(?:if|when|which|who|what|how)\b)[^.;:?!]{2,90}?)\s+(?:(?:will|shall)\s+(?:soon\s+|also\s+)?be|(?:is|are)\s+(?:currently\s+|now\s+|already\s+|just\s+)?being|(?:is|are)\s+going\s+to\s+be)\s+(?:added|written|developed|implemented|ported|converted|provided|contributed|upstreamed|rewritten|prepared|delivered|finali[sz]ed|made|built|reworked)\s+(?:(?:by|at)\s+(?:me\b|us\b|ourselves\b|(?:our|my|one\s+of\s+(?:our|my))\s+\w+|a\s+(?:colleague|student|intern|co-?worker|friend)\b)|here\b|in-?house\b|internally\b|on\s+our\s+side\b)/i,
    object: 'after',
    objectWeights: { ...WHATEVER, unknown: -0.2, pronoun: -1 },
    weigh,
  },
  {
    reason: 'claim-under-way-here',
    cues: ['development', 'works', 'making', 'progress', 'pipeline', 'way', 'underway', 'started', 'begun'],
    type: 'claim',
    weight: 1.1,
    pattern:
      /(?:^|[;:,]\s+|\b(?:and|but|that)\s+)(?<object>[^.;:?!,]{2,80}?)\s*(?:(?:'s|\s(?:is|are|has\s+been))(?:\s+(?:currently|now|already))?\s+(?:under\s+development|in\s+the\s+(?:works|making|pipeline)|in\s+progress|under\s?way)|:\s+in\s+the\s+(?:works|making)|\shas\s+(?:already\s+|now\s+)?(?:started|begun)),?\s+(?:by\s+(?:me|us)\b|on\s+(?:our|my)\s+(?:side|end)\b|at\s+our\s+\w+|in\s+(?:our|my)\s+(?:team|group|lab|company|office)\b|here\b(?!\s+(?:to|in|on)\b))/i,
    object: 'after',
    objectWeights: { ...WHATEVER, unknown: -0.2, pronoun: -1 },
    weigh,
  },
]
