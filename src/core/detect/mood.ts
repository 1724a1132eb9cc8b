// Tense and mood around a match: question, condition, negation, history, another version of one's own patches.
// In: the sentence and where the match stands in it. Out: the moods that hold. Refuses nothing.
import type { Mood } from './detector.ts'

const QUESTION_LEAD =
  /^(?:[\w,' ]{0,40}\b)?(?:should|shall|can|could|may|would|do|does|did|is|are|was|were|has|have|what|how|why|when|where|which|who|whether|wondering if)\b/i
const SUBJECT = /^(?:I|we)\b/i
const CONDITION =
  /\b(?:if|unless|provided|assuming|suppose|in case|otherwise|would have|depending on|as long as)\b[^,;.]{0,160}$|\b(?:if|unless) [^.;]{0,200}(?:,|then)\s*$/i
/** "If it helps": no condition of anything. */
const POLITE_IF =
  /\bif\s+(?:(?:it|this|that)\s+(?:helps|is\s+of\s+(?:any\s+)?(?:help|interest))|anybody\s+cares|you(?:'re|\s+are)\s+(?:curious|interested|wondering)|I\s+(?:may|remember|recall))\b/gi
const CONDITION_AFTER =
  /^[^.;]{0,160}\b(?:if (?:you|it|that|there|this|needed|required|necessary|possible|no|nobody|none|people|anyone|everyone|we|they|I|so)|unless|provided (?:that|you|it)|depending on|assuming)\b/i
const NEGATION =
  /\b(?:not|never|no longer|cannot|can't|won't|don't|doesn't|didn't|haven't|hasn't|isn't|aren't|wasn't|wouldn't|nobody|no one|none|without|instead of|rather than|hardly|stopped)\b[^,;:.]{0,30}$/i
/** "since nobody else is on it I'll …": what others do not do denies nothing. */
const FREE_FIELD =
  /\b(?:if|since|as|because)\s+(?:nobody|no\s?one|none|there(?:'s|\s+is)\s+no\s?(?:body|one))\b/i
const INNER_NEGATION = /\b(?:not|never|n't|no longer|cannot)\b|n't\b/i
const HISTORY =
  /\b(?:ago|back then|back in|in (?:19|20)[01]\d|last year|years? (?:back|before)|previously|formerly|used to|once upon|at (?:that|the) time|in the past|originally|historically|when (?:I|we) (?:was|were|first|took|wrote|started|did))\b/i
const VERSION =
  /\b(?:in |for |on |to )?(?:a |the |my |our )?(?:v\d{1,2}\b(?!\w)|next (?:version|revision|patch ?set|patch series|series|spin|respin|iteration|round|submission|patch|rev)\b|(?:new|another|updated|second|third|next|follow-?up) (?:version|revision|spin|respin|iteration)\b(?!\s+of\s+(?:the\s+|this\s+|our\s+)?(?:hardware|chip|board|silicon|device|sensor|spec\w*|standard|protocol))|re-?spin\b|re-?submission\b)/i

/** The moods of the sentence as seen from the match. */
export function readMoods(sentence: string, at: number, length: number): Set<Mood> {
  const moods = new Set<Mood>()
  const before = sentence.slice(Math.max(0, at - 220), at)
  const inside = sentence.slice(at, at + length)
  const after = sentence.slice(at + length, at + length + 260)
  // "I would like to do it, is it free?": the subject stands before its verb, so this clause asks nothing.
  const clause = lastClause(SUBJECT.test(inside) ? before : before + inside)
  if (/\?["')\]]*$/.test(sentence.slice(-4)) && QUESTION_LEAD.test(clause)) moods.add('question')
  if (CONDITION.test(before.replace(POLITE_IF, '')) || CONDITION_AFTER.test(after)) moods.add('condition')
  if (denied(before.replace(FREE_FIELD, ''), inside) || INNER_NEGATION.test(inside)) moods.add('negation')
  if (HISTORY.test(before) || HISTORY.test(after.slice(0, 120))) moods.add('past')
  if (VERSION.test(after.slice(0, 140)) || VERSION.test(before.slice(-40))) moods.add('other-version')
  return moods
}

/** A negation before a statement with a subject of its own denies it only through a verb of saying or thinking. */
function denied(before: string, inside: string): boolean {
  if (!NEGATION.test(before)) return false
  return !/^(?:I|we|my|our)\b/i.test(inside) || TOLD.test(before)
}
const TOLD =
  /\b(?:think|thought|believe|mean|imply|sure|say|said|claim|suppose|guess|remember|recall|expect|know|matter|seem|like|want|clear|that|because|if|as|whether|why|how|what|where|when)\b[^,;:.]{0,12}$|\b(?:not|never)\s*$/i

function lastClause(text: string): string {
  const cut = Math.max(
    text.lastIndexOf('. '),
    text.lastIndexOf('; '),
    text.lastIndexOf(': '),
    text.lastIndexOf(', '),
  )
  return text.slice(cut + 1).trimStart()
}
