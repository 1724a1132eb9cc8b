// Ordered facts → steps of the fold: a page or a commit may tell of several dates, and each gets its own step.
// A comment counts from its signature's date, a student from the date his first record carries, a release from its tag's date.

import type { CatalogueFact, CommitFact, StandingFact } from '../model/fact.ts'
import type { Person } from '../model/person.ts'
import type { Evidence } from '../model/standing.ts'
import type { Instant } from '../model/time.ts'
import { foldName } from './roles.ts'

export type Step =
  | { readonly kind: 'fact'; readonly at: Instant; readonly fact: StandingFact }
  | { readonly kind: 'comment'; readonly at: Instant; readonly who: Person; readonly evidence: Evidence }
  | { readonly kind: 'student'; readonly at: Instant; readonly who: Person; readonly evidence: Evidence }
  | { readonly kind: 'student-gone'; readonly at: Instant; readonly who: Person; readonly evidence: Evidence }
  | { readonly kind: 'tag'; readonly at: Instant; readonly commit: CommitFact; readonly tag: string }

/** All steps up to `at`, in order of time; steps of one instant keep the order of their facts. */
export function stepsOf(
  facts: readonly StandingFact[],
  pages: readonly CatalogueFact[],
  at: Instant,
): Step[] {
  const steps: Step[] = facts.map((fact) => ({ kind: 'fact', at: fact.at, fact }))
  const more: Step[] = pageSteps(pages)
  for (const fact of facts) {
    if (fact.kind !== 'commit' || fact.release === null) continue
    const tagged = fact.releasedAt ?? fact.at
    if (!Number.isFinite(tagged)) continue
    more.push({ kind: 'tag', at: Math.max(tagged, fact.at), commit: fact, tag: fact.release })
  }
  const known = more.filter((step) => step.at <= at)
  // Facts alone are in order already; only what was added may stand out of it.
  return known.length === 0 ? steps : [...steps, ...known].sort((a, b) => a.at - b.at)
}

function pageSteps(pages: readonly CatalogueFact[]): Step[] {
  const steps: Step[] = []
  const comments = new Set<string>()
  let before: Map<string, Person> | null = null
  for (const page of pages) {
    const evidence = (text: string, at: Instant): Evidence => ({
      text,
      source: `${page.page}:${page.line}`,
      kind: 'catalogue',
      at,
      lists: [],
    })
    for (const comment of page.interested) {
      const at = comment.at !== null && Number.isFinite(comment.at) ? comment.at : page.at
      const key = `${foldName(comment.who)} ${comment.text}`
      if (comments.has(key)) continue
      comments.add(key)
      steps.push({ kind: 'comment', at, who: named(comment.who), evidence: evidence(comment.text, at) })
    }
    const now = new Map<string, Person>()
    for (const contact of page.contacts) {
      if (contact.role !== 'student') continue
      const who: Person = { name: contact.name, address: contact.email ?? '' }
      const key = contact.email ?? foldName(contact.name)
      now.set(key, who)
      if (before?.has(key)) continue
      // Who stands on the first record may have stood there for long; who is new on a later one came with it.
      const at = before ? page.at : Math.min(page.at, page.verified ?? page.inserted ?? page.at)
      steps.push({ kind: 'student', at, who, evidence: evidence(`Student: ${contact.name}`, at) })
    }
    for (const [key, who] of before ?? []) {
      if (now.has(key)) continue
      steps.push({
        kind: 'student-gone',
        at: page.at,
        who,
        evidence: evidence(`${who.name} is no longer named`, page.at),
      })
    }
    before = now
  }
  return steps
}

/** A wiki user's name (`First.last`, `First_last`) as a person without address. */
function named(user: string): Person {
  return { name: user.replace(/[._]+/gu, ' ').trim(), address: '' }
}
