// What speaks for an entry beside the words: earlier versions of the series, the author's other threads, the entry's
// mentor among the correspondents, the entry's list. Only ever added to a candidate that words have found.
import type { CatalogueEntry } from '../model/entry.ts'
import type { Candidate, LinkReason } from '../model/link.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import { combine } from './look-up.ts'
import type { ThreadInput } from './thread-input.ts'

const WEIGHTS = { series: 0.3, 'same-author': 0.1, mentor: 0.08, list: 0.03 } as const
/** Mails whose correspondents are looked at. */
const MOST_MAILS = 20

/** Candidates with what speaks for them outside the words; support alone makes no candidate. */
export function supported(
  candidates: readonly Candidate[],
  thread: ThreadInput,
  index: CatalogueIndex,
): Candidate[] {
  return candidates
    .map((candidate) => {
      const entry = index.entries[index.positions.get(candidate.entry)!]!
      const reasons = [...candidate.reasons, ...supportReasons(entry, thread)]
      return reasons.length === candidate.reasons.length
        ? candidate
        : { ...candidate, reasons, score: combineAll(reasons) }
    })
    .sort((a, b) => b.score - a.score)
}

function combineAll(reasons: readonly LinkReason[]): number {
  const support = reasons.filter((reason) => SUPPORT.has(reason.kind))
  let score = combine(reasons.filter((reason) => !SUPPORT.has(reason.kind)))
  for (const { weight } of support) score += (1 - score) * weight
  return Math.min(score, 0.999)
}

const SUPPORT: ReadonlySet<string> = new Set(['series', 'same-author', 'mentor', 'list'])

function supportReasons(
  entry: CatalogueEntry,
  thread: Pick<ThreadInput, 'members' | 'relatives'>,
): LinkReason[] {
  const reasons: LinkReason[] = []
  for (const why of ['series', 'same-author'] as const) {
    const scores = thread.relatives.filter((r) => r.why === why && r.entry === entry.id).map((r) => r.score)
    if (scores.length === 0) continue
    const detail = why === 'series' ? 'other versions of the series' : "the author's other threads"
    reasons.push({ kind: why, detail, weight: WEIGHTS[why] * Math.max(...scores) })
  }
  const mentor = findMentor(entry, thread)
  if (mentor) reasons.push({ kind: 'mentor', detail: `${mentor} takes part`, weight: WEIGHTS.mentor })
  if (entry.list && isOnList(entry.list, thread))
    reasons.push({ kind: 'list', detail: `on ${entry.list}`, weight: WEIGHTS.list })
  return reasons
}

/** A page's word for a list (`orchard-devel@`, an address) against the lists and addresses of the first mail. */
function isOnList(list: string, { members }: Pick<ThreadInput, 'members'>): boolean {
  const first = members[0]?.message
  if (!first) return false
  const name = localPart(list.toLowerCase())
  return (
    first.lists.some((id) => id === name) ||
    [...first.to, ...first.cc].some((person) => localPart(person.address) === name)
  )
}

const localPart = (address: string): string => address.replace(/@.*$/, '')

function findMentor(entry: CatalogueEntry, thread: Pick<ThreadInput, 'members'>): string | null {
  const addresses = new Map<string, string>()
  for (const contact of entry.contacts) if (contact.email) addresses.set(contact.email, contact.name)
  if (addresses.size === 0) return null
  for (const { message } of thread.members.slice(0, MOST_MAILS)) {
    for (const person of [message.author, ...message.to, ...message.cc]) {
      const name = addresses.get(person.address)
      if (name !== undefined) return name || person.address
    }
  }
  return null
}
