// What the process itself needs: Redis, limits, its log.
import { z } from 'zod'
import { example, words } from './setting.ts'

/** The queue's server. */
export const redisSchema = z.strictObject({
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

/** What one process may take. */
export const limitsSchema = z.strictObject({
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

/** What is logged, and how. */
export const logSchema = z.strictObject({
  level: z.enum(['debug', 'info', 'warn', 'error']).default('info').meta(words('Least level of log lines.')),
  format: z
    .enum(['auto', 'json', 'pretty'])
    .default('auto')
    .meta(words('`auto` is pretty on a terminal, JSON elsewhere.')),
})
