// What the rows of declines share: the thing that was asked for, and the mails in which it is refused.
// In: a match. Out: log-odds, or null where no work is refused. Refuses nothing.
import { isWorkTopic } from '../context.ts'
import type { Found } from '../detector.ts'

/** "that project", "this one", "your proposal". */
export const THING = String.raw`(?:(?:this|that|the|your|these|those)\s+(?:[\w"'/-]+\s+){0,4}?(?:projects?|ideas?|task|topic|item|one|internship|position|place|proposal|application)\b(?:\s+(?:for|of|on)\s+\S+)?)`

/** Work as one would begin it, not a line of code. */
export const WORK =
  /\b(?:project|gsoc|outreachy|driver|task|feature|support|bindings?|idea|port|internship|backend|frontend|architecture|rewrite|tool|shim|language|framework|implementation|subsystem|hardware|chip|scripts?|proposal|format|interface|daemon|library|ui)\b/i

/** In answers that are about no patch and no fault, and speak of such work. */
export function ofWork(found: Found): number | null {
  const { reply, application, message } = found.context
  const odds = ofPlaces(found)
  if (odds === null || application) return odds
  // Who opens a thread to refuse speaks for his project: "we see no need to add it".
  if (!reply) return /\b(?:we|upstream)\b/i.test(found.sentence.text) ? -0.4 : null
  return WORK.test(found.sentence.text) || isWorkTopic(message.subject) ? 0 : -0.8
}

/** What only a programme or its like says. */
export function ofPlaces({ context, sentence }: Found): number | null {
  const { review, posting, faultTopic, application } = context
  return review || posting || faultTopic || /\?\s*$/.test(sentence.text) ? null : application ? 0.6 : 0
}
