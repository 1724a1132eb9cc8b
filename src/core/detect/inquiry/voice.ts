// What the rows of inquiry share: how a question is known, and which are about versions, patches and comments and so ask
// for no work. In: a match. Out: log-odds, or null where no work is asked after. Refuses nothing.
import type { Found } from '../detector.ts'

/** "anyone", "one of you"; people only where somebody says that they exist. */
export const ANYONE = String.raw`(?:any\s?(?:one|body)|some\s?(?:one|body)|(?:any|some|one)\s+of\s+(?:you|us|the\s+\w+)|(?<=there\s)(?:people|folks|others)|any\s+(?:other\s+)?(?:people|folks|developers?|others?))`

/** Words of a question that is about the mail's own patches. */
export const PATCH_BUSINESS =
  /\b(?:v\d+|next (?:version|revision)|re-?spin|re-?send|re-?post|(?:formal|proper|follow-?up|separate|new) patch|a patch|patches|(?:my|our|your) (?:\S+ )?(?:application|proposal|patch|question|e?-?mail)|comments?|reviews?|feedback|the (?:above|below))\b/i

/** Plans of releases and meetings. */
export const OF_THE_CALENDAR =
  /\b(?:releases?|cycle|merge\s+window|meetings?|summit|conference|weekend|call)\b/i

/** Questions without a question mark: by their order of words, or told. */
const INVERTED =
  /^(?:(?:hi|hello|so|also|and|but)\b,?\s+)?(?:is|are|does|did|has|have)\s+(?:any|there|you|they|this|that|it)\b/i
const INTRODUCED =
  /\bwonder|\bcurious|\bask(?:ing)?\b|\bfind\s+out|\btell\s+(?:me|us)|\blet\s+(?:me|us)\s+know|\b(?:like|love|want(?:ed)?|good|nice|interested|glad|curious)\s+to\s+know|\bmake\s+sure|\bto\s+(?:check|verify|confirm)|\bknow\s+(?:if|whether)\s+any|\bmay\s+I\s+know|\b(?:an)?y\s+idea\s+(?:if|whether)|\bbug\s+tracker\b/i
/** "I don't know of anyone working on it": an answer. */
const UNKNOWING = /\b(?:not|n't|no)\s+(?:\w+\s+)?(?:know|aware|sure|idea)\b/i

/** Whether the sentence asks at all. */
export function asks({ sentence: { text } }: Found): boolean {
  return text.includes('?') || INVERTED.test(text) || (INTRODUCED.test(text) && !UNKNOWING.test(text))
}

/** Null for a question about patches, or none; a little less in a reply about a patch. */
export const unlessPatchBusiness = (found: Found): number | null =>
  !asks(found) || PATCH_BUSINESS.test(found.sentence.text) ? null : found.context.review ? -0.3 : 0

/** Words of questions on review, testing and the running of a project. */
const OTHER_BUSINESS =
  /\b(?:review\w*|test(?:s|ed|er)?|tested|merge[sd]?|release|CVE|minutes|meeting|logs?|reproduce\w*|session)\b/i
/** "I would love to do it, is it still needed?", "may I apply?" are interest. */
const WISH =
  /\bI(?:'d|\s+would|'m|\s+am|\s+was)?\s+(?:really\s+|very\s+)?(?:love|like|consider\w*|interested|keen|want|apply|think\w*)\b(?!\s+to\s+(?:know|ask|hear))/i

/** "Are patches welcome?", "the ring buffer patches": of work, not of this mail. */
const WHOSE_PATCHES =
  /\bpatches (?:be )?welcome\b|\b(?:the|those|his|her) (?!above|below|other|next|rest)\S+ (?:\S+ )?patches\b/gi

/** A question beyond patches and reviews; in a thread about a patch or a fault it is about that. */
export function asksForWork(found: Found): number | null {
  const { sentence, context, match } = found
  if (context.review || context.posting || context.faultTopic || WISH.test(sentence.text)) return null
  if (!asks(found)) return null
  return PATCH_BUSINESS.test(sentence.text.replace(WHOSE_PATCHES, '')) || OTHER_BUSINESS.test(match[0])
    ? null
    : 0
}
