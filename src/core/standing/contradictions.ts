// What does not fit together, for people to settle: never resolved here.
import { personKey } from '../model/person.ts'
import type { Contradiction, EntryStatus } from '../model/standing.ts'
import type { Fold } from './fold.ts'
import { lineOf } from './line.ts'
import { foldName } from './roles.ts'
import { HOLDING, LIVING } from './transitions.ts'

/** Contradictions that hold now, in a fixed order. */
export function findContradictions(fold: Fold, status: EntryStatus): Contradiction[] {
  const line = lineOf(fold)
  const names = line.map((held) => held.who.name || held.who.address).join(', ')
  const sentences = line.map((held) => held.evidence)
  const found: Contradiction[] = []
  const { capacity } = fold.policy
  const isOpen = status !== 'done' && status !== 'retired'
  if (isOpen && capacity > 0 && line.length > capacity) {
    found.push({ code: 'second-claim', text: `claimed by ${names}`, evidence: sentences })
  }
  const done = fold.done
  if (done && done.rivals.length > 0) {
    const evidence = [...done.rivals, done.evidence]
    found.push({ code: 'claimed-but-merged-by-other', text: 'claimed by one, done by another', evidence })
  }
  const page = fold.page
  if (page && done && !page.retired && page.state !== 'archived') {
    const text = `${page.page}:${page.line} still lists what is done`
    found.push({ code: 'page-says-open-but-merged', text, evidence: [done.evidence] })
  }
  if (isOpen && page) {
    const students = page.contacts.filter((contact) => contact.role === 'student')
    const others = line.filter((held) => !students.some((student) => isSame(fold, student, held.who)))
    if (students.length > 0 && others.length > 0) {
      const text = `${page.page}:${page.line} names ${students.map((student) => student.name).join(', ')}`
      found.push({ code: 'page-names-other', text, evidence: others.map((held) => held.evidence) })
    }
  }
  const closed = fold.retired?.evidence ?? fold.unavailable ?? done?.evidence
  if (closed) {
    const since = done && !fold.retired && !fold.unavailable ? done.at : Number.NEGATIVE_INFINITY
    const living = [...fold.claims.values()].filter(
      (held) => (fold.retired ? LIVING : HOLDING).has(held.state) && held.since > since,
    )
    const evidence = [closed, ...living.map((held) => held.evidence)]
    if (living.length > 0)
      found.push({ code: 'claimed-but-closed', text: 'claimed, but not available', evidence })
  }
  return found
}

function isSame(
  fold: Fold,
  student: { name: string; email: string | null },
  who: { name: string; address: string },
): boolean {
  const named = fold.names.resolve({ name: student.name, address: student.email ?? '' }, [])
  return personKey(named) === personKey(who) || foldName(student.name) === foldName(who.name)
}
