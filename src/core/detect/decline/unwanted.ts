// Declines: the work is not wanted, upstream has no use for it. Judging one patch is none.
import type { Detector } from '../detector.ts'
import { ofWork } from './voice.ts'

const KIND =
  '(?:drivers?|ports?|backends?|tools?|projects?|rewrite|implementation|format|interface|frontend|framework|language|features?|architecture|ui)'

/** The rows of this kind; order means nothing. */
export const unwantedDetectors: readonly Detector[] = [
  {
    reason: 'decline-no-use-for-it',
    cues: [
      'need',
      'want',
      'interest',
      'interested',
      'appetite',
      'demand',
      'point',
      'reason',
      'another',
      'keen',
      'convinced',
      'fan',
      'favour',
      'favor',
    ],
    type: 'decline',
    weight: 0.6,
    pattern: new RegExp(
      String.raw`(?:\b|(?=n't))(?:(?:(?:have|see|is|'s|'ve|has)\s+(?:really\s+)?(?:no|little)|(?:n't|not)\s+(?:\w+\s+)?(?:much|any|a|the))\s+(?:real\s+|particular\s+)?(?:use(?:\s+case)?|need|appetite|demand|interest|point|value|reason)\s+(?:\S+\s+){0,5}?(?:(?:for|in)\s+(?:an?(?:other)?|yet\s+another|such|one\s+more)\s|(?:to|in)\s+(?:add|writ|port|support|implement|clean)\w*\s+(?:[\w-]+\s+){0,4}?(?:${KIND}|to\s+(?:the\s+)?(?:archive|tree|kernel|project|distribution|mainline|ports))\b)|(?:n't|not)\s+(?:\w+\s+)?(?:keen\s+on|convinced\s+(?:that\s+)?we|a\s+fan\s+of|in\s+favou?r\s+of)\s+[^.;]{0,30}?\b(?:an?(?:other)?|new|more)\s+(?:[\w-]+\s+){0,2}?${KIND}\b|(?:don't|do\s+not|doesn't)\s+(?:really\s+|think\s+we\s+)?(?:want|need)\s+(?:another|yet\s+another|one\s+more|a\s+(?:second|third|new)|any\s+more)\s+(?:[\w-]+\s+){0,3}?${KIND}\b|(?:we|upstream|maintainers?|they)\s+(?:(?:are|is|would)\s+)?(?:n't|not|aren't|isn't|wouldn't)\s+(?:really\s+)?(?:be\s+)?interested\s+in\s+(?:an?|another|such\s+an?)\s+(?:[\w-]+\s+){0,3}?${KIND}\b|doubt\s+(?:we|I|they|upstream)\s+(?:would|will|'d)\s+(?:be\s+interested\s+in|want)\s+(?:a|an|such\s+an?|another)\s+(?:[\w-]+\s+){0,3}?${KIND}\b)`,
      'i',
    ),
    object: 'thread',
    allows: ['negation'],
    // "I have no interest in it": his own, not the project's.
    weigh: (found) => (/\bI\s+(?:have|see|really)\b/.test(found.sentence.text) ? null : ofWork(found)),
  },
  {
    reason: 'decline-will-not-take',
    cues: [
      'accept',
      'merge',
      'consider',
      'question',
      'taking',
      'take',
      'reject',
      'nack',
      'nak',
      'support',
      'rather',
      'something',
    ],
    type: 'decline',
    weight: 0.6,
    pattern: new RegExp(
      String.raw`\b(?:(?:we|I|upstream|maintainers?|the\s+(?:project|kernel|community))\s+(?:(?:will|would|are|is|am)\s+(?:not|never)|won't|wouldn't|aren't|isn't)\s+(?:going\s+to\s+)?(?:be\s+)?(?:\w+ly\s+)?(?:accept|merge|consider|take|taking|accepting)\w*\s+(?:on\s+)?(?:an?|any|new|such|another|this\s+kind\s+of)\s+(?:[\w-]+\s+){0,4}?${KIND}\b|n't\s+think\s+(?:we|I|they|upstream)(?:'d|\s+would|\s+will|\s+could)\s+(?:accept|take|merge|want)\s+(?:an?|such|another)\s+(?:[\w-]+\s+){0,4}?${KIND}\b|${KIND}\s+(?:in\s+\S+\s+)?(?:is|are)\s+out\s+of\s+the\s+question\b|(?:we|I|upstream)(?:'re|'m|\s+are|\s+am|\s+is)?\s*(?:not|n't)\s+going\s+to\s+(?:support|accept|take|merge)\s+(?:(?:this|that|it)(?=\s*[.,;!]|\s+(?:in|here|upstream)\b)|(?:an?|any|such)\s+(?:[\w-]+\s+){0,3}?${KIND}\b)|(?:isn't|is\s+not)\s+something\s+(?:that\s+)?(?:we|I|upstream)(?:'d)?\s+(?:would\s+)?(?:want|accept|take|merge|like)\b|(?:I|we)(?:'d|\s+would)\s+rather\s+not\s+(?:take|add|merge|support|have)\s+(?:an?|another|this|that|such\s+an?)\s+(?:[\w-]+\s+){0,2}?${KIND}\b)`,
      'i',
    ),
    object: 'thread',
    allows: ['negation', 'past', 'condition'],
    // What a freeze keeps out comes in later.
    weigh: (found) =>
      /\b(?:freeze|release|cycle|merge\s+window|rc\d|without)\b/i.test(found.sentence.text)
        ? null
        : ofWork(found),
  },
  {
    reason: 'decline-use-the-existing',
    cues: ['existing', 'generic'],
    type: 'decline',
    weight: 0.5,
    pattern:
      /\b[Uu]se\s+the\s+(?:existing|generic)\s+[^.;]{2,50}\s+(?:instead\s+of|rather\s+than)\s+(?:writing|adding|creating)\s+(?:an?\s+|your\s+)/,
    object: 'thread',
    allows: ['negation'],
    weigh: ofWork,
  },
]
