// Releases told by their cause: no time, no hardware, another job, no interest. The cause alone is none; an offer, or a
// refusal to go on, must stand beside it.
import { type Clues, cluesIn } from '../clues.ts'
import type { Detector, Found } from '../detector.ts'
import { OFFERS, ROLE } from './voice.ts'

/** What a release is made of; any two of different sort make one, three in a reply about a patch. */
const CLUES: Clues<'stops' | 'respins' | 'means' | 'offers' | 'far'> = {
  respins:
    /\b(?:I|we)\b[^.;]{0,40}?\b(?:won't|will not|do(?:n't| not) (?:plan|intend)|not going|no plans?|not be)\b[^.;]{0,20}\b(?:send|post|respin|submit)\w* (?:a |another |any (?:more|further|new) |this |it )?(?:v\d+|versions?|revisions?|series|again)\b/i,
  stops:
    /\b(?:I|we)\b[^.;]{0,60}?(?:\b(?:won't|will not|can't|cannot|can not|not (?:be )?able|unable|not going to|never|no longer|decided not|didn't|haven't|have not|no (?:plans?|intention|desire)|do(?:n't| not) (?:plan|intend|think (?:I|we)|expect|see myself))\b[^.;]{0,30}?\b(?:continu\w*|finish\w*|pursu\w*|work(?:ing)? (?:on|for)|get(?:ting)? (?:back |(?:a)?round )?to|got (?:beyond|past|further|(?:a)?round to)|c[oa]me back|carry\w*|complet\w*|send(?:ing)? (?:a |another )?(?:v\d|new version|version|revision)|spend|respin|upstream\w*)|\b(?:stopped|gave up|given up|dropp?(?:ed|ing)|abandon\w*|shelv\w*|had to stop|withdr\w+|have to stop|hand(?:ing|ed)? over)\b)/i,
  means:
    /\b(?:(?:no|lack of|little|without|any|enough|have) (?:\w+ )?(?:time|bandwidth|hardware|access|board|energy)|lost (?:access|interest)|(?:changed|new|another|other|different) (?:jobs?|employer|company|team|projects?|priorities|things)|left (?:the company|[A-Z]\w+)|no longer (?:work|at|with)|pulled (?:onto|into|off)|health|family|cancelled|dissolved|out of (?:stock|production)|(?:hardware|board|setup|device|chip|kit) (?:is|was|has) (?:gone|dead|broken|returned|died)|switched companies|foreseeable future|any ?time soon)\b/i,
  offers: OFFERS,
  far: /\b(?:never got|only got|got as far as|didn't get|stop(?:ped)? at|proof of concept|prototype|half[- ]?(?:done|finished|baked)|(?:my|the) (?:code|branch|patches|work|notes) (?:is|are) (?:still )?(?:on|in|at|here)|my list)\b/i,
}

/** Two faint clues in a sentence and its neighbour. */
function addsUp(found: Found): number | null {
  const { context, sentence, next } = found
  if (context.posting || context.faultTopic || !context.reply || ROLE.test(sentence.text)) return null
  if (
    /\b(?:you|they|he|she|people|some(?:one|body))\b[^.;]{0,20}\b(?:stopped|gave up|abandon\w*|dropped)\b/i.test(
      sentence.text,
    )
  )
    return null
  const clues = cluesIn(CLUES, sentence.text)
  if (OFFERS.test(found.previous)) clues.add('offers')
  if (!clues.has('stops') && !clues.has('offers')) return null
  for (const name of cluesIn(CLUES, next)) if (name !== 'means') clues.add(name)
  const enough = context.review ? 3 : 2
  return clues.size < enough || !(clues.has('stops') || clues.has('far')) ? null : 0.2 * (clues.size - enough)
}

/** The rows of this kind; order means nothing. */
export const causeDetectors: readonly Detector[] = [
  {
    reason: 'release-lost-interest',
    cues: ['interest', 'interested', 'priority', 'priorities'],
    type: 'release',
    weight: 0.9,
    pattern:
      /\b(?:I|we)(?:'ve|\s+have)?\s+(?:\w+\s+)?lost\s+(?:\w+\s+)?interest\s+in\b|\b(?:my|our)\s+(?:own\s+)?interest\s+in\s+[^.;]{2,40}?\s+(?:has\s+)?(?:faded|vanished|waned|gone|dried\s+up|shifted)\b|\b(?:I|we)(?:'m|'re|\s+am|\s+are)\s+(?:no\s+longer|not)\s+interested\s+in\s+(?:continuing|working|pursuing|finishing|doing|the\s+project|this\s+(?:project|work|driver))\b|\b(?:my|our)\s+priorities\s+(?:have\s+)?(?:changed|shifted|moved)\b/i,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) => (found.context.review && !OFFERS.test(found.sentence.text) ? -1.2 : 0),
  },
  {
    reason: 'release-moved-on',
    cues: [
      'moved',
      'jobs',
      'job',
      'left',
      'lost',
      'longer',
      'access',
      'hardware',
      'setup',
      'board',
      'died',
      'employer',
    ],
    type: 'release',
    weight: 0.9,
    pattern:
      /\b(?:I|we)(?:\s?'ve|\s+have|\s+had)?(?:\s+(?:since|just|recently|also|already))?\s+(?:moved\s+on\b|moved\s+to\s+(?:another|a\s+different|other)\s|changed\s+(?:jobs?|employers?|teams?)|left\s+(?:the\s+company|[A-Z]\w+)|lost\s+(?:my\s+|the\s+|our\s+)?access\s+to|(?:don't|do\s+not|no\s+longer)\s+(?:have|own)\s+(?:the|that|this|any|my|access\s+to)\s+(?:\S+\s+){0,2}?(?:hardware|board|device|setup|kit|machine|chip|sensor)|returned\s+the\s+(?:board|hardware|kit|device)|no\s+longer\s+work\s+(?:on|at|for|with))\b|\b(?:my|our)\s+(?:contract|internship|job|assignment|time)\s+(?:(?:at|with|for)\s+(?:\S+\s+){1,3}?)?(?:ended|ends|is\s+over|runs\s+out)\b|\bI(?:'m|\s+am|'ll\s+be)\s+(?:leaving\s+(?:the\s+(?:company|team|project)|[A-Z]\w+)|(?:moving|switching)\s+to\s+(?:another|a\s+(?:different|new))\s+(?:team|company|job|project|employer))\b|\b(?:the|my|our|that)\s+(?:\S+\s+){0,2}(?:hardware|board|device|setup|kit|machine|sensor)\s+(?:has\s+)?(?:died|broke|is\s+gone|is\s+dead|got\s+(?:lost|fried)|was\s+returned)\b/i,
    object: 'thread',
    allows: ['negation', 'past', 'other-version'],
    weigh: (found) =>
      found.context.posting
        ? null
        : OFFERS.test(`${found.sentence.text} ${found.next}`) ||
            /\b(?:so|and)\s+(?:I|we)\s+(?:can't|cannot|won't|will\s+not)\s+(?:continue|finish|go\s+on|carry\s+on|complete|send|respin|post)\b/i.test(
              found.sentence.text,
            )
          ? 0.4
          : -2,
  },
  {
    reason: 'release-no-time',
    cues: [
      'chance',
      'opportunity',
      'time',
      'energy',
      'motivation',
      'capacity',
      'bandwidth',
      'cycles',
      'resources',
      'spare',
      'able',
      'hardware',
      'setup',
      'access',
    ],
    type: 'release',
    weight: 0.9,
    pattern:
      /(?:^(?:(?:sorry|no|hi|unfortunately)[,.] )*(?=no time for)|\b(?:I|we)\b)[^.;]{0,40}(?:no time(?= for \S+)|\b(?:won'?t|will\s+not|haven'?t|have\s+not|don'?t|do\s+not|no\s+longer|didn'?t|unlikely|can'?t|cannot|couldn'?t|never|lack|ran\s+out\s+of)\b[^.;]{0,24}\b(?:time|bandwidth|cycles|resources|energy|motivation|capacity|chance|opportunity|hardware|setup|access|be\s+able)\b|\bha(?:ve|d)\s+(?:had\s+|got\s+)?(?:absolutely\s+|really\s+)?(?:no|zero|little)\s+(?:more\s+|spare\s+|free\s+)?(?:time|bandwidth|cycles|resources)\b)(?:[^.;]{0,40}\b(?:to\s+)?(?:get\s+back\s+to|continue|finish|work\s+on|handle|complete|pursue|carry|drive|push|do|send|spend\s+on)\s+(?=(?:this|it|that|the|on|with|working|another|my|any\s+of|\S*[A-Z\d]\S*|\w+\s+[A-Z]))|\s+(?:for|on)\s+(?:it|this|that|the\s+(?:project|driver|port|work))\b|\s+for\s+[\w.-]+(?=\s*(?:[,.;!]|$|at\s+the\s+moment|any\s?more|right\s+now))|(?=\s*(?:[,.;!]|$|and\b|at\s+the\s+moment|right\s+now|any\s?more|these\s+days|currently)))/i,
    object: 'thread',
    allows: ['negation', 'condition', 'past', 'other-version'],
    weigh: (found) => {
      if (OFFERS.test(`${found.sentence.text} ${found.next}`)) return 1.2
      if (
        /\b(?:today|tonight|tomorrow|this\s+(?:evening|afternoon|morning|week(?:end)?))\b/i.test(
          found.sentence.text,
        )
      )
        return -2.4
      const { reply, review } = found.context
      const bare =
        !/\b(?:continue|finish|complete|pursue|carry|work on|back to|drive|do|send|push|handle|spend)\b/i.test(
          found.match[0],
        )
      return (review ? -2 : reply ? -0.6 : -1.4) + (bare ? -1.2 : 0)
    },
  },
  {
    reason: 'release-never-got-to-it',
    cues: ['got', 'getting', 'gotten', 'around', 'round', 'never', 'manage', 'came'],
    type: 'release',
    weight: 0.5,
    pattern:
      /\b(?:I|we) (?:\w+ ){0,2}?(?:never|still (?:did not|didn't|haven't|have not)|didn't|did not|haven't|have not|won't|will not) (?:\w+ ){0,2}?(?:get|got|gotten|find|found|manage[d]?|come|came) (?:a?round |back )?(?:to|the time (?:to|for)) (?:it\b|this\b|that\b|do(?:ing)? (?:it|this|that)\b|(?:work|finish)\w*)/i,
    object: 'thread',
    allows: ['negation', 'past'],
    weigh: (found) =>
      OFFERS.test(`${found.sentence.text} ${found.next}`) ? (found.context.review ? -0.6 : 0.2) : -2,
  },
  {
    reason: 'release-needs-new-owner',
    cues: [
      'anybody',
      'anyone',
      'nobody',
      'owner',
      'home',
      'champion',
      'volunteer',
      'looking',
      'find',
      'someone',
      'somebody',
    ],
    type: 'release',
    weight: 0.6,
    pattern:
      /\b(?:no longer have|do(?:n't| not) have) (?:any(?:one|body)|some(?:one|body)) (?:left )?(?:working|to work) on\b|\b(?:nobody|no one) (?:is )?(?:left |here |on our side |in our (?:team|group|company) )+(?:left |here )?(?:to|who (?:can|could)) (?:carry|continue|work on|finish|take care of|look after)\b|\b(?:needs?|find|finds|looking for|look for|wants?) (?:an?|another|some) (?:new |other )?(?:owner|home|champion|volunteer)\b|\b(?:looking|look) for (?:some(?:one|body)|any(?:one|body)|a volunteer|volunteers)(?: else)? (?:to|who (?:wants|would like|could|can)(?: to)?) (?:take|continue|finish|pick|carry|adopt|complete)\w*/i,
    object: 'thread',
    allows: ['condition', 'negation'],
    weigh: ({ context, sentence }) =>
      context.posting ||
      ROLE.test(sentence.text) ||
      /\b(?:maintain\w*|minutes|notes|host\w*|organi[sz]e\w*|moderat\w*|review\w*|test(?:ing)?)\b/i.test(
        sentence.text,
      )
        ? null
        : context.review
          ? -1.2
          : 0,
  },
  {
    reason: 'release-adds-up',
    cues: [
      'time',
      'bandwidth',
      'hardware',
      'access',
      'foreseeable',
      'interested',
      'ahead',
      'continue',
      'welcome',
      'foresee',
      'prototype',
      'concept',
      'anymore',
      'cancelled',
      'anyone',
      'whoever',
      'mind',
    ],
    type: 'release',
    weight: 0.4,
    pattern: new RegExp(`${CLUES.stops.source}|${OFFERS.source}`, 'i'),
    object: 'thread',
    allows: ['negation', 'condition', 'past', 'other-version'],
    weigh: addsUp,
  },
  {
    reason: 'release-was-going-to',
    cues: ['hoping', 'planning', 'planned', 'hoped', 'wanted', 'intended', 'meaning', 'meant'],
    type: 'release',
    weight: 1.2,
    pattern:
      /\b(?:I|we) (?:(?:was|were|had been|have been) (?:\w+ )?(?:hoping|planning|going|meaning|intending)|had (?:\w+ )?(?:planned|hoped|wanted|intended|meant)|(?:planned|hoped|wanted|intended|meant)) to (?!say|ask|write to|reply|send this)[^.;]{2,80}?\bbut\b[^.;]{0,60}?\b(?:lost|no longer|not going to happen|never|did not|didn't|haven't|won't|will not|can't|cannot|gave up|given up|no time|left|moved|other things|unlikely)\b/i,
    object: 'thread',
    allows: ['negation', 'past', 'condition'],
    weigh: (found) => {
      const { context, sentence, next } = found
      if (context.posting || context.faultTopic || !context.reply) return null
      const offers = OFFERS.test(`${sentence.text} ${next}`)
      const ended = /\b(?:lost|no longer|not going to happen|gave up|given up|left|moved|unlikely)\b/i.test(
        found.match[0],
      )
      return (context.review ? -1.6 : -0.6) + (offers ? 0.8 : ended ? 0 : -1)
    },
  },
]
