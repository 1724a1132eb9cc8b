// What people are told privately: each kind from a story told in facts, as whole mails; and several things in one mail.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeNotice } from '../../../src/core/compose/compose-notice.ts'
import { type NoticeInput, noticeRows } from '../../../src/core/compose/notice-rows.ts'
import type { CatalogueEntry } from '../../../src/core/model/entry.ts'
import type { StandingFact } from '../../../src/core/model/fact.ts'
import type { StandingPolicy } from '../../../src/core/model/policy.ts'
import { computeStanding } from '../../../src/core/standing/compute-standing.ts'
import { dueMails } from '../../../src/core/standing/due.ts'
import { command, day, ENTRY, mail, mentor, POLICY, page } from '../../conversations/tell.ts'
import { expectGolden } from '../../support/golden.ts'
import { shippedTemplates } from '../../support/templates.ts'
import { catalogueEntry, frame, widgets } from './sample-books.ts'

const entry: CatalogueEntry = {
  ...catalogueEntry('USB for guests', 'easy'),
  contacts: [{ name: 'Mia Mentor', email: 'mia@example.org', role: 'mentor' }],
}
const tools = { ...widgets, id: 'widgets-tools' as never, addresses: ['widgets-tools@lists.example.org'] }

/** The notices due at `when`, one input each, as the app makes them. */
function inputs(
  facts: readonly StandingFact[],
  when: string,
  policy: StandingPolicy = POLICY,
  shown = entry,
): NoticeInput[] {
  const at = day(when)
  const standing = computeStanding(ENTRY, facts, policy, at)
  return dueMails(ENTRY, facts, policy, at).map((due) => {
    const said = facts.find((fact) => fact.kind === 'mail' && fact.message === due.evidence.source)
    const author = said?.kind === 'mail' ? said.author : null
    return { due, entry: shown, standing, policy, home: widgets.id, author, words: null }
  })
}

/** Subject and text of the mail to `to`. */
function told(some: readonly NoticeInput[], to: string, when: string): string {
  const own = some.filter(({ due }) => due.to.address === to)
  const rows = noticeRows(own, [widgets, tools], 'Etc/UTC', day(when))
  const made = composeNotice(rows, { ...frame, to: own[0]?.due.to.name ?? '' }, shippedTemplates)
  return made.ok ? `Subject: ${made.subject}\n\n${made.text}` : JSON.stringify(made.refusal)
}

const facts = [
  page('2014-01-01'),
  mail('2014-03-03', 'Ann Example', {
    says: ['claim'],
    words: 'I have started working on USB for guests.',
    id: 'took@mail.example.net',
    cc: ['Mia'],
  }),
]
const answered = [...facts, mail('2014-03-04', 'Mia', { answers: 'took@mail.example.net' })]
const rival = mail('2014-03-10', 'Bob Sample', {
  says: ['claim'],
  words: 'I am working on USB for guests, too.',
  id: 'too@mail.example.net',
  cc: ['Mia'],
})
const assigned = [
  page('2014-01-01'),
  mail('2014-03-03', 'Mia Mentor', {
    says: [['claim', { who: { name: 'Ann Example', address: 'ann@example.org' } }]],
    words: 'Ann is working on USB for guests.',
  }),
]
const offList = [
  page('2012-01-01', { contacts: [mentor('Mia')], gsoc: 'no' }),
  mail('2014-03-03', 'Ann Example', {
    says: ['interest'],
    words: 'I would like to work on USB for guests.',
    lists: [tools.id],
    tag: { programme: 'gsoc', year: null },
  }),
]

describe('a notice', () => {
  test.each([
    ['reminder', answered, '2014-04-16', 'ann@example.org', POLICY],
    ['reminder-releases', answered, '2014-04-16', 'ann@example.org', { ...POLICY, autoRelease: true }],
    ['reminder-assigned', assigned, '2014-04-16', 'ann@example.org', POLICY],
    [
      'reminder-renewed',
      [...answered, mail('2014-04-20', 'Ann Example', { asks: false })],
      '2014-06-02',
      'ann@example.org',
      POLICY,
    ],
    ['stalled', answered, '2014-04-30', 'mia@example.org', POLICY],
    ['waiting-for-answer', facts, '2014-03-10', 'mia@example.org', POLICY],
    ['second-claim-first', [...answered, rival], '2014-03-11', 'ann@example.org', POLICY],
    ['second-claim-second', [...answered, rival], '2014-03-11', 'bob@example.org', POLICY],
    ['hint', offList, '2014-03-03 10:00', 'ann@example.org', { ...POLICY, list: widgets.id }],
    [
      'to-a-maintainer',
      [page('2014-01-01', { contacts: [] }), ...facts.slice(1)],
      '2014-03-10',
      'max@example.org',
      POLICY,
    ],
  ] as const)('%s reads well', (name, story, when, to, policy) => {
    const shown = name === 'to-a-maintainer' ? { ...entry, contacts: [] } : entry
    expectGolden(`notices/${name}.txt`, told(inputs(story, when, policy, shown), to, when))
  })
  test('of several projects says each below the other, and its subject the first', () => {
    const when = '2014-04-30'
    const other = { ...entry, title: 'Square widgets, with "corners"' }
    const some = [...inputs(facts, when), ...inputs(answered, when, POLICY, other)]
    expectGolden('notices/several.txt', told(some, 'mia@example.org', when))
  })

  test('of a forgotten review blames nobody', () => {
    const patch = mail('2014-03-10', 'Ann Example', {
      says: ['patch'],
      patch: [1, 1, 1],
      words: '[PATCH] usb: backend for guests',
    })
    expectGolden(
      'notices/stalled-forgotten.txt',
      told(inputs([...answered, patch], '2015-03-12'), 'mia@example.org', '2015-03-12'),
    )
  })

  test('knows what a page or a command has given', () => {
    const named = [
      page('2014-01-01', {
        contacts: [mentor('Mia'), { name: 'Ann Example', email: 'ann@example.org', role: 'student' }],
      }),
    ]
    const byPage = told(inputs(named, '2014-02-20'), 'ann@example.org', '2014-02-20')
    expect(byPage).toContain('The project\'s page says that you have "USB for guests".')
    const given = [
      page('2014-01-01'),
      command('2014-03-03', 'Mia', 'assign', { who: { name: 'Ann Example', address: 'ann@example.org' } }),
    ]
    const byCommand = told(inputs(given, '2014-04-20'), 'ann@example.org', '2014-04-20')
    expect(byCommand).toContain('Since 3 March 2014 "USB for guests" is in your hands.')
    for (const text of [byPage, byCommand]) expect(text).not.toMatch(/undefined|null|reply to that mail/)
  })

  test('names file and line of a broken template', () => {
    const rows = noticeRows(inputs(facts, '2014-03-10'), [widgets], 'Etc/UTC', day('2014-03-10'))
    const broken = { ...shippedTemplates, 'notice-waiting-for-answer.text.eta': 'x\n<%= it.nothing %>' }
    expect(composeNotice(rows, { ...frame, to: '' }, broken)).toEqual({
      ok: false,
      refusal: {
        file: 'notice-waiting-for-answer.text.eta',
        line: 2,
        text: 'a value to print is missing here',
      },
    })
  })
  test('is fit to be printed and of one subject line, whatever people wrote', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a\r\nSubject: x', '\u202eevil', '\u0000'),
    )
    fc.assert(
      fc.property(nasty, nasty, nasty, (words, name, title) => {
        const claim = mail('2014-03-03', 'Ann', { says: ['claim'], words, id: 'took@mail.example.net' })
        const odd = {
          ...claim,
          author: { name, address: 'ann@example.org' },
          signals: claim.signals.map((one) => ({ ...one, who: { name, address: 'ann@example.org' } })),
        }
        const some = inputs([page('2014-01-01'), odd], '2014-04-30', POLICY, { ...entry, title })
        for (const to of ['ann@example.org', 'mia@example.org']) {
          if (!some.some(({ due }) => due.to.address === to)) continue
          const text = told(some, to, '2014-04-30')
          expect(text).not.toMatch(
            /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/u,
          )
          expect(text.split('\n\n')[0]).not.toContain('\n')
        }
      }),
      { numRuns: 100 },
    )
  })
})
