// What the author does, will do, wants or could do, read by grammar instead of phrase by phrase: subject, stance, verb
// of work, object (DESIGN §1). `claim/` and `interest/` hold the turns that need words of their own. Versions, review
// points and mending are none, whatever the stance.
import type { Detector, Reading } from '../detector.ts'
import { findChain } from './chain.ts'
import { BARE_LEAD, GOAL_LEAD, LATER_LEAD, SPEAKER_LEAD, THING_LEAD } from './leads.ts'
import { readStance } from './stance.ts'
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
  handling proceed look focus concentrate tinker chip spend responsible charge help assigned launch claim
  modify remove restore populate simplify started begun began starting beginning`
  .split(/\s+/)
  .filter(Boolean)

const GOALS =
  'plan intention goal idea aim hope wish dream task job assignment role step ambition pleasure honour honor'.split(
    ' ',
  )

const row = (reason: string, lead: RegExp, cues = CUES): Detector => ({
  reason,
  cues,
  type: 'claim',
  weight: 0,
  pattern: lead,
  read: (text) => readWork(text, lead),
  object: 'after',
  never: ['none', 'mending'],
  weigh,
  weighsAll: true,
  typeOf,
  reasonOf,
})

function readWork(text: string, lead: RegExp): Reading | null {
  const found = findChain(text, lead)
  if (!found) return null
  const chain = { ...found, standing: readStance(found) }
  const { object } = chain.verb
  const match = Object.assign([chain.text] as [string], { index: chain.index, input: text })
  return { match: object === undefined ? match : Object.assign(match, { groups: { object } }), chain }
}

/** The rows of this kind; order means nothing. */
export const ownWork: readonly Detector[] = [
  row('claim-own-work', SPEAKER_LEAD),
  row('claim-own-work-later', LATER_LEAD),
  row('claim-own-work-bare', BARE_LEAD),
  {
    ...row('claim-own-work-thing', THING_LEAD),
    object: 'before',
    never: ['none', 'mending', 'review'],
  },
  row('claim-own-work-goal', GOAL_LEAD, GOALS),
]
