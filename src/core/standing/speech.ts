// What a signal moves, by who said it and of whom: a table. Roles are known here, not where the sentence was read.

import type { SignalFact } from '../model/fact.ts'
import type { LinkEvidence } from '../model/link.ts'
import type { SignalType } from '../model/signal.ts'
import type { Move } from './transitions.ts'

export interface SpeechRule {
  /** The author about himself. */
  readonly self: Move | null
  /** Somebody with authority about another person, or about the entry. */
  readonly authority: Move | null
  /** True when the same from somebody without authority is worth keeping until the person confirms. */
  readonly hearsay: boolean
  /** True when it makes its author a holder only if the link leaves no doubt. */
  readonly needsStrongLink: boolean
}

const rule = (
  self: Move | null,
  authority: Move | null,
  hearsay = false,
  needsStrongLink = false,
): SpeechRule => ({ self, authority, hearsay, needsStrongLink })

export const SPEECH: Readonly<Record<SignalType, SpeechRule>> = {
  claim: rule('claim', 'assign', true),
  interest: rule('interest', null),
  progress: rule('progress', null, true, true),
  patch: rule('patch', null, false, true),
  release: rule('release', 'unassign'),
  complete: rule(null, 'complete'),
  assign: rule('claim', 'assign', true),
  inquiry: rule(null, null),
  decline: rule(null, 'decline'),
  proposal: rule(null, null),
}

/** Kinds of mail that deserve an answer. */
export const DESERVES_ANSWER: ReadonlySet<SignalType> = new Set([
  'claim',
  'interest',
  'progress',
  'patch',
  'inquiry',
  'proposal',
])

/** Kinds of links that leave no doubt which entry is meant, from this score on. */
const SURE_NAME = 0.75

const STRONG_LINKS: ReadonlySet<LinkEvidence> = new Set(['command', 'url', 'anchor', 'slug', 'title'])

/**
 * From here on scattered words of a title say as much as the title. Patches: on two years of a driver list, announcements
 * of the thing itself score above, fixes and features of what exists below. Progress is a sentence about work, so a little less will do.
 */
const SURE_SCORE: Readonly<Partial<Record<SignalType, number>>> = { patch: 0.85, progress: 0.75 }

/** From here on a title is quoted as a whole; a part number out of it scores less. */
const WHOLE_TITLE = 0.95

/** Whether the entry itself is named: by its whole title, address or slug, or by a person's command. */
export function isNamed(signal: SignalFact): boolean {
  return (
    STRONG_LINKS.has(signal.link) && signal.linkScore >= (signal.link === 'title' ? WHOLE_TITLE : SURE_NAME)
  )
}

/** Whether the link leaves no doubt: a fix to existing code that merely shares words with an entry changes no status. */
export function isSurelyLinked(signal: SignalFact): boolean {
  return signal.linkScore >= (STRONG_LINKS.has(signal.link) ? SURE_NAME : (SURE_SCORE[signal.type] ?? 0.85))
}

/** Whether it is tied by other versions of its series: enough for somebody who holds the entry, too little to begin with. */
export function isTiedBySeries(signal: SignalFact): boolean {
  return signal.link === 'series' && signal.linkScore >= SURE_NAME
}
