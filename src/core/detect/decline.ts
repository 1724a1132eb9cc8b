// Declines: somebody says a piece of work is not available, not wanted, or not fit. Judging one patch is none.
import type { Detector, Found } from './detector.ts'

const WORKISH = /\b(?:project|gsoc|work|driver|task|part|feature|support|bindings?|idea|series)\b/i

const lower = (found: Found): number => (found.context.application ? 0.6 : found.context.review ? -0.6 : -0.2)

/** The rows of this kind; order means nothing. */
export const declineDetectors: readonly Detector[] = [
  {
    reason: 'decline-too-big',
    cues: ['gsoc', 'outreachy', 'summer', 'internship', 'student'],
    type: 'decline',
    weight: 1.2,
    pattern:
      /\b(?:too\s+(?:big|large|small|difficult|hard|complex|ambitious|little|easy)|not\s+(?:suitable|enough|appropriate|a\s+good\s+fit|fit)|out\s+of\s+scope|beyond\s+the\s+scope|(?:n't|\bnot|\bdoubt)\s+(?:(?:think|believe|that)\s+[^.]{3,60}\s+)?(?:would\s+|really\s+)?fits?\s+(?:in|into|within|for))\b[^.]{0,40}\b(?:gsoc|outreachy|summer|internship|student|(?:gsoc|student)\s+project)\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: (found) => (/\b(?:may|might|perhaps|maybe|could)\b/i.test(found.sentence.text) ? -1.4 : 0),
  },
  {
    reason: 'decline-advise-against',
    cues: ['recommend', 'advise', 'suggest', 'encourage'],
    type: 'decline',
    weight: 0.9,
    pattern:
      /\b(?:would(?:n't|\s+not)|do(?:n't|\s+not))\s+(?:recommend|advise|suggest|encourage)\s+(?:that\s+)?(?:you\s+|to\s+|anyone\s+)?(?:continu\w*|work\w*|adding|doing|pursu\w*|tak(?:e|ing)|start\w*|spend\w*)\b/i,
    object: 'thread',
    allows: ['negation', 'condition'],
    weigh: lower,
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
    cues: ['interesting', 'worth', 'suitable', 'available', 'good'],
    type: 'decline',
    weight: 0.7,
    pattern:
      /\b(?:would(?:n't|\s+not)|wo(?:n't|uld\s+not)|is(?:n't|\s+not))\s+(?:be\s+)?(?:(?:as|that|so|very|really)\s+)?(?:interesting|worth(?:while)?|suitable|available|a\s+good\s+(?:fit|idea|project|gsoc))\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: (found) => (found.context.application && WORKISH.test(found.sentence.text) ? 0.4 : -2.4),
  },
  {
    reason: 'decline-already-taken',
    cues: ['taken', 'claimed', 'assigned', 'longer', 'available'],
    type: 'decline',
    weight: 0.9,
    pattern:
      /\b(?:project|idea|task|topic|this|that|it)\s+(?:\S+\s+)?(?:is|was|has(?:\s+already)?\s+been)\s+(?:already\s+|now\s+)?(?:taken|claimed|assigned|no\s+longer\s+(?:available|offered|mentored)|not\s+available)\b/i,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) =>
      found.context.review || found.context.posting ? null : found.context.application ? 0.6 : -1.2,
  },
  {
    reason: 'decline-no-good-project',
    cues: ['good', 'great', 'suitable', 'appropriate', 'fit'],
    type: 'decline',
    weight: 0.8,
    pattern:
      /(?:\bnot|n't(?:\s+think)?)\b[^.]{0,40}\b(?:good|great|suitable|appropriate|fit)\b[^.]{0,24}\b(?:gsoc|outreachy|student|intern(?:ship)?)\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: (found) => (found.context.application ? 0.4 : -1),
  },
  {
    reason: 'decline-no-students',
    cues: ['student', 'intern', 'internship', 'applicant', 'mentor', 'slot', 'slots', 'candidate', 'offered'],
    type: 'decline',
    weight: 0.9,
    pattern:
      /\b(?:(?:won't|will\s+not|not|cannot|can't)\s+(?:be\s+)?(?:accept|accepting|take|taking|mentor|mentoring)\s+(?:any\s+)?(?:\w+\s+)?(?:students?|interns?|applicants?|this\s+project|that\s+project)|(?:don't|do\s+not|no\s+longer|won't)\s+have\s+(?:the\s+)?time\s+to\s+mentor|no\s+(?:mentor|mentors)\s+(?:is|are)?\s*available|(?:project|idea|task)\s+(?:won't|will\s+not|is\s+not|isn't)\s+(?:be\s+|being\s+)?(?:mentored|offered|run)|already\s+have\s+(?:an?|some|enough)\s+(?:\w+\s+)?(?:students?|applicants?|interns?|candidates?)\s+(?:for|on|working)|(?:no|not\s+(?:get|have)\s+(?:any|a|enough))\s+slots?\s+for\s+(?:this|that|the))\b/i,
    object: 'thread',
    allows: ['negation'],
    weigh: (found) => (found.context.application ? 0.4 : -0.6),
  },
  {
    reason: 'decline-skip',
    cues: ['skip', 'avoid', 'leave', 'bother', 'spend'],
    type: 'decline',
    weight: 0.2,
    pattern:
      /\bI'd\s+(?:skip|avoid|leave\s+out|not\s+(?:bother|spend\s+time))\s+(?=(?:adding|working|doing|with|that|this|the))/i,
    object: 'thread',
    allows: ['negation'],
    weigh: (found) => (found.context.application ? 0.6 : -2.4),
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
]
