// What the rows of inquiry share: a question about versions, patches and comments asks for no work.
import type { Found } from '../detector.ts'

/** Words of a question that is about the mail's own patches. */
export const PATCH_BUSINESS =
  /\b(?:v\d+|next (?:version|revision)|re-?spin|re-?send|re-?post|(?:formal|proper|follow-?up|separate|new) patch|a patch|patches|comments?|reviews?|feedback|the (?:above|below))\b/i

/** Null for such a question; a little less in a reply about a patch. */
export const unlessPatchBusiness = (found: Found): number | null =>
  PATCH_BUSINESS.test(found.sentence.text) ? null : found.context.review ? -0.3 : 0
