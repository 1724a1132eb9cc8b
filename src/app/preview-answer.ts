// What the bot would answer to a mail, by the same way as for a mail that came, but for the writing: nothing is kept.
import { isoInstant } from '../core/model/time.ts'
import type { MailDecoder } from '../ports/mail-decoder.ts'
import type { OutboxMail, StoreReads } from '../ports/store.ts'
import { type AnswerDeps, type AnswerWrites, answerMail } from './answer.ts'
import { readCopy } from './read-copy.ts'

export interface AskedMail {
  readonly from: string
  /** Command lines. */
  readonly body: string
  /** Message-ID without brackets. */
  readonly inReplyTo: string | null
}

/** The answer's bytes, or the reason code for which there would be none. */
export async function previewAnswer(
  asked: AskedMail,
  reads: StoreReads,
  decoder: MailDecoder,
  deps: AnswerDeps,
): Promise<{ ok: true; raw: Uint8Array } | { ok: false; reason: string }> {
  const read = await readCopy(rawOf(asked, deps), { receivedAt: deps.clock.now() }, decoder, deps.settings)
  if (!read.ok) return { ok: false, reason: read.reason }
  let reason = 'nothing was asked'
  let row: OutboxMail | null = null
  const tx: AnswerWrites = {
    ...reads,
    setMeta: async () => undefined,
    addTasks: async () => [],
    addOutbox: async (mail) => {
      row = mail
      return true
    },
  }
  const log: AnswerDeps['log'] = {
    ...deps.log,
    info: (fields, text) => {
      reason = String((fields as { reason?: string }).reason ?? text)
    },
    error: (fields, text) => {
      const { file, line, reason: why } = fields as { file?: string; line?: number; reason?: string }
      reason = file ? `${file}:${line}: ${why}` : text
    },
  }
  await answerMail(tx, read.copy.reading, { live: true }, { ...deps, log })
  const made = row as OutboxMail | null
  return made ? { ok: true, raw: made.raw } : { ok: false, reason }
}

function rawOf(asked: AskedMail, { clock, outgoing }: AnswerDeps): Uint8Array {
  const now = clock.now()
  const lines = [
    `From: ${asked.from}`,
    `To: ${outgoing.bot.address}`,
    'Subject: a question',
    `Date: ${new Date(now).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <preview-${isoInstant(now).replace(/\W/g, '')}@localhost.invalid>`,
    ...(asked.inReplyTo === null ? [] : [`In-Reply-To: <${asked.inReplyTo}>`]),
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...asked.body.split(/\r?\n/),
  ]
  return Buffer.from(lines.join('\r\n'), 'utf8')
}
