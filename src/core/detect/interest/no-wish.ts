// What sounds like a wish for work and is none: what one would do but cannot, a call one joins, a board one buys, a
// programme an organisation takes part in. In: a match of any row of interest. Out: whether it says nothing. Refuses nothing.
import type { Found } from '../detector.ts'

export function isNoWish(found: Found): boolean {
  const { context, match, object, sentence } = found
  if (context.settled || /\bwish\s+(?:I|we)\s+could\b/i.test(sentence.text)) return true
  const head = object.phrase.split(HEAD_END)[0]!
  if (/^(?:whether|how|what|why)\b/i.test(head)) return true
  if (NO_WORK.test(head) && !/\bcontribut|\b(?:proposal|application)$/i.test(match[0])) return true
  if (NO_CONTRIBUTION.test(head) && /\bcontribut/i.test(match[0])) return true
  if (/^we\b/i.test(match[0]) && /\bparticipat\w+\s+in$/i.test(match[0]))
    return !/\bstudents?\b/i.test(sentence.text)
  return CANNOT.test(sentence.text.slice(match.index + match[0].length))
}
const HEAD_END = /\s(?:about|of|for|in|on|to|with|at|from|that|which|whether|if|and|until|before|next)\s/i
/** Things one joins, buys, asks or does and that are no piece of work. */
const NO_WORK =
  /\b(?:discussions?|meetings?|calls?|teams?|release|uploads?|memberships?|numbers?|questions?|problems?|brains?|conversations?|threads?|sessions?|board|hardware|performance|security|reviews?|mentors?|maintainers?|community\s+(?:call|meeting))$/i
const NO_CONTRIBUTION = /\b(?:money|results?|discussions?|bandwidth|hardware|samples?|boards?)$/i
/** "… but I don't have the time"; who does not know where to start, or has no board yet, wishes all the same. */
const CANNOT =
  /\b(?:but|though|although|however|sadly|unfortunately|alas)\b[^.;]{0,40}(?:\b(?:faster|busy|cannot|can't|couldn't)\b(?!\s+(?:find|see|seem|figure|tell|get|understand|work\s+out))|(?:\bno|\black|n't\s+have|\bnot\s+have)\s+(?:\w+\s+){0,2}(?:time|capacity|bandwidth)\b|\b(?:somebody|someone)\s+(?:else\s+)?(?:was|is|has|already))/i
