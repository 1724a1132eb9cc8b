// Arbitrary facts about one entry, for properties: few people, threads and ids, so that they meet often; any times, any signals.
import fc from 'fast-check'
import type { EntryVerb, MailFact, SignalFact, StandingFact } from '../../../src/core/model/fact.ts'
import type { ThreadId } from '../../../src/core/model/ids.ts'
import { messageId } from '../../../src/core/model/ids.ts'
import { LINK_EVIDENCE } from '../../../src/core/model/link.ts'
import { SIGNAL_TYPES } from '../../../src/core/model/signal.ts'
import { DAY } from '../../../src/core/model/time.ts'
import { command, commit, mail, mentor, page, person, relink, student } from '../../conversations/tell.ts'

const PEOPLE = ['Ann', 'Bob', 'Cyd', 'Mia', 'Max'] as const
const VERBS: readonly EntryVerb[] = [
  'claim',
  'release',
  'progress',
  'done',
  'snooze',
  'assign',
  'unassign',
  'verify',
  'retire',
  'reopen',
  'dismiss',
]
const START = Date.parse('2014-01-01T00:00:00Z')
const TIMES = fc
  .oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 120 }) }, fc.integer({ min: 0, max: 900 }))
  .map((days) => START + days * DAY)

const seldom = fc.integer({ min: 0, max: 9 }).map((n) => n === 0)
const who = fc.constantFrom(...PEOPLE)
const id = fc.integer({ min: 0, max: 30 }).map((n) => messageId(`m${n}`))
const threadId = fc.integer({ min: 0, max: 3 }).map((n) => `t${n}` as ThreadId)
const someone = fc.oneof(
  who.map(person),
  who.map((name) => ({ name, address: '' })),
  fc.constant({ name: '', address: '' }),
)
const position = fc.record({
  version: fc.integer({ min: 1, max: 3 }),
  n: fc.integer({ min: 0, max: 3 }),
  m: fc.integer({ min: 1, max: 3 }),
})

const signal: fc.Arbitrary<SignalFact> = fc.record({
  type: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('claim' as const, 'interest' as const, 'patch' as const) },
    fc.constantFrom(...SIGNAL_TYPES),
  ),
  index: fc.integer({ min: 0, max: 3 }),
  evidence: fc.constantFrom('one sentence', 'another sentence'),
  score: fc.constantFrom(0.2, 0.5, 0.9, 0.9, 0.9),
  reason: fc.constant('rule'),
  who: fc.oneof({ weight: 3, arbitrary: fc.constant({ name: '', address: '' }) }, someone),
  link: fc.constantFrom(...LINK_EVIDENCE),
  linkScore: fc.constant(0.9),
})

const mailFact: fc.Arbitrary<MailFact> = fc
  .record({
    at: TIMES,
    message: id,
    thread: threadId,
    parent: fc.option(id),
    author: who,
    signals: fc.array(signal, { maxLength: 3 }),
    patch: fc.option(position),
    tag: fc.option(fc.record({ programme: fc.constant('gsoc'), year: fc.option(fc.constant(2014)) })),
    flags: fc.record({
      automatic: seldom,
      powerless: seldom,
      asks: fc.boolean(),
      threadLinked: fc.boolean(),
    }),
    linkedAt: fc.option(fc.tuple(TIMES, fc.boolean()), { freq: 6 }),
  })
  .map(({ author, flags, linkedAt, patch, ...more }) => ({
    ...mail('2014-01-01', author),
    ...more,
    ...flags,
    patch: patch && { ...patch, rfc: false },
    linkedBy: linkedAt === null ? null : { at: linkedAt[0], source: 'link', hides: linkedAt[1] },
  }))

const commandFact = fc
  .record({
    at: TIMES,
    n: fc.nat(20),
    by: fc.oneof(who, fc.constant('operator')),
    verb: fc.constantFrom(...VERBS),
    about: fc.option(someone),
    until: fc.option(TIMES),
    message: id,
  })
  .map(
    ({ at, n, by, verb, about, until, message }): StandingFact => ({
      ...command('2014-01-01', by, verb),
      at,
      id: `c${n}`,
      ...(about ? { who: about } : {}),
      ...(until === null ? {} : { until }),
      ...(verb === 'dismiss' ? { dismiss: { message } } : {}),
    }),
  )

const pageFact = fc
  .record({
    at: TIMES,
    n: fc.nat(5),
    state: fc.constantFrom('proposed' as const, 'accepted' as const, 'archived' as const, null),
    students: fc.subarray([...PEOPLE]),
    comments: fc.array(fc.record({ who, at: fc.option(TIMES), text: fc.constant('I am interested.') }), {
      maxLength: 2,
    }),
    verified: fc.option(TIMES),
  })
  .map(
    ({ at, n, state, students, comments, verified }): StandingFact => ({
      ...page('2014-01-01', {
        state,
        retired: state === 'archived',
        contacts: [mentor('Mia'), ...students.map(student)],
        interested: comments,
        verified,
        revision: `r${n}`,
      }),
      at,
    }),
  )

const commitFact = fc
  .record({
    at: TIMES,
    n: fc.nat(10),
    author: who,
    message: fc.option(id),
    place: position,
    release: fc.option(TIMES),
  })
  .map(
    ({ at, n, author, message, place, release }): StandingFact => ({
      ...commit('2014-01-01', author, {
        ...place,
        message,
        commit: `k${n}`,
        release: release === null ? null : 'v1',
        releasedAt: release,
      }),
      at,
    }),
  )

const relinkFact = fc
  .record({
    at: TIMES,
    n: fc.nat(5),
    by: who,
    verb: fc.constantFrom('link' as const, 'unlink' as const),
    thread: threadId,
    cause: fc.constantFrom('command' as const, 'mail' as const, 'page' as const),
  })
  .map(
    ({ at, n, by, verb, thread, cause }): StandingFact => ({
      ...relink('2014-01-01', by, verb, thread),
      cause,
      at,
      id: `l${n}`,
    }),
  )

/** Up to forty facts of all kinds, ids clashing now and then. */
export const anyFacts: fc.Arbitrary<StandingFact[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: mailFact },
    { weight: 2, arbitrary: commandFact },
    pageFact,
    commitFact,
    relinkFact,
  ),
  { maxLength: 40, size: 'max' },
)

/** An instant within and around the facts' times. */
export const anyInstant = fc
  .oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: -10, max: 1100 }))
  .map((days) => START + days * DAY + 1)
