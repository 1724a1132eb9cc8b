// The page of `dibs trial`: every row once under its week, nothing foreign that could act, nothing loaded from anywhere.
import { describe, expect, test } from 'vitest'
import { composeTrialPage, type TrialFrame, type TrialRow } from '../../../src/core/compose/trial-page.ts'
import { entryId, messageId } from '../../../src/core/model/ids.ts'
import { expectGolden } from '../../support/golden.ts'
import { shippedTemplates } from '../../support/templates.ts'

const row: TrialRow = {
  at: Date.UTC(2026, 10, 18, 9),
  week: '2026-W47',
  code: 'claimed',
  who: 'Ada Park <ada@example.net>',
  entry: entryId('widget-tester'),
  title: 'Widget tester',
  sentence: 'I have started working on the widget tester.',
  subject: 'The widget tester',
  message: messageId('one@example.net'),
  link: 'https://lists.example.org/widgets-devel/one%40example.net',
  score: 0.914,
}
const frame: TrialFrame = {
  source: 'widgets.mbox.gz',
  mails: 1234,
  from: Date.UTC(2025, 10, 19),
  to: Date.UTC(2026, 10, 18),
  threshold: 0.5,
}

function page(rows: readonly TrialRow[]): string {
  const made = composeTrialPage(rows, frame, shippedTemplates)
  if (!made.ok) throw new Error(made.refusal.text)
  return made.html
}

const later: TrialRow = {
  ...row,
  at: row.at + 1,
  code: 'interested',
  message: messageId('two@example.net'),
  link: null,
  score: 0.6,
}
const earlier: TrialRow = {
  ...row,
  at: row.at - 8 * 86_400_000,
  week: '2026-W46',
  link: null,
  message: messageId('zero@example.net'),
}

describe('the trial page', () => {
  test('is a whole page', () => expectGolden('trial/page.html', page([later, row, earlier])))

  test('holds every row once, oldest first, under its week', () => {
    const html = page([later, row, earlier])
    const order = [
      '<h2>2026-W46</h2>',
      'zero@example.net',
      '<h2>2026-W47</h2>',
      'one%40example.net',
      'two@example.net',
    ]
    const places = order.map((text) => html.indexOf(text))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(html.match(/class="row"/g)).toHaveLength(3)
    expect(html.match(/<h2>2026-W47/g)).toHaveLength(1)
  })

  test('says so when there is no row', () => {
    expect(page([])).toContain('No row at all')
  })

  test('loads nothing from anywhere', () => {
    const html = page([{ ...row, link: null }])
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/(?:src|href)\s*=\s*["']?(?!")https?:|@import|url\(/)
  })

  const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>" onmouseover="x\u202e\u0000'

  test.each(['who', 'title', 'sentence', 'subject', 'message', 'entry', 'link'] as const)(
    'lets no markup through in %s',
    (field) => {
      const html = page([{ ...row, link: null, [field]: hostile }])
      expect(html.match(/<script/g)).toHaveLength(1)
      expect(html).not.toContain('<img')
      expect(html).not.toMatch(/[a-z]" onmouseover=/)
      expect(html).not.toMatch(/[\u202e\u0000]/)
    },
  )

  test('a broken template is refused with its line', () => {
    const made = composeTrialPage([], frame, { 'trial.html.eta': 'one\n<%= it.nonsense %>' })
    expect(made).toMatchObject({ ok: false, refusal: { file: 'trial.html.eta', line: 2 } })
  })
})
