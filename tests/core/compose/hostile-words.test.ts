// Markup, links and controls in names, subjects, titles, sentences and ids: no digest, and no answer, ever obeys them.
import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { answerCommand, answerRefusal } from '../../../src/core/compose/answer-parts.ts'
import { composeAnswer } from '../../../src/core/compose/compose-answer.ts'
import { composeDigest } from '../../../src/core/compose/compose-digest.ts'
import { COMMAND_VERBS } from '../../../src/core/model/command.ts'
import { messageId } from '../../../src/core/model/ids.ts'
import type { Person } from '../../../src/core/model/person.ts'
import { shippedTemplates } from '../../support/templates.ts'
import { at, book, claim, digestInput, event, frame, people, widgets } from './sample-books.ts'

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></head><body onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '![x](data:text/html;base64,PHNjcmlwdD4=)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<style>*{display:none}</style>',
  '<base href=//evil.example.com>',
  '<%= process.exit() %>',
  '<% throw 1 %>',
  '$' + '{alert(1)}',
  '{{7*7}}',
  '\u202egnp.exe',
  '\u200b\u200b',
  '\u0000',
  '\u001b[2J\u001b]0;x\u0007',
  '\r\nBcc: all@example.org\r\n\r\n',
  '\ud800',
  '\n.\n',
  '\nFrom ',
  'data:text/html,<script>',
  'https://evil.example.com/"onclick="x',
  '\u2028\u2029',
  `${'<b>'.repeat(500)}`,
  `a${'\u0301'.repeat(500)}`,
]
const words = fc
  .array(fc.oneof(fc.constantFrom(...PAYLOADS), fc.string({ unit: 'binary', maxLength: 30 })), {
    maxLength: 4,
  })
  .map((all) => all.join(' '))
const TAGS = new Set([
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
])
const ATTRIBUTES = new Set(['lang', 'charset', 'style', 'href'])
const LINKS =
  /^(?:https:\/\/lists\.example\.org\/widgets-devel\/[^"<>\s]*|https:\/\/wiki\.example\.org\/[^"'<>\s]*|mailto:(?:dibs|community)@example\.org)$/

function hostileBook(say: string) {
  const who: Person = { name: say, address: say }
  const mail = {
    message: messageId(say),
    thread: messageId(say),
    who,
    since: at('2026-11-16'),
    subject: say,
    newcomer: true,
    lists: [widgets.id],
  }
  const one = book('x', 'claimed', {
    claims: [
      {
        ...claim(who, 'active', '2026-11-17', '2026-11-18', say),
        evidence: { ...event('2026-11-17', 'claimed', who, say).evidence!, source: say },
      },
    ],
    history: [
      {
        ...event('2026-11-17', 'claimed', who, say),
        evidence: { ...event('2026-11-17', 'claimed', who, say).evidence!, source: say },
      },
    ],
    waiting: [mail],
    lastTried: { who, at: at('2026-11-17'), evidence: event('2026-11-17', 'released', who, say).evidence! },
    release: say,
  })
  const entry = {
    ...one.entry,
    title: say,
    urls: [say, one.entry.urls[0]!],
    difficulty: { raw: say, level: `easy ${say}` },
  }
  const thread = {
    thread: messageId(say),
    message: messageId(say),
    subject: say,
    tag: { programme: 'gsoc', year: null },
    starter: who,
    lastAt: at('2026-11-18'),
    lists: [widgets.id],
    entry: null,
  }
  return {
    books: [
      { ...one, entry },
      { ...one, entry, free: true },
    ],
    thread,
  }
}

test('whatever is written, the HTML holds our own tags, attributes and links only', () => {
  fc.assert(
    fc.property(words, (say) => {
      const { books, thread } = hostileBook(say)
      const made = composeDigest(digestInput({ entries: books, tagged: [thread] }), frame, shippedTemplates)
      if (!made.ok) throw new Error(JSON.stringify(made.refusal))
      const parser = new Parser({
        onopentag(tag, attributes) {
          expect(TAGS).toContain(tag)
          for (const name of Object.keys(attributes)) expect(ATTRIBUTES).toContain(name)
          if (attributes['href'] !== undefined) expect(attributes['href']).toMatch(LINKS)
        },
        oncomment: (text) => expect(text).toBe('never'),
        onprocessinginstruction: (name) => expect(name).toBe('!doctype'),
      })
      parser.end(made.digest.html)
      const printed = made.digest.text + made.digest.subject
      expect(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff]/u.test(
          printed,
        ),
      ).toBe(false)
      expect(made.digest.text.split('\n').length).toBeLessThan(60)
    }),
    { numRuns: 1000, examples: PAYLOADS.map((payload) => [payload]) },
  )
})

describe('answers', () => {
  const asked = fc.record({ verb: fc.constantFrom(...COMMAND_VERBS), argument: words, line: words })
  const answerFrame = { ...frame, leftOut: 0, lastToday: false, lists: [] }
  test('to any line hold nothing that anybody obeys, whatever the line and the books say', () => {
    fc.assert(
      fc.property(asked, words, (command, say) => {
        const { books } = hostileBook(say)
        const lookUp = {
          entries: books,
          lists: [widgets],
          zone: 'Etc/UTC',
          threadEntry: null,
          asker: people.ada,
        }
        const parts = [
          answerCommand(command, lookUp),
          answerRefusal({ line: command.line, code: say, text: say }),
        ]
        const made = composeAnswer(parts, answerFrame, shippedTemplates)
        if (!made.ok) throw new Error(JSON.stringify(made.refusal))
        expect(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff]/u.test(
            made.text,
          ),
        ).toBe(false)
        expect(Math.max(...made.text.split('\n').map((line) => line.length))).toBeLessThan(2000)
      }),
      { numRuns: 1000 },
    )
  })
})

test('an entry of another list is in that list’s digest only', () => {
  const gadgets = { ...widgets, id: 'gadgets' as never, addresses: ['gadgets@lists.example.org'] }
  const elsewhere = { ...book('Gadget', 'open', {}), home: gadgets.id }
  const digestOf = (list: typeof widgets) => {
    const made = composeDigest(
      digestInput({ list, lists: [widgets, gadgets], entries: [elsewhere], tagged: [] }),
      frame,
      shippedTemplates,
    )
    return made.ok ? made.digest.json.free.length : -1
  }
  expect([digestOf(widgets), digestOf(gadgets)]).toEqual([0, 1])
})
