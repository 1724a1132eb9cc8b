// What may leave: whether at all, by which server, and how much of it.
import { z } from 'zod'
import { address, example, secret, words } from './setting.ts'

export const outgoingSchema = z.strictObject({
  policy: z
    .enum(['preview', 'send'])
    .default('preview')
    .meta(words('`preview` composes everything and sends nothing.')),
  smtp: z
    .strictObject({
      host: z.string().min(1).meta(example('SMTP server, best one of your own.', 'localhost')),
      port: z
        .number()
        .int()
        .min(1)
        .max(65535)
        .default(587)
        .meta(words('587 is submission, 465 submission over TLS, 25 a server of your own.')),
      tls: z
        .enum(['tls', 'starttls', 'none'])
        .default('starttls')
        .meta(words('`none` only to a server on this machine.')),
      ca: z.string().optional().meta(words('PEM file of a private certificate authority.')),
      user: z.string().optional().meta(words('Login name, when the server wants one.')),
      password: secret.optional().meta(example('Password, from the environment.', `\${DIBS_SMTP_PASSWORD}`)),
    })
    .optional(),
  per_hour: z.number().int().min(1).max(1000).default(60).meta(words('Mails in an hour, all together.')),
  per_person_per_day: z.number().int().min(1).max(100).default(10).meta(words('To one address in a day.')),
  per_thread_per_day: z.number().int().min(1).max(100).default(3).meta(words('In one thread in a day.')),
  late_days: z
    .number()
    .min(0)
    .max(30)
    .default(3)
    .meta(
      words(
        'What fell due while Dibs did not run is still said up to so many days late: digests and notices.',
      ),
    ),
  notice_delay_minutes: z
    .number()
    .min(0)
    .max(1440)
    .default(60)
    .meta(words('A notice lies in the outbox for so long, and is dropped when its cause passes meanwhile.')),
  no_notices_to: z
    .array(address)
    .default([])
    .meta(words('People who want no notices; what they ask is still answered.')),
})
