// A repository that is watched for what really got merged.
import { z } from 'zod'
import { example, words } from './setting.ts'

export const repositorySchema = z.strictObject({
  path: z.string().min(1).meta(example('Folder of a clone or bare repository.', '/srv/git/xen.git')),
  name: z.string().min(1).optional().meta(words('Name in evidence; by default the path.')),
  branches: z
    .array(z.string().min(1))
    .default([])
    .meta(words('Branches to watch; by default the one HEAD points to.')),
  since: z.iso.date().optional().meta(words('Commits from before this day are not read.')),
  sweep_minutes: z.number().min(1).max(1440).default(15).meta(words('Look for new commits this often.')),
})
