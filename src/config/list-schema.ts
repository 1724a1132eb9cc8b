// A watched list: its names, its archive, its digest, what people are told, and its own limits.
import { CronExpressionParser } from 'cron-parser'
import { IANAZone } from 'luxon'
import { z } from 'zod'
import { DUE_KINDS } from '../core/model/due-mail.ts'
import { ownPolicySchema } from './policy-schema.ts'
import { address, example, words } from './setting.ts'

export const listSchema = z.strictObject({
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
      schedule: z
        .string()
        .default('0 9 * * 1')
        .refine(isCronPattern, 'expected a cron pattern such as 0 9 * * 1 (Mondays at nine)')
        .meta(words('Cron pattern: minute hour day month weekday.')),
      time_zone: z
        .string()
        .default('Etc/UTC')
        .refine((zone) => IANAZone.isValidZone(zone), 'expected an IANA time zone such as Europe/Berlin')
        .meta(words('IANA time zone of the schedule and of the week.')),
      to: z
        .enum(['operator', 'list'])
        .default('operator')
        .meta(words('`list` only when you want the list to get it.')),
    })
    .prefault({}),
  notices: z
    .array(z.enum(DUE_KINDS))
    .default([])
    .meta(
      words(
        'What people are told privately about projects of this list: nothing unless named here (docs/operate.md).',
      ),
    ),
  policy: ownPolicySchema.optional().meta(words('Differences from the policy below, for this list.')),
})

/** Five fields, or six with seconds; a name such as @weekly. What is missing would be taken for an asterisk. */
function isCronPattern(text: string): boolean {
  if (!/^(?:\S+ +){4,5}\S+$|^@[a-z]+$/.test(text)) return false
  try {
    CronExpressionParser.parse(text)
    return true
  } catch {
    return false
  }
}
