// What holds for all facts: order, repetition and batches change nothing; no facts make it throw; the past stays as it was told.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StandingFact } from '../../../src/core/model/fact.ts'
import { DAY } from '../../../src/core/model/time.ts'
import { changesBetween } from '../../../src/core/standing/changes.ts'
import { computeStanding } from '../../../src/core/standing/compute-standing.ts'
import { dueMails } from '../../../src/core/standing/due.ts'
import { HOLDING } from '../../../src/core/standing/transitions.ts'
import { ENTRY, POLICY } from '../../conversations/tell.ts'
import { anyFacts, anyInstant } from './facts.ts'

const bytes = (facts: readonly StandingFact[], at: number, policy = POLICY) =>
  JSON.stringify([computeStanding(ENTRY, facts, policy, at), dueMails(ENTRY, facts, policy, at)])

const shuffledTwice = anyFacts.chain((facts) =>
  fc.tuple(
    fc.constant(facts),
    fc.shuffledSubarray([...facts, ...facts.map((fact) => structuredClone(fact))], {
      minLength: facts.length * 2,
      maxLength: facts.length * 2,
    }),
  ),
)

describe('any facts', () => {
  test('in any order and any number of times give the same bytes', () => {
    fc.assert(
      fc.property(shuffledTwice, anyInstant, ([facts, mixed], at) => bytes(mixed, at) === bytes(facts, at)),
      { numRuns: 400 },
    )
  })

  test('in batches of one, seven or a thousand give the same bytes: the page may come after the mail', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, fc.constantFrom(1, 7, 1000), (facts, at, size) => {
        const stored: StandingFact[] = []
        let last = ''
        for (let from = 0; from < facts.length || from === 0; from += size) {
          stored.unshift(...facts.slice(from, from + size))
          last = bytes(stored, at)
        }
        return last === bytes(facts, at)
      }),
      { numRuns: 60 },
    )
  })

  test('tell the past as it was told then, when no page, tie, tag or dismissal came between', () => {
    const causal = anyFacts.map((facts) =>
      facts.filter(
        (fact) =>
          fact.kind !== 'catalogue' &&
          !(fact.kind === 'command' && fact.verb === 'dismiss') &&
          !(fact.kind === 'mail' && fact.linkedBy),
      ),
    )
    fc.assert(
      fc.property(causal, anyInstant, anyInstant, (facts, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a]
        const unique = facts.filter(
          (fact, index) => facts.findIndex((other) => keyOf(other) === keyOf(fact)) === index,
        )
        const then = computeStanding(ENTRY, unique, POLICY, early).history
        const now = computeStanding(ENTRY, unique, POLICY, late).history.filter((event) => event.at <= early)
        expect(JSON.stringify(stripNames(now))).toBe(JSON.stringify(stripNames(then)))
      }),
      { numRuns: 300 },
    )
  })

  test('give a history in order of time that ends before the instant, and changes that are its tail', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, anyInstant, (facts, from, at) => {
        const { history } = computeStanding(ENTRY, facts, POLICY, at)
        for (const [index, event] of history.entries()) {
          expect(event.at).toBeLessThanOrEqual(at)
          if (index > 0) expect(event.at).toBeGreaterThanOrEqual(history[index - 1]!.at)
        }
        const changes = changesBetween(ENTRY, facts, POLICY, from, at)
        expect(changes).toEqual(history.slice(history.length - changes.length))
      }),
      { numRuns: 200 },
    )
  })

  test('leave each person one claim, at most `capacity` active holders, and a status that fits the claims', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, fc.integer({ min: 0, max: 3 }), (facts, at, capacity) => {
        const standing = computeStanding(ENTRY, facts, { ...POLICY, capacity }, at)
        const people = standing.claims.map((claim) => claim.who.address || claim.who.name)
        expect(new Set(people).size).toBe(people.length)
        const active = standing.claims.filter((claim) => claim.state === 'active')
        if (capacity > 0) expect(active.length).toBeLessThanOrEqual(capacity)
        else expect(standing.claims.some((claim) => claim.state === 'waiting')).toBe(false)
        const holds = standing.claims.some((claim) => HOLDING.has(claim.state as never))
        if (standing.status === 'open' || standing.status === 'interest' || standing.status === 'stalled')
          expect(holds).toBe(false)
        if (standing.status === 'claimed' || standing.status === 'in-review') expect(holds).toBe(true)
        const open = standing.chain.filter((tenure) => tenure.to === null)
        for (const tenure of open) expect(people).toContain(tenure.who.address || tenure.who.name)
      }),
      { numRuns: 300 },
    )
  })

  test('give due mails only to addresses, each key once', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, (facts, at) => {
        const due = dueMails(ENTRY, facts, POLICY, at)
        for (const one of due) {
          expect(one.to.address).not.toBe('')
          expect(one.at).toBeLessThanOrEqual(at)
        }
        expect(new Set(due.map((one) => one.key)).size).toBe(due.length)
      }),
      { numRuns: 300 },
    )
  })

  test('name a due mail by what caused it: as long as nothing happens, its key and its time stay', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, fc.nat(60), (facts, at, days) => {
        const known = facts.filter((fact) => fact.at <= at && !tellsOfLater(fact, at))
        const later = new Map(dueMails(ENTRY, known, POLICY, at + days * DAY).map((one) => [one.key, one]))
        for (const one of dueMails(ENTRY, known, POLICY, at)) {
          expect(one.since).toBeLessThanOrEqual(one.at)
          const again = later.get(one.key)
          if (again) expect(again).toEqual(one)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('never throw, whatever times, names and numbers they hold', () => {
    const weird = fc.array(
      fc.tuple(anyFacts, fc.double(), fc.string()).map(([facts, number, text]) =>
        facts.map((fact): StandingFact => {
          const at = Number.isNaN(number) ? number : fact.at
          if (fact.kind === 'mail')
            return { ...fact, at, author: { name: text, address: '' }, topic: text, subject: text }
          if (fact.kind === 'commit')
            return {
              ...fact,
              at,
              n: number,
              m: number,
              version: number,
              author: { name: text, address: text },
            }
          if (fact.kind === 'catalogue')
            return {
              ...fact,
              at: number,
              verified: number,
              contacts: [{ name: text, email: null, role: 'student' }],
            }
          return { ...fact, at: number }
        }),
      ),
      { maxLength: 2 },
    )
    fc.assert(
      fc.property(weird, fc.double(), (batches, at) => {
        const standing = computeStanding(ENTRY, batches.flat(), POLICY, at)
        expect(JSON.parse(JSON.stringify(standing)).entry).toBe(ENTRY)
      }),
      { numRuns: 300 },
    )
  })
})

/** A name becomes a person when somebody of that name writes later; that alone may be told better afterwards. */
function stripNames(history: readonly { who: unknown }[]): unknown[] {
  return history.map((event) => ({ ...event, who: null }))
}

/** A tie, a signature or a release that comes after the fact itself is something that happens then. */
function tellsOfLater(fact: StandingFact, at: number): boolean {
  if (fact.kind === 'mail') return fact.linkedBy !== null && fact.linkedBy.at > at
  if (fact.kind === 'commit') return fact.releasedAt !== null && fact.releasedAt > at
  return fact.kind === 'catalogue' && fact.interested.some((comment) => (comment.at ?? 0) > at)
}

function keyOf(fact: StandingFact): string {
  if (fact.kind === 'mail') return fact.message
  if (fact.kind === 'commit') return fact.commit
  return fact.kind === 'catalogue' ? fact.revision : `${fact.kind}${fact.id}`
}
