// The project's own labelled mails: rows of the YAML files beside this one, as messages that went through the parse
// stage. A row: trait, subject, text, optional tag and cc, and `says`: type → the sentence ('*' = any).
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { decodeMail } from '../../src/adapters/mime/mail-decoder.ts'
import type { Programme } from '../../src/core/model/list.ts'
import type { Message } from '../../src/core/model/message.ts'
import type { SignalType } from '../../src/core/model/signal.ts'
import { EMPTY_MAILMAP } from '../../src/core/parse/mailmap.ts'
import { parseMail } from '../../src/core/parse/parse-mail.ts'
import { rawMail } from '../support/mail.ts'

export interface LabelledMail {
  readonly trait: string
  readonly subject: string
  readonly text: string
  readonly tag?: string
  readonly cc?: readonly string[]
  readonly says?: Partial<Record<SignalType, string>>
}

const PROGRAMMES: readonly Programme[] = [
  { tag: 'gsoc', names: ['GSoC', 'Google Summer of Code'], rounds: [] },
  { tag: 'outreachy', names: ['Outreachy', 'OPW'], rounds: [] },
]

/** All labelled mails, by file. */
export function labelledMails(): (LabelledMail & { readonly file: string })[] {
  const folder = new URL('.', import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((file) =>
      (parse(readFileSync(new URL(file, folder), 'utf8')) as LabelledMail[]).map((row) => ({ ...row, file })),
    )
}

/** A labelled mail as the detectors get it. */
export async function messageOf(row: LabelledMail): Promise<Message> {
  const reply = /^re:/i.test(row.subject)
  const raw = rawMail({
    subject: row.subject,
    from: 'Ida Brandt <ida@example.org>',
    ...(row.cc ? { cc: row.cc.join(', ') } : {}),
    ...(reply ? { inReplyTo: 'root@example.org', references: ['root@example.org'] } : {}),
    body: row.text,
  })
  return parseRaw(raw)
}

/** Any mail as the detectors get it; throws what the decoder has to say. */
export async function parseRaw(raw: Uint8Array): Promise<Message> {
  const decoded = await decodeMail(raw)
  if (!decoded.ok) throw new Error(decoded.reason)
  return parseMail(
    decoded.mail,
    { received: null, sourceTime: 0, lists: [] },
    { lists: [], programmes: PROGRAMMES, bot: { addresses: [] }, mailmap: EMPTY_MAILMAP },
  ).message
}
