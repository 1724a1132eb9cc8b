// Builds raw mails for tests out of the few fields a test cares about; addresses are example.org's.

export interface MailParts {
  readonly id?: string
  readonly from?: string
  readonly to?: string
  readonly cc?: string
  readonly subject?: string
  /** RFC 5322 form, or an instant in milliseconds; null leaves the field out. */
  readonly date?: string | number | null
  readonly inReplyTo?: string
  readonly references?: readonly string[]
  /** Further fields, in order, before the others (as a list's or a server's are). */
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: string
  /** Line ends; LF unless said otherwise. */
  readonly lineEnd?: '\n' | '\r\n'
}

/** A mail as bytes. Everything has a default, so `rawMail({})` is a whole mail. */
export function rawMail(parts: MailParts): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(mailText(parts))
}

/** The same as text. */
export function mailText(parts: MailParts): string {
  const date = typeof parts.date === 'number' ? rfcDate(parts.date) : parts.date
  const fields: (readonly [string, string | null | undefined])[] = [
    ...(parts.headers ?? []),
    ['Message-ID', `<${parts.id ?? 'mail@example.org'}>`],
    ['From', parts.from ?? 'Ada Example <ada@example.org>'],
    ['To', parts.to ?? 'devel@lists.example.org'],
    ['Cc', parts.cc],
    ['Subject', parts.subject ?? 'A question'],
    ['Date', date === undefined ? 'Thu, 02 Jan 2025 07:59:15 +0000' : date],
    ['In-Reply-To', parts.inReplyTo && `<${parts.inReplyTo}>`],
    ['References', parts.references?.map((id) => `<${id}>`).join(' ')],
  ]
  const head = fields
    .filter(([, value]) => value != null && value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
  const text = `${head.join('')}\n${parts.body ?? 'Hello,\n\nis anybody there?\n'}`
  return parts.lineEnd === '\r\n' ? text.replaceAll('\n', '\r\n') : text
}

/** `count` whole mails, `<n@example.org>` for n from 0, one minute apart. */
export function someMails(count: number, parts: MailParts = {}): Uint8Array<ArrayBuffer>[] {
  const first = Date.UTC(2025, 0, 2, 8)
  return Array.from({ length: count }, (_, n) =>
    rawMail({
      id: `${n}@example.org`,
      subject: `Mail ${n}`,
      date: first + n * 60_000,
      body: `This is mail ${n}.\n`,
      ...parts,
    }),
  )
}

/** Mails as one mbox (mboxrd: lines that start with `From `, quoted or not, get one `>`). */
export function mboxOf(mails: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const texts = mails.map((mail) => {
    const text = Buffer.from(mail).toString('latin1')
    return `From ada@example.org Thu Jan  2 08:00:00 2025\n${text.replace(/^(>*From )/gm, '>$1')}\n`
  })
  return new Uint8Array(Buffer.from(texts.join(''), 'latin1'))
}

/** `Thu, 02 Jan 2025 07:59:15 +0000` (RFC 5322 §3.3). */
export function rfcDate(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000')
}
