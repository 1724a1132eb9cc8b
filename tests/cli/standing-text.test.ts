// What `dibs status ENTRY` prints: everything the standing holds, in lines that fit, with every instant readable in JSON.
import colors from 'picocolors'
import { describe, expect, it } from 'vitest'
import { standingJson } from '../../src/cli/standing-json.ts'
import { printStanding } from '../../src/cli/standing-text.ts'
import { type Terminal, wrapped } from '../../src/cli/terminal.ts'
import { type CatalogueEntry, EMPTY_ENTRY } from '../../src/core/model/entry.ts'
import type { StandingFact } from '../../src/core/model/fact.ts'
import { messageId } from '../../src/core/model/ids.ts'
import type { MailingList } from '../../src/core/model/list.ts'
import {
  command,
  commit,
  day,
  ENTRY,
  LIST,
  mail,
  page,
  person,
  retold,
  standAt,
} from '../conversations/tell.ts'

const entry: CatalogueEntry = {
  ...EMPTY_ENTRY,
  id: ENTRY,
  title: 'USB for guests',
  source: { page: 'Projects', line: 10, revision: null },
}
const list: MailingList = {
  id: LIST,
  listIds: [],
  addresses: ['widgets@example.org'],
  archive: 'https://lists.example.org/{message_id}',
  subjectPrefixes: [],
}

function shown(facts: readonly StandingFact[], when: string, width = 80): string[] {
  const lines: string[] = []
  const terminal: Terminal = {
    out: (text) => lines.push(...text.split('\n')),
    note: () => undefined,
    paint: colors.createColors(false),
    width,
    table: () => undefined,
    progress: () => ({ at: () => undefined, end: () => undefined }),
  }
  printStanding(entry, standAt(facts, when), [list], terminal)
  return lines
}

const LONG = 'I have started to work on USB for guests, '.repeat(6).trim()
const start = [
  page('2014-01-01'),
  mail('2014-03-01', 'Ann Example', { says: ['claim'], words: LONG, id: 'm1' }),
]

describe('one entry on the terminal', () => {
  it('says who has it, since when, what is due, and by which sentence and mail', () => {
    const lines = shown(start, '2014-03-02')
    expect(lines.slice(0, 6)).toEqual([
      'USB for guests  usb-for-guests',
      'claimed since 2014-03-01 (as of 2014-03-02)',
      'the page says proposed, verified 2014-01-01',
      '',
      'Ann Example <ann@example.org>',
      '  active since 2014-03-01, last sign 2014-03-01, a reminder is due 2014-04-12',
    ])
    expect(lines).toContain('  https://lists.example.org/m1')
    expect(lines).toContain('  note: no mentor was in Cc')
    expect(lines.slice(-2)).toContain('              https://lists.example.org/m1')
  })

  it('keeps sentences within the width, however narrow', () => {
    for (const width of [60, 80, 120]) {
      const sentences = shown(start, '2014-03-02', width).filter((line) => /“|usb/i.test(line))
      expect(sentences.length).toBeGreaterThan(2)
      for (const line of sentences) expect(line.length).toBeLessThanOrEqual(width)
    }
  })

  it('shows hearsay, refusals, waiting mail, contradictions, releases and late ties', () => {
    const text = (facts: readonly StandingFact[], when: string) => shown(facts, when).join('\n')
    const hearsay = mail('2014-03-02', 'Eve', { says: ['claim'], of: person('Bob'), words: 'Bob has it.' })
    expect(text([...start, hearsay], '2014-03-03')).toContain(
      'hearsay: Bob has it, says Eve\n  “Bob has it.”',
    )
    const refusal = mail('2014-03-02', 'Max', { says: ['decline'], words: 'Not available.' })
    expect(text([page('2014-01-01'), refusal], '2014-03-03')).toContain(
      'not available since 2014-03-02\n  “Not available.”',
    )
    expect(text(start, '2014-03-20')).toContain(
      'no answer yet: Ann Example, never answered here, since 2014-03-01',
    )
    const second = mail('2014-03-02', 'Bob', { says: ['claim'], thread: 'b', id: 'm2' })
    expect(text([...start, second], '2014-03-03')).toContain('does not fit: claimed by Ann Example, Bob\n  “')
    expect(text([...start, second], '2014-03-03')).toContain('waiting since 2014-03-02, number 1 in line')
    const merged = commit('2014-05-01', 'Bob', {
      n: 2,
      m: 2,
      release: 'v4.5',
      releasedAt: day('2014-06-01'),
      message: messageId('m2'),
    })
    const first = commit('2014-04-30', 'Bob', { n: 1, m: 2, message: messageId('m2') })
    const done = text([...start, second, first, merged], '2014-07-01')
    expect(done).toContain('done since 2014-05-01, in v4.5 (as of 2014-07-01)')
    expect(done).toContain('  2014-04-30  partly-merged 1/2 Bob')
    expect(done).toContain('commit c0ffee-2014-05-01-2')
    expect(done).toContain('  2014-06-01  in-release v4.5')
    const late = [
      page('2014-01-01'),
      mail('2014-03-01', 'Ann', {
        says: ['claim'],
        linkedBy: { at: day('2014-03-09'), source: 'names-it', hides: false },
      }),
      retold('2014-03-09', 'Bob', 'link', 'names-it'),
    ]
    expect(text(late, '2014-03-10')).toContain('told here only since names-it')
    expect(text(late, '2014-03-10')).toContain('  2014-03-09  relinked-by link Bob')
  })

  it('shows nothing of a hostile name but its letters', () => {
    const hostile = command('2014-03-01', 'Ann\u001b[2J\u202e', 'claim')
    expect(shown([hostile], '2014-03-02').join('')).not.toMatch(/[\u001b\u202e]/)
  })
})

it('every instant of a standing is ISO 8601 in JSON', () => {
  const facts = [...start, command('2014-03-05', 'Ann Example', 'snooze', { until: day('2014-06-01') })]
  const json = JSON.stringify(standingJson(entry, standAt(facts, '2014-03-20')))
  expect(json).not.toMatch(/:\d{12,}/)
  for (const field of [
    'statusSince',
    'reminderAt',
    'stalledAt',
    'ballSince',
    'snoozedUntil',
    'verified',
    'from',
  ])
    expect(json).toMatch(new RegExp(`"${field}":"2014-\\d\\d-\\d\\dT`))
})

it('text is broken between words, and a longer word has a line to itself', () => {
  expect(wrapped('one two  three', 7)).toEqual(['one two', 'three'])
  expect(wrapped('a muchtoolongword b', 6)).toEqual(['a', 'muchtoolongword', 'b'])
  expect(wrapped('  ', 5)).toEqual([])
})
