// Facts in any order, any number of times → the facts known at an instant, each once, in order of event time.
// Arrival never counts: ties of time are settled by kind and id, so every permutation gives the same row.
import type { CatalogueFact, StandingFact } from '../model/fact.ts'
import type { Instant } from '../model/time.ts'

/** What happened at one instant is told in this order: the page, ties, mails, commits, and commands about them. */
const KIND_ORDER: Readonly<Record<StandingFact['kind'], number>> = {
  catalogue: 0,
  relink: 1,
  mail: 2,
  commit: 3,
  command: 4,
}

/** The fact's identity: two facts with the same key are one. */
export function factKey(fact: StandingFact): string {
  switch (fact.kind) {
    case 'mail':
      return `mail ${fact.message}`
    case 'catalogue':
      return `catalogue ${fact.page}@${fact.revision}:${fact.line}`
    case 'commit':
      return `commit ${fact.repository} ${fact.commit}`
    case 'relink':
      return `relink ${fact.cause} ${fact.id}`
    default:
      return `command ${fact.id}`
  }
}

export interface OrderedFacts {
  readonly facts: readonly StandingFact[]
  /**
   * Pages to read roles and flags from: those known at the instant, or the earliest there are.
   * Mail is often older than the first import of the page that explains it.
   */
  readonly pages: readonly CatalogueFact[]
}

/**
 * The facts up to and with `at`, each once. A mail tied here by a later command is not known yet. A commit is known by its
 * mail: from the mail's time on where the clocks differ, and not at all when the mail is no longer the entry's.
 */
export function orderFacts(facts: readonly StandingFact[], at: Instant): OrderedFacts {
  const byKey = new Map<string, StandingFact>()
  for (const fact of facts) {
    if (!Number.isFinite(fact.at)) continue
    const key = factKey(fact)
    const known = byKey.get(key)
    byKey.set(key, known === undefined || known === fact ? fact : preferred(known, fact))
  }
  const keyed = withMails(byKey, at).sort(
    ([keyA, a], [keyB, b]) =>
      a.at - b.at || KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || (keyA < keyB ? -1 : keyA > keyB ? 1 : 0),
  )
  const known: StandingFact[] = []
  const pages: CatalogueFact[] = []
  for (const [, fact] of keyed) {
    if (fact.kind === 'catalogue') {
      const earliest = pages[0]
      if (fact.at <= at || earliest === undefined || fact.at === earliest.at) pages.push(fact)
    }
    if (fact.at <= at && !isHidden(fact, at)) known.push(fact)
  }
  return { facts: known, pages }
}

/** Commits at the time of their mails, without those whose mail is not among the facts or hidden. */
function withMails(facts: ReadonlyMap<string, StandingFact>, at: Instant): [string, StandingFact][] {
  return [...facts].flatMap(([key, fact]): [string, StandingFact][] => {
    if (fact.kind !== 'commit' || fact.message === null) return [[key, fact]]
    const mail = facts.get(`mail ${fact.message}`)
    if (!mail || isHidden(mail, at)) return []
    return [[key, mail.at > fact.at ? { ...fact, at: mail.at } : fact]]
  })
}

function isHidden(fact: StandingFact, at: Instant): boolean {
  return fact.kind === 'mail' && fact.linkedBy?.hides === true && fact.linkedBy.at > at
}

/** Which of two facts with one key counts: a commit with its tag beats the same without; else the smaller text, whatever came first. */
function preferred(a: StandingFact, b: StandingFact): StandingFact {
  if (a.kind === 'commit' && b.kind === 'commit' && (a.release === null) !== (b.release === null)) {
    return a.release === null ? b : a
  }
  return JSON.stringify(a) <= JSON.stringify(b) ? a : b
}
