// What the tests of everything Dibs says share: a real store in a temporary folder, a clock that stands until it is
// moved, the shipped templates and a small configuration. Nothing here is a stand-in for a server.
import { join } from 'node:path'
import { freezeMail } from '../../src/adapters/smtp/freeze-mail.ts'
import { keyedHash } from '../../src/adapters/smtp/sign-message-id.ts'
import { openStore } from '../../src/adapters/store/open-store.ts'
import type { AnswerDeps } from '../../src/app/answer.ts'
import type { OutgoingSettings } from '../../src/app/outgoing.ts'
import { outgoingOf } from '../../src/app/outgoing.ts'
import type { PostDeps } from '../../src/app/post.ts'
import { type MailWords, putOutbox } from '../../src/app/put-outbox.ts'
import { recheckNotice } from '../../src/app/recheck-notice.ts'
import { settingsOf } from '../../src/app/settings.ts'
import type { Instant } from '../../src/core/model/time.ts'
import { parseMailmap } from '../../src/core/parse/mailmap.ts'
import type { Log } from '../../src/ports/log.ts'
import type { OutboxMail, Store } from '../../src/ports/store.ts'
import { temporaryFolder } from '../support/folder.ts'
import { shippedTemplates } from '../support/templates.ts'
import { config, START } from './settings.ts'

export interface Speaking extends AnswerDeps, Pick<PostDeps, 'recheck' | 'blind'> {
  readonly folder: string
  readonly store: Store
  readonly clock: { now(): Instant; at: Instant }
  readonly lines: { readonly level: string; readonly fields: object; readonly text: string }[]
}

export async function speaking(parts: Partial<OutgoingSettings> = {}): Promise<Speaking> {
  const lines: Speaking['lines'] = []
  const say = (level: string) => (fields: object, text: string) => void lines.push({ level, fields, text })
  const log: Log = { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') }
  const clock = {
    at: START,
    now() {
      return this.at
    },
  }
  const folder = join(temporaryFolder(), 'data')
  const deps: Omit<Speaking, 'recheck' | 'blind'> = {
    folder,
    store: await openStore({ folder }),
    clock,
    lines,
    log,
    templates: shippedTemplates,
    freezer: { freeze: freezeMail },
    keyedHash: keyedHash('a secret of the tests'),
    outgoing: { ...outgoingOf(config), ...parts },
    settings: settingsOf(config, parseMailmap('')),
  }
  return {
    ...deps,
    recheck: (tx, row, replace, now) => recheckNotice(tx, row, replace, now, deps),
    blind: () => null,
  }
}

/** Puts a mail to the operator into the outbox. */
export async function someMail(
  deps: Speaking,
  dedupe: string,
  parts: Partial<MailWords> = {},
): Promise<OutboxMail> {
  const words: MailWords = {
    kind: 'notice',
    dedupe,
    to: 'operator@example.org',
    allowed: [parts.to ?? 'operator@example.org'],
    replyTo: null,
    subject: `About ${dedupe}`,
    text: 'Nothing to worry about.\n',
    html: null,
    parent: null,
    list: null,
    thread: null,
    ...parts,
  }
  const put = await deps.store.write((tx) => putOutbox(tx, words, deps.clock.now(), deps))
  if (!put.ok) throw new Error(put.reason)
  return put.row
}
