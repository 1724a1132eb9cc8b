// What the author does, will do, wants or could do, read by grammar instead of phrase by phrase: subject, stance, verb
// of work, object (DESIGN §1). `claim-*` and `interest*` hold the turns that need words of their own. Versions, review
// points and mending are none, whatever the stance.
import { own } from '../claim/voice.ts'
import type { Detector } from '../detector.ts'
import {
  BARE_CHAIN,
  BARE_LEAD,
  CHAIN,
  GOAL_CHAIN,
  GOAL_LEAD,
  LATER_CHAIN,
  LATER_LEAD,
  THING_CHAIN,
  THING_LEAD,
} from './stance.ts'
import { reasonOf, typeOf, weigh } from './weigh.ts'

/** Verbs of work by their first letters, and "have a go", "give it a try". */
const CUES = `
  clean work hack write writing wrote written rewriting build built bring put putting cook code coding develop
  implement reimplement port prototype prototyping design redesign upstream mainline mainlining refactor
  rework overhaul modernise convert migrate migrating package packaging emulate emulating virtual draft
  craft move moving take taking took get getting graduate push make making prepare preparing add create
  creating extend enable enabling introduce support integrate provide providing produce deliver automate
  general restructure unify adapt finish expand expose replace replacing improve improving optimise document
  send sent follow coming come post publish share submit contribute pick tackle tackling carry adopt revive
  resurrect continue go stab shot crack attempt hand start begin begun apply applied participate join part
  involved choose chose give drive do complete propose nominate volunteer sign busy occupied engaged lead
  handling proceed look focus concentrate tinker chip spend responsible charge help assigned launch`
  .split(/\s+/)
  .filter(Boolean)

const GOALS =
  'plan intention goal idea aim hope wish dream task job assignment role step ambition pleasure honour honor'.split(
    ' ',
  )

const row = (reason: string, pattern: string, weight: number, cues = CUES): Detector => ({
  reason,
  cues,
  type: 'claim',
  weight,
  pattern: own(pattern),
  object: 'after',
  never: ['none', 'mending'],
  weigh,
  typeOf,
  reasonOf,
  allows: ['condition'],
})

/** The rows of this kind; order means nothing. */
export const ownWork: readonly Detector[] = [
  row('claim-own-work', CHAIN, 0),
  { ...row('claim-own-work-later', LATER_CHAIN, -0.1), lead: own(LATER_LEAD) },
  { ...row('claim-own-work-bare', BARE_CHAIN, -0.3), lead: own(BARE_LEAD) },
  {
    ...row('claim-own-work-thing', THING_CHAIN, 0),
    lead: own(THING_LEAD),
    object: 'before',
    never: ['none', 'mending', 'review'],
  },
  { ...row('claim-own-work-goal', GOAL_CHAIN, 0, GOALS), lead: own(GOAL_LEAD) },
]
