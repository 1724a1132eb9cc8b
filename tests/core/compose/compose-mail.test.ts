// A draft becomes a mail, or is refused: ids, references, header values, addresses.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  composeMail,
  type MailDraft,
  ownMessageId,
  referencesOf,
} from '../../../src/core/compose/compose-mail.ts'
import { messageId } from '../../../src/core/model/ids.ts'

const hash = (text: string) =>
  [...text]
    .map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('')
    .padEnd(64, '0')
const draft: MailDraft = {
  kind: 'answer',
  dedupe: 'answer:x@example.net',
  date: 0,
  from: { name: 'Dibs', address: 'dibs@example.org' },
  replyTo: null,
  to: 'ada@example.net',
  subject: 'Re: hello',
  text: 'Hello\n',
  html: null,
  parent: { id: messageId('x@example.net'), references: [] },
  list: null,
}
const made = (parts: Partial<MailDraft>) => composeMail({ ...draft, ...parts }, hash)

test('the same dedupe key gives the same Message-ID, another gives another', () => {
  const id = (dedupe: string) => ownMessageId(dedupe, 'example.org', hash)
  expect(id('one')).toBe(id('one'))
  expect(id('one')).not.toBe(id('two'))
  expect(id('one')).toMatch(/^dibs\.[0-9a-f]{40}@example\.org$/)
})

describe('is refused', () => {
  test.each([
    ['bad-header', { subject: 'Re: x\r\nBcc: all@example.org' }],
    ['bad-header', { subject: 'Re: x\u0000' }],
    ['bad-header', { subject: 'Re: x\u001b[2J' }],
    ['bad-header', { subject: 'Re: x\u2028y' }],
    ['bad-header', { subject: 'x'.repeat(501) }],
    ['bad-header', { from: { name: 'Dibs\nX: y', address: 'dibs@example.org' } }],
    ['bad-header', { kind: 'digest' as const, list: 'devel\r\nX: y' }],
    ['bad-recipient', { to: 'ada@example.net, bob@example.net' }],
    ['bad-recipient', { to: 'Ada <ada@example.net>' }],
    ['bad-recipient', { to: '' }],
    ['bad-sender', { from: { name: '', address: 'dibs' } }],
    ['bad-sender', { replyTo: 'a@b, c@d' }],
    ['bad-parent', { parent: { id: messageId('x y@example.net'), references: [] } }],
    ['bad-parent', { parent: { id: messageId('no-at-sign'), references: [] } }],
    ['bad-parent', { parent: { id: messageId(`${'x'.repeat(300)}@example.net`), references: [] } }],
    ['bad-parent', { parent: { id: messageId('x@example.net>\r\nBcc: <y@example.net'), references: [] } }],
  ])('%s: %j', (code, parts) => expect(made(parts)).toMatchObject({ ok: false, code }))
})

test('a body keeps its words and tabs but no other control and no bare CR', () => {
  const mail = made({ text: 'a\r\nb\rc\td\u0000e\u001b[31mf\n' })
  expect(mail.ok && mail.mail.text).toBe('a\nb\nc\tde[31mf\n')
})

describe('references', () => {
  test('are the parent’s and the parent, odd and repeated ones left out', () => {
    const references = ['a@x', 'b@x', 'a@x', 'not an id', 'c@x>\r\nX: y'].map((id) => messageId(id))
    expect(referencesOf({ id: messageId('p@x'), references })).toEqual(['a@x', 'b@x', 'p@x'])
  })
  test('of a long thread are its first twenty and its last twenty', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (length) => {
        const references = Array.from({ length }, (_, at) => messageId(`${at}@x`))
        const all = [...references, 'parent@x']
        const kept = referencesOf({ id: messageId('parent@x'), references })
        expect(kept).toEqual(all.length <= 40 ? all : [...all.slice(0, 20), ...all.slice(-20)])
      }),
    ))
})

test('marks: answers say auto-replied, everything else auto-generated; only digests are a list of ours', () => {
  const value = (kind: MailDraft['kind'], name: string) => {
    const mail = made({ kind, list: 'devel' })
    return mail.ok ? mail.mail.headers.find((field) => field.name === name)?.value : null
  }
  expect(value('answer', 'Auto-Submitted')).toBe('auto-replied')
  expect(value('digest', 'Auto-Submitted')).toBe('auto-generated')
  expect(value('notice', 'Auto-Submitted')).toBe('auto-generated')
  expect(value('digest', 'List-Id')).toBe('<devel.dibs.example.org>')
  expect(value('answer', 'List-Id')).toBeUndefined()
})
