// The configuration: one source for its checks, its defaults, its example file and its documentation.
// Larger sections have files of their own beside this one. Every setting carries a sentence; `tools/config-docs.ts` turns
// them into config/dibs.example.yaml and docs/configuration.md.
import { z } from 'zod'
import { listSchema } from './list-schema.ts'
import { outgoingSchema } from './outgoing-schema.ts'
import { entryPolicySchema, policySchema } from './policy-schema.ts'
import { limitsSchema, logSchema, redisSchema } from './process-schema.ts'
import { DEFAULT_PROGRAMMES, programmeSchema } from './programme-schema.ts'
import { repositorySchema } from './repository-schema.ts'
import { address, example, words } from './setting.ts'
import { sourceSchema } from './source-schema.ts'

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
    .array(repositorySchema)
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
  policy: policySchema.prefault({}),
  entries: z.array(entryPolicySchema).default([]).meta(words('Entries that go by another policy.')),
  outgoing: outgoingSchema.prefault({}),
  redis: redisSchema.prefault({}),
  limits: limitsSchema.prefault({}),
  log: logSchema.prefault({}),
  templates: z
    .string()
    .optional()
    .meta(words('Folder with your own wording; files missing there come from the shipped ones.')),
})

export type Config = z.output<typeof configSchema>
export type ListConfig = Config['lists'][number]
export type SourceConfig = z.output<typeof sourceSchema>
export type ImapSourceConfig = Extract<SourceConfig, { kind: 'imap' }>
