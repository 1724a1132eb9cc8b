// Words to a checked mail: in go subject, texts and the mail that is answered, out comes an OutgoingMail whose header
// nobody outside can bend. Refuses controls in any header value, odd Message-IDs, and addresses that are not plainly one.
import type { MessageId } from '../model/ids.ts'
import type { HeaderField } from '../model/mail.ts'
import type { OutgoingMail } from '../model/outgoing-mail.ts'
import type { Person } from '../model/person.ts'
import type { Instant } from '../model/time.ts'
import { isPlainAddress } from './recipients.ts'

export interface MailDraft {
  readonly kind: 'digest' | 'answer' | 'notice'
  /** Unique for ever: the Message-ID is made of it. */
  readonly dedupe: string
  readonly date: Instant
  readonly from: Person
  readonly replyTo: string | null
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  /** The mail that is answered, with its ancestors. */
  readonly parent: { readonly id: MessageId; readonly references: readonly MessageId[] } | null
  /** Short name of the list a digest is about. */
  readonly list: string | null
}

export type MailRefusalCode = 'bad-recipient' | 'bad-sender' | 'bad-header' | 'bad-parent'

export type ComposedMail =
  | { readonly ok: true; readonly mail: OutgoingMail }
  | { readonly ok: false; readonly code: MailRefusalCode; readonly text: string }

/** Lower-case hex of a keyed hash (HMAC-SHA-256) of a text, made outside of the core. */
export type KeyedHash = (text: string) => string

/** Turns a draft into a mail. The same draft and key give the same Message-ID, so that a mail sent twice is seen as one. */
export function composeMail(draft: MailDraft, keyedHash: KeyedHash): ComposedMail {
  if (!isPlainAddress(draft.to)) return refuse('bad-recipient', 'the recipient is not one plain address')
  const sender = draft.from.address
  if (!isPlainAddress(sender)) return refuse('bad-sender', 'the sender is not one plain address')
  if (draft.replyTo !== null && !isPlainAddress(draft.replyTo))
    return refuse('bad-sender', 'Reply-To is not one plain address')
  if (draft.parent && !isPlainId(draft.parent.id))
    return refuse('bad-parent', 'the answered mail has an odd Message-ID')
  const domain = sender.slice(sender.indexOf('@') + 1)
  const headers = extraHeaders(draft, sender, domain)
  const printed = [draft.subject, draft.from.name, ...headers.map((field) => field.value)]
  if (printed.some((value) => CONTROL.test(value)))
    return refuse('bad-header', 'a header value holds a control character')
  if (draft.subject.length > 500) return refuse('bad-header', 'the subject is longer than 500 characters')
  return {
    ok: true,
    mail: {
      messageId: ownMessageId(draft.dedupe, domain, keyedHash),
      date: draft.date,
      from: draft.from,
      replyTo: draft.replyTo,
      to: draft.to,
      subject: draft.subject,
      inReplyTo: draft.parent?.id ?? null,
      references: draft.parent ? referencesOf(draft.parent) : [],
      headers,
      text: plainBody(draft.text),
      html: draft.html === null ? null : plainBody(draft.html),
    },
  }
}

/** Message-ID (RFC 5322 §3.6.4) of the mail with that dedupe key: nobody without the key can guess it. */
export function ownMessageId(dedupe: string, domain: string, keyedHash: KeyedHash): MessageId {
  return `dibs.${keyedHash(dedupe).slice(0, 40)}@${domain}` as MessageId
}

/** The parent's references and the parent, without odd or repeated ids: the first twenty and the last twenty. */
export function referencesOf(parent: {
  readonly id: MessageId
  readonly references: readonly MessageId[]
}): MessageId[] {
  const ids = [...new Set([...parent.references.filter(isPlainId), parent.id])]
  return ids.length <= 40 ? ids : [...ids.slice(0, 20), ...ids.slice(-20)]
}

/** Line breaks as LF, no other controls but tabs: a bare CR in a body is somebody's end of data (SMTP smuggling). */
function plainBody(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

function isPlainId(id: string): boolean {
  return id.length <= 250 && /^[!-;=?A-~]+@[!-;=?A-~]+$/.test(id)
}

/**
 * Auto-Submitted as RFC 3834 §5 asks. Precedence: bulk for responders that know only that, as debbugs and Mailman do;
 * X-Auto-Response-Suppress for Exchange; X-Loop as a last mark of our own mail. List-Id and List-Help (RFC 2919, 2369)
 * are our service's own, never the watched list's.
 */
function extraHeaders(draft: MailDraft, sender: string, domain: string): HeaderField[] {
  const digest = draft.kind === 'digest'
  const headers = [
    { name: 'Auto-Submitted', value: draft.kind === 'answer' ? 'auto-replied' : 'auto-generated' },
    { name: 'Precedence', value: 'bulk' },
    { name: 'X-Auto-Response-Suppress', value: 'All' },
    { name: 'X-Loop', value: sender },
    { name: 'X-Dibs', value: draft.list ? `${draft.kind}; list=${draft.list}` : draft.kind },
  ]
  if (!digest) return headers
  return [
    ...headers,
    { name: 'List-Id', value: `<${draft.list ?? 'all'}.dibs.${domain}>` },
    { name: 'List-Help', value: `<mailto:${sender}?subject=help>` },
  ]
}

function refuse(code: MailRefusalCode, text: string): ComposedMail {
  return { ok: false, code, text }
}
