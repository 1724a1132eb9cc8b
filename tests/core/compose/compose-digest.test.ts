// The weekly digest, whole texts; and what must never be in one.
import { describe, expect, test } from 'vitest'
import { composeDigest, type Digest } from '../../../src/core/compose/compose-digest.ts'
import type { DigestInput } from '../../../src/core/compose/digest-rows.ts'
import { expectGolden } from '../../support/golden.ts'
import { shippedTemplates } from '../../support/templates.ts'
import { at, book, books, claim, digestInput, event, frame, people, widgets } from './sample-books.ts'

function digest(parts: Partial<DigestInput> = {}): Digest {
  const composed = composeDigest(digestInput(parts), frame, shippedTemplates)
  if (!composed.ok) throw new Error(JSON.stringify(composed.refusal))
  return composed.digest
}

const manyChanges = Array.from({ length: 30 }, (_, index) =>
  book(`Project number ${index + 1} with a title of some length`, 'claimed', {
    claims: [claim(people.ada, 'active', '2026-11-17', '2026-11-17', `I take project ${index + 1}.`)],
    history: [event('2026-11-17', 'claimed', people.ada, `I take project ${index + 1}.`)],
  }),
)

describe('the digest of a week', () => {
  test('a usual week, as text', () => expectGolden('digest/usual-week.txt', digest().text))
  test('a usual week, as HTML', () => expectGolden('digest/usual-week.html', digest().html))
  test('a usual week, as JSON', () =>
    expectGolden('digest/usual-week.json', `${JSON.stringify(digest().json, null, 2)}\n`))
  test('a quiet week', () =>
    expectGolden('digest/quiet-week.txt', digest({ entries: books.slice(5), tagged: [] }).text))
  test('a busy week says "and N more"', () =>
    expectGolden('digest/busy-week.txt', digest({ entries: [...books, ...manyChanges] }).text))

  test('the subject counts what is new', () =>
    expect(digest().subject).toBe('[Dibs] widgets-devel 2026-W47: 4 changes, 1 mail waits for an answer'))
  test('a mail that came to wait before this week is no reason for another digest', () => {
    const waiting = { ...books[1]!.standing.waiting[0]!, since: at('2026-11-02') }
    const entries = [book('Widget fuzzer', 'open', { waiting: [waiting] })]
    expect(digest({ entries })).toMatchObject({ worthSending: false, json: { waiting: [{ isNew: false }] } })
    expect(digest({ entries, waitingWeeks: 2 })).toMatchObject({
      worthSending: true,
      json: { waiting: [{ isNew: true }] },
    })
  })
  test('a week in which nothing changed and nobody waits is not worth a mail', () => {
    expect(digest().worthSending).toBe(true)
    expect(digest({ entries: books.slice(5), tagged: [] }).worthSending).toBe(false)
  })
})

describe('what a digest never is', () => {
  test('longer than some forty lines of at most 80 columns but for links', () => {
    const lines = digest({ entries: [...books, ...manyChanges] })
      .text.trimEnd()
      .split('\n')
    expect(lines.length).toBeLessThanOrEqual(46)
    expect(lines.filter((line) => line.length > 78 && !line.includes('https://'))).toEqual([])
  })
  test('a place for lateness or for second claims that wait', () => {
    const { text, html } = digest()
    for (const said of [text, html]) {
      expect(said).not.toMatch(/stalled|silent|overdue|conflict|waiting|big-endian/i)
      expect(said).not.toContain("I'll do the cold start.")
    }
  })
  test('about what happened outside of the week', () => {
    const before = book('Early bird', 'claimed', {
      history: [event('2026-11-15', 'claimed', people.ada, 'x')],
    })
    const after = book('Late bird', 'claimed', { history: [event('2026-11-23', 'claimed', people.ada, 'x')] })
    expect(digest({ entries: [before, after] }).json.changed).toEqual([])
  })
  test('a weekly reminder of a mail that nobody will answer any more', () => {
    const mail = (since: string) => ({
      message: `${since}@example.net` as never,
      thread: `${since}@example.net` as never,
      who: people.emil,
      since: at(since),
      subject: 'Anybody there?',
      newcomer: false,
      lists: [widgets.id],
    })
    const entries = [book('Old questions', 'open', { waiting: [mail('2026-10-01'), mail('2026-10-20')] })]
    expect(digest({ entries }).json.waiting.map((row) => row.message)).toEqual(['2026-10-20@example.net'])
  })
  test('about mail that only another list carried', () => {
    const other = { ...event('2026-11-17', 'claimed', people.ada, 'x') }
    const elsewhere = { ...other, evidence: { ...other.evidence!, lists: ['gadgets' as never] } }
    expect(digest({ entries: [book('Gadget', 'claimed', { history: [elsewhere] })] }).json.changed).toEqual(
      [],
    )
  })
})

describe('hostile words', () => {
  const nasty =
    '\u202eI\u200b <b>take</b> "it"\u0007\r\nBcc: all@example.org\n[x](javascript:alert(1)) \ud800'
  const entries = [
    book(`${nasty} <img src=x onerror=alert(1)>`, 'claimed', {
      history: [event('2026-11-17', 'claimed', { name: nasty, address: 'eve@example.net' }, nasty)],
      waiting: [
        {
          message: 'a"><script>@example.net' as never,
          thread: 'a@example.net' as never,
          who: { name: nasty, address: 'eve@example.net' },
          since: at('2026-11-12'),
          subject: nasty,
          newcomer: false,
          lists: [widgets.id],
        },
      ],
    }),
  ]
  test('stay words: no controls, no invisible marks, no lone surrogates in text', () => {
    const { text, subject } = digest({ entries, tagged: [] })
    expect(text).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u,
    )
    expect(subject).not.toMatch(/[\u0000-\u001f]/)
    expect(text).toContain("\"I <b>take</b> 'it' Bcc: all@example.org")
  })
  test('stay words: no tag and no attribute of theirs in HTML', () => {
    const { html } = digest({ entries, tagged: [] })
    expect(html.match(/<\/?[a-z0-9]+/gi)?.map((tag) => tag.replace(/[</]/g, '').toLowerCase())).toSatisfy(
      (tags: string[]) =>
        tags.every((tag) =>
          [
            'html',
            'head',
            'meta',
            'title',
            'body',
            'div',
            'h1',
            'h2',
            'p',
            'b',
            'bdi',
            'a',
            'span',
            'br',
            'ul',
            'li',
          ].includes(tag),
        ),
    )
    for (const link of html.matchAll(/href="([^"]*)"/g))
      expect(link[1]).toMatch(
        /^(https:\/\/(lists|wiki)\.example\.org\/|mailto:(dibs|community)@example\.org$)/,
      )
  })
})
