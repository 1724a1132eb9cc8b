// List mail the whole way into a store: taken in, read, threaded, linked, and the standings it changes kept, with whatever
// is due said in the same transaction. What `dibs run` does, one mail after the other.
import { createHash } from 'node:crypto'
import { createMailDecoder } from '../../src/adapters/mime/mail-decoder.ts'
import { catalogueIndex } from '../../src/app/index-cache.ts'
import { intake } from '../../src/app/intake.ts'
import { linkMessages } from '../../src/app/link-messages.ts'
import { putNoticesOf } from '../../src/app/notices.ts'
import { readCopy } from '../../src/app/read-copy.ts'
import { standEntry } from '../../src/app/stand-entry.ts'
import type { EntryId, MessageId } from '../../src/core/model/ids.ts'
import { type MailParts, mailText } from '../support/mail.ts'
import type { Speaking } from './speaking.ts'

const decoder = createMailDecoder()
let serial = 0

/** Takes a mail in as it comes from the list `widgets-devel`, dated now unless said, and works off what follows. */
export async function listMail(deps: Speaking, parts: MailParts): Promise<void> {
  const now = deps.clock.now()
  const headers = [['List-Id', '<widgets-devel.lists.example.org>']] as const
  const text = mailText({ to: 'widgets-devel@lists.example.org', headers, date: now, ...parts })
  const bytes = new TextEncoder().encode(text)
  const pending = await deps.store.write((tx) =>
    tx.addPending({
      hash: createHash('sha256').update(bytes).digest('hex'),
      raw: bytes,
      place: { source: 'list', mailbox: 'INBOX', validity: 1, key: String(++serial) },
      receivedAt: now,
      storedAt: now,
      live: true,
    }),
  )
  await intake(pending ?? '', {
    ...deps,
    decoder,
    read: (mails) =>
      Promise.all(mails.map(({ raw, receipt }) => readCopy(raw, receipt, decoder, deps.settings))),
    answer: async () => [],
    markSeen: async () => {},
  })
  const index = catalogueIndex(deps.settings.parse.lists)
  const links = await deps.store.tasks(1000, 'link')
  await linkMessages(
    links.map(({ key }) => key as MessageId),
    { ...deps, index },
  )
  for (const { key } of await deps.store.tasks(1000, 'stand'))
    await standEntry(key as EntryId, deps, (tx, entry) => putNoticesOf(tx, entry, deps))
}
