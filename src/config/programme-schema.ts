// Programmes such as Google Summer of Code: the tags of subjects, and their rounds.
import { z } from 'zod'
import { words } from './setting.ts'

export const programmeSchema = z.strictObject({
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

/** Watched for unless the configuration names its own. */
export const DEFAULT_PROGRAMMES = [
  { tag: 'gsoc', names: ['GSoC', 'Google Summer of Code'], rounds: [] },
  { tag: 'outreachy', names: ['Outreachy', 'OPW', 'Outreach Program for Women'], rounds: [] },
]
