// Time limits and capacity: the policy of all lists, and what one list or one entry may say differently.
import { z } from 'zod'
import { example, words } from './setting.ts'

const weeks = (text: string, value: number) => z.number().min(0).max(520).default(value).meta(words(text))

const limits = {
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

/** The policy with its defaults. */
export const policySchema = z.strictObject(limits)

/** The same settings without defaults: a list names only what differs. */
export const ownPolicySchema = z.strictObject(
  Object.fromEntries(
    Object.entries(limits).map(([name, rule]) => [
      name,
      rule
        .unwrap()
        .optional()
        .meta(rule.meta() ?? {}),
    ]),
  ) as {
    [K in keyof typeof limits]: z.ZodOptional<(typeof limits)[K] extends z.ZodDefault<infer R> ? R : never>
  },
)

/** One entry's differences from the policy of its list. */
export const entryPolicySchema = z.strictObject({
  entry: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'expected an entry id such as cpu-ram-pci-diagram-tool')
    .meta(example('Id of the entry.', 'fuzzing-the-instruction-emulator')),
  policy: ownPolicySchema.meta(
    words('Differences from the policy of its list, such as how many may hold it at once.'),
  ),
})
