// Building blocks of the schema: a sentence for every setting, addresses, secrets.
import { z } from 'zod'

/** A setting's sentence in the example file and the documentation. */
export const words = (text: string) => ({ description: text })
/** The same with a value that shows the form. */
export const example = (text: string, value: unknown) => ({ description: text, example: value })

/** One address, nothing else: no display name, quotes, comma or blank (reliability of the envelope). */
export const address = z
  .string()
  .regex(
    /^[^\s@"',<>;:\\()[\]]+@[^\s@"',<>;:\\()[\]]+$/,
    'expected one mail address such as dibs@example.org',
  )
  .transform((text) => text.toLowerCase())

/** A secret is never written in the file: it names the environment variable that holds it. */
export const secret = z.string().min(1)
