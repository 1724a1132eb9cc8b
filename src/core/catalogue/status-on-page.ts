// What the lists show of an entry, in the page's own forms: a comment a claim, mentor and student in the contact field, and
// the day a person verified it.
import type { CatalogueEntry, Contact, Review } from '../model/entry.ts'
import type { Claim, Evidence, Standing } from '../model/standing.ts'
import { isoDay } from '../model/time.ts'
import { titleKey } from './slug.ts'

const WORDS: Partial<Record<Claim['state'], string>> = {
  active: 'has been working on this since',
  'in-review': 'has patches for this in review since',
  stalled: 'took this, but has been silent since',
  waiting: 'would also like to work on this since',
  interested: 'is interested in this since',
  done: 'finished this on',
}

/** The entry with its standing written into Review, Contact and Verified. Comments are unsigned: who saves the page signs. */
export function statusOnPage(
  entry: CatalogueEntry,
  standing: Standing,
  link: (evidence: Evidence) => string | null,
): CatalogueEntry {
  const comments = standing.claims.flatMap((claim): Review[] => {
    const text = claimText(claim, link)
    return text === null || entry.reviews.some((review) => review.text === text)
      ? []
      : [{ author: '', date: null, text, kind: 'comment' }]
  })
  const holder = standing.claims.find((claim) => claim.state === 'active' || claim.state === 'in-review')
  const verified = standing.history.findLast((event) => event.code === 'verified' && event.who !== null)
  const day = verified ? isoDay(verified.at) : null
  return {
    ...entry,
    reviews: [...entry.reviews, ...comments],
    contacts: holder && standing.taggedThread !== null ? withStudent(entry.contacts, holder) : entry.contacts,
    verified: day !== null && day > (entry.verified.iso ?? '') ? { raw: day, iso: day } : entry.verified,
  }
}

function claimText(claim: Claim, link: (evidence: Evidence) => string | null): string | null {
  const words = WORDS[claim.state]
  if (words === undefined) return null
  const day = isoDay(claim.state === 'stalled' || claim.state === 'done' ? claim.lastActivity : claim.since)
  const url = link(claim.evidence)
  return `${claim.who.name || 'somebody'} ${words} ${day}${url ? ` ([thread](${url}))` : ''}`
}

/** A person who holds the entry in a programme is its student; its contacts are the mentors then. */
function withStudent(contacts: readonly Contact[], holder: Claim): Contact[] {
  const mentors = contacts
    .filter((person) => person.role !== 'student')
    .map((person): Contact => ({ ...person, role: 'mentor' }))
  const known = contacts.find(
    (person) => person.role === 'student' && titleKey(person.name) === titleKey(holder.who.name),
  )
  return [...mentors, known ?? { name: holder.who.name, email: null, role: 'student' }]
}
