// A process of its own that posts one outbox row, to be killed in the middle: node post-once.ts FOLDER ROW PORT.
import { smtpTransport } from '../../src/adapters/smtp/mail-transport.ts'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { outgoingOf } from '../../src/app/outgoing.ts'
import { postOutboxMail } from '../../src/app/post.ts'
import { config, START } from './settings.ts'

const [folder = '', id = '', port = ''] = process.argv.slice(2)
const store = await openStore({ folder })
const transport = smtpTransport({ host: '127.0.0.1', port: Number(port), tls: 'none' })
const quiet = () => {}
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
await postOutboxMail(
  {
    store,
    transport,
    clock: { now: () => START },
    log,
    outgoing: outgoingOf(config),
    recheck: async () => ({ holds: true, allowed: [] }),
    blind: () => null,
  },
  id,
)
