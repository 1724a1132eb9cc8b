// Where mail comes from, as the configuration names it: one shape a kind of source.
import { z } from 'zod'
import { example, secret, words } from './setting.ts'

const imapSource = z.strictObject({
  kind: z.literal('imap'),
  name: z.string().min(1).optional().meta(words('Name in logs and cursors; by default user@host/mailbox.')),
  host: z.string().min(1).meta(example('IMAP server.', 'imap.example.org')),
  port: z.number().int().min(1).max(65535).default(993).meta(words('993 is IMAP over TLS, 143 STARTTLS.')),
  tls: z
    .enum(['tls', 'starttls', 'none'])
    .default('tls')
    .meta(words('`none` only on a loopback address or over a tunnel of your own.')),
  ca: z.string().optional().meta(words('PEM file of a private certificate authority.')),
  user: z.string().min(1).meta(example('Login name.', 'dibs')),
  password: secret.meta(example('Password, from the environment.', `\${DIBS_IMAP_PASSWORD}`)),
  mailbox: z
    .string()
    .min(1)
    .default('INBOX')
    .meta(
      words(
        'Mailbox to follow; never changed by Dibs. `slices: true` follows the newest of NAME.0, NAME.1, …',
      ),
    ),
  slices: z
    .boolean()
    .default(false)
    .meta(words("A public-inbox server's mailbox in slices of 50,000 mails.")),
  sweep_minutes: z.number().min(1).max(120).default(10).meta(words('Look again this often, beside IDLE.')),
})

const fileSource = (kind: 'maildir' | 'mbox' | 'eml', text: string) =>
  z.strictObject({
    kind: z.literal(kind),
    name: z.string().min(1).optional().meta(words('Name in logs and cursors; by default the path.')),
    path: z.string().min(1).meta(words(text)),
  })

const publicInboxSource = z.strictObject({
  kind: z.literal('public-inbox'),
  name: z.string().min(1).optional().meta(words('Name in logs and cursors; by default the path.')),
  path: z.string().min(1).meta(words('Folder of a public-inbox v2 clone (the one that holds git/0.git).')),
  fetch: z.boolean().default(false).meta(words('Run `git fetch` before each look.')),
  sweep_minutes: z.number().min(1).max(120).default(10).meta(words('Look for new commits this often.')),
})

export const sourceSchema = z.discriminatedUnion('kind', [
  imapSource,
  fileSource('maildir', 'Maildir folder (with new/ and cur/); watched, never changed.'),
  fileSource('mbox', 'mbox file, also .gz; read from where it ended last time.'),
  fileSource('eml', 'Folder of .eml files.'),
  publicInboxSource,
])
