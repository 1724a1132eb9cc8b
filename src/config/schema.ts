// The configuration: one source for its checks, its defaults, its example file and its documentation.
// Every setting carries a sentence; `tools/config-docs.ts` turns them into config/dibs.example.yaml and docs/configuration.md.
import { z } from 'zod'
import { address, example, secret, words } from './setting.ts'
import { sourceSchema } from './source-schema.ts'

const weeks = (text: string, value: number) => z.number().min(0).max(520).default(value).meta(words(text))

const listPolicy = {
  reminder_weeks: weeks('Silence of a claimant until a reminder is due.', 6),
  grace_weeks: weeks('From reminder to stalled.', 2),
  waiting_weeks: weeks('Silence of everybody else until a contributor is waiting for an answer.', 1),
  interest_weeks: weeks('After this an interest fades.', 26),
  stalled_weeks: weeks('After this a stalled claim fades.', 52),
  tag_weeks: weeks(
    'A programme-tagged thread silent for longer no longer keeps its entry from being free.',
    26,
  ),
  unverified_months: z
    .number()
    .min(0)
    .max(240)
    .default(18)
    .meta(words('An entry is unverified when nobody checked it for so long.')),
  auto_release: z.boolean().default(false).meta(words('Release stalled claims by themselves.')),
  capacity: z
    .number()
    .int()
    .min(0)
    .max(100)
    .default(1)
    .meta(words('How many may hold one entry at once; 0 is any number.')),
}

const listSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]*$/, 'expected a short lower-case name')
    .meta(example('Short name used everywhere.', 'xen-devel')),
  list_id: z
    .array(z.string().min(1))
    .default([])
    .meta(example('List-Id values that mean this list, aliases included.', ['xen-devel.lists.example.org'])),
  addresses: z
    .array(address)
    .min(1)
    .meta(example('Posting address first, then aliases.', ['xen-devel@lists.example.org'])),
  archive: z
    .string()
    .default('')
    .refine(
      (text) => text === '' || (/^https?:\/\//.test(text) && text.includes('{message_id}')),
      'expected an http(s) URL with {message_id} in it',
    )
    .meta(example('Archive page of one mail.', 'https://lists.example.org/xen-devel/{message_id}')),
  subject_prefixes: z
    .array(z.string().min(1))
    .default([])
    .meta(example('Words the list puts in brackets before subjects.', ['Xen-devel'])),
  digest: z
    .strictObject({
      schedule: z.string().default('0 9 * * 1').meta(words('Cron pattern: minute hour day month weekday.')),
      time_zone: z.string().default('Etc/UTC').meta(words('IANA time zone of the schedule and of the week.')),
      to: z
        .enum(['operator', 'list'])
        .default('operator')
        .meta(words('`list` only when you want the list to get it.')),
    })
    .prefault({}),
  policy: z
    .strictObject(
      Object.fromEntries(
        Object.entries(listPolicy).map(([name, rule]) => [
          name,
          rule
            .unwrap()
            .optional()
            .meta(rule.meta() ?? {}),
        ]),
      ) as {
        [K in keyof typeof listPolicy]: z.ZodOptional<
          (typeof listPolicy)[K] extends z.ZodDefault<infer R> ? R : never
        >
      },
    )
    .optional()
    .meta(words('Differences from the policy below, for this list.')),
})

const programmeSchema = z.strictObject({
  tag: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .meta(words('Lower-case tag as it stands in output.')),
  names: z
    .array(z.string().min(1))
    .min(1)
    .meta(words('Spellings in subjects; case, punctuation and year do not matter.')),
  rounds: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        from: z.iso.date(),
        to: z.iso.date(),
      }),
    )
    .default([])
    .meta(words('A round that ended ends the claims made under it unless work goes on.')),
})

const DEFAULT_PROGRAMMES = [
  { tag: 'gsoc', names: ['GSoC', 'Google Summer of Code'], rounds: [] },
  { tag: 'outreachy', names: ['Outreachy', 'OPW', 'Outreach Program for Women'], rounds: [] },
]

export const configSchema = z.strictObject({
  community: z
    .strictObject({ name: z.string().min(1).meta(example('Named in digests and answers.', 'Xen Project')) })
    .prefault({ name: 'this community' }),
  data: z.string().min(1).default('./data').meta(words('Folder of the store and of the private Redis.')),
  bot: z.strictObject({
    address: address.meta(
      example('Address people write to, and From of everything Dibs sends.', 'dibs@example.org'),
    ),
    name: z.string().min(1).default('Dibs').meta(words('Name shown beside the address.')),
    bounce: address
      .optional()
      .meta(words('Envelope sender; bounces come back here and are never answered. By default the address.')),
    mailbox: sourceSchema
      .optional()
      .meta(
        words(
          "The bot's own mailbox: a source as under `sources`. Without it questions by mail are not answered.",
        ),
      ),
    watch_from: z.iso
      .datetime({ offset: true })
      .optional()
      .meta(words('Mail from before is read but never answered. By default the first start.')),
  }),
  operator: z.strictObject({
    address: address.meta(
      example('Gets digests until a list is named, and notices of trouble.', 'operator@example.org'),
    ),
  }),
  maintainers: z.array(address).default([]).meta(words('May settle what others may not.')),
  mailmap: z
    .string()
    .optional()
    .meta(words('File in the form of git mailmap: one person under several addresses.')),
  lists: z.array(listSchema).min(1).meta(words('The lists to watch.')),
  sources: z
    .array(sourceSchema)
    .default([])
    .meta(words('Where their mail comes from. One source may carry several lists.')),
  catalogues: z
    .array(z.string().min(1))
    .default([])
    .meta(
      words(
        'Catalogue files, imported at start and when they change, and addresses of pages (http or https).',
      ),
    ),
  catalogue_refresh_hours: z
    .number()
    .min(0.25)
    .max(720)
    .default(12)
    .meta(words('Pages among the catalogues are asked again this often whether they changed.')),
  repositories: z
    .array(
      z.strictObject({
        path: z.string().min(1).meta(example('Folder of a clone or bare repository.', '/srv/git/xen.git')),
        name: z.string().min(1).optional().meta(words('Name in evidence; by default the path.')),
        branches: z
          .array(z.string().min(1))
          .default([])
          .meta(words('Branches to watch; by default the one HEAD points to.')),
        since: z.iso.date().optional().meta(words('Commits from before this day are not read.')),
        sweep_minutes: z
          .number()
          .min(1)
          .max(1440)
          .default(15)
          .meta(words('Look for new commits this often.')),
      }),
    )
    .default([])
    .meta(
      words(
        'Repositories watched for what really got merged; keeping them fresh (git fetch) is left to you.',
      ),
    ),
  programmes: z
    .array(programmeSchema)
    .default(DEFAULT_PROGRAMMES)
    .meta(words('Programmes whose tags subjects carry.')),
  detection: z
    .strictObject({
      threshold: z
        .number()
        .min(0)
        .max(1)
        .default(0.5)
        .meta(words('Signals with a lower score are kept but change nothing.')),
    })
    .prefault({}),
  linking: z
    .strictObject({
      threshold: z.number().min(0).max(1).default(0.6).meta(words('Links with a lower score go to triage.')),
      margin: z
        .number()
        .min(0)
        .max(1)
        .default(0.1)
        .meta(words('Share by which the doubt of a link must be smaller than that of the second candidate.')),
    })
    .prefault({}),
  policy: z.strictObject(listPolicy).prefault({}),
  outgoing: z
    .strictObject({
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
          password: secret
            .optional()
            .meta(example('Password, from the environment.', `\${DIBS_SMTP_PASSWORD}`)),
        })
        .optional(),
      per_hour: z.number().int().min(1).max(1000).default(60).meta(words('Mails in an hour, all together.')),
      per_person_per_day: z
        .number()
        .int()
        .min(1)
        .max(100)
        .default(10)
        .meta(words('To one address in a day.')),
      per_thread_per_day: z.number().int().min(1).max(100).default(3).meta(words('In one thread in a day.')),
    })
    .prefault({}),
  redis: z
    .strictObject({
      url: z
        .string()
        .regex(/^(rediss?|unix):\/\//, 'expected redis://, rediss:// or unix:// and a place')
        .optional()
        .meta(
          example(
            'A Redis of your own; without it Dibs runs a private one on a socket in the data folder. REDIS_URL does the same.',
            'redis://localhost:6379/0',
          ),
        ),
    })
    .prefault({}),
  limits: z
    .strictObject({
      mail_megabytes: z
        .number()
        .min(1)
        .max(100)
        .default(10)
        .meta(words('Larger mails are read by their header and first text only.')),
      workers: z
        .number()
        .int()
        .min(1)
        .max(64)
        .default(2)
        .meta(words('Threads that parse mail in bulk, and jobs worked on at once.')),
    })
    .prefault({}),
  log: z
    .strictObject({
      level: z
        .enum(['debug', 'info', 'warn', 'error'])
        .default('info')
        .meta(words('Least level of log lines.')),
      format: z
        .enum(['auto', 'json', 'pretty'])
        .default('auto')
        .meta(words('`auto` is pretty on a terminal, JSON elsewhere.')),
    })
    .prefault({}),
  templates: z
    .string()
    .optional()
    .meta(words('Folder with your own wording; files missing there come from the shipped ones.')),
})

export type Config = z.output<typeof configSchema>
export type ListConfig = Config['lists'][number]
export type SourceConfig = z.output<typeof sourceSchema>
export type ImapSourceConfig = Extract<SourceConfig, { kind: 'imap' }>
