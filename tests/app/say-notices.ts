// A process of its own that looks for notices and posts them, again and again, to be killed in the middle:
// node say-notices.ts FOLDER PORT NOW.
import { freezeMail } from '../../src/adapters/smtp/freeze-mail.ts'
import { smtpTransport } from '../../src/adapters/smtp/mail-transport.ts'
import { keyedHash } from '../../src/adapters/smtp/sign-message-id.ts'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { noteSwitches } from '../../src/app/notice-ledger.ts'
import { lookForNotices } from '../../src/app/notices.ts'
import { outgoingOf } from '../../src/app/outgoing.ts'
import { postOutboxMail } from '../../src/app/post.ts'
import { recheckNotice } from '../../src/app/recheck-notice.ts'
import { settingsOf } from '../../src/app/settings.ts'
import { recoverSending } from '../../src/app/settle-outbox.ts'
import { DUE_KINDS } from '../../src/core/model/due-mail.ts'
import { parseMailmap } from '../../src/core/parse/mailmap.ts'
import { shippedTemplates } from '../support/templates.ts'
import { config } from './settings.ts'

const [folder = '', port = '', now = ''] = process.argv.slice(2)
const store = await openStore({ folder })
const quiet = () => {}
const outgoing = outgoingOf(config)
const deps = {
  store,
  transport: smtpTransport({ host: '127.0.0.1', port: Number(port), tls: 'none' }),
  clock: { now: () => Number(now) },
  log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  settings: settingsOf(config, parseMailmap('')),
  outgoing: {
    ...outgoing,
    noticeDelay: 0,
    caps: { ...outgoing.caps, perHour: 1000 },
    lists: outgoing.lists.map((list) => ({ ...list, notices: DUE_KINDS })),
  },
  templates: shippedTemplates,
  freezer: { freeze: freezeMail },
  keyedHash: keyedHash('a secret of the tests'),
  blind: () => null,
}
const recheck: Parameters<typeof postOutboxMail>[0]['recheck'] = (tx, row, replace, at) =>
  recheckNotice(tx, row, replace, at, deps)

await recoverSending(store, deps.clock.now())
await noteSwitches(store, deps.outgoing, deps.clock.now())
process.send?.('looking')
await lookForNotices(store, deps)
for (const row of await store.outbox(['queued'])) await postOutboxMail({ ...deps, recheck }, row.id)
await store.close()
process.disconnect?.()
