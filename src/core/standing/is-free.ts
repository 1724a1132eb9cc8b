// Whether somebody could take the entry now. DESIGN §7: open, no living tagged thread, allowed by its own flag for the programme.
import type { GsocValue } from '../model/entry.ts'
import type { Standing } from '../model/standing.ts'

/** Flags that let a newcomer of the programme in; unknown is no permission. */
const ALLOWED: ReadonlySet<GsocValue> = new Set(['yes', 'conditional'])

/** True when nobody has it, is about to, or said it is not available; `programme` is a tag such as `gsoc`, null for anybody. */
export function isFree(standing: Standing, programme: string | null = null): boolean {
  return (
    standing.status === 'open' &&
    standing.taggedThread === null &&
    standing.unavailable === null &&
    (programme === null || ALLOWED.has(standing.gsoc))
  )
}
