// Prints an OutgoingMail into bytes with nodemailer's MailComposer, which never reads a file or an address on the way.
// Same mail in, same bytes out: the boundary is made of the Message-ID, the date is the mail's own.
import MailComposer from 'nodemailer/lib/mail-composer'
import type { OutgoingMail } from '../../core/model/outgoing-mail.ts'
import type { MailFreezer } from '../../ports/mail-freezer.ts'

export const freezeMail: MailFreezer['freeze'] = async (mail: OutgoingMail) => {
  const html = mail.html === null ? {} : { html: mail.html }
  const parent = mail.inReplyTo === null ? {} : { inReplyTo: `<${mail.inReplyTo}>` }
  const references =
    mail.references.length === 0 ? {} : { references: mail.references.map((id) => `<${id}>`) }
  const composer = new MailComposer({
    from: mail.from,
    to: { name: '', address: mail.to },
    ...(mail.replyTo === null ? {} : { replyTo: { name: '', address: mail.replyTo } }),
    subject: mail.subject,
    messageId: `<${mail.messageId}>`,
    date: new Date(mail.date),
    ...parent,
    ...references,
    headers: mail.headers.map((field) => ({ key: field.name, value: field.value })),
    text: mail.text,
    ...html,
    baseBoundary: mail.messageId.replace(/[^0-9a-z]/gi, '').slice(0, 40),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return new Uint8Array(await composer.compile().build())
}
