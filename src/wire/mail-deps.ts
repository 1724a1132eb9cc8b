// What the stories that write mail are given: the words, our own secret, and how bytes are made.
import { randomBytes } from 'node:crypto'
import { freezeMail } from '../adapters/smtp/freeze-mail.ts'
import { keyedHash } from '../adapters/smtp/sign-message-id.ts'
import type { ActDeps } from '../app/act.ts'
import type { DigestDeps } from '../app/digest.ts'
import { catalogueIndex } from '../app/index-cache.ts'
import { outgoingOf } from '../app/outgoing.ts'
import { type Loaded, Refused, type Wiring } from '../cli/wiring.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'

/** Meta key of the secret our Message-IDs are made with. */
const SECRET = 'secret'

/** Our secret, made at the first start. */
export async function ownSecret(store: Store): Promise<string> {
  const known = await store.meta(SECRET)
  if (known !== null) return known
  const secret = randomBytes(32).toString('hex')
  await store.write((tx) => tx.setMeta(SECRET, secret))
  return secret
}

/** Throws Refused without a configuration: nobody knows then who speaks, and to whom. */
export function mailDeps(wiring: Wiring, loaded: Loaded, store: Store, log: Log, secret: string): DigestDeps {
  if (!loaded.config)
    throw new Refused('this needs a configuration: write config/dibs.yaml, or name one with --config')
  return {
    store,
    log,
    clock: wiring.clock,
    settings: loaded.settings,
    outgoing: outgoingOf(loaded.config),
    templates: wiring.templates(loaded),
    freezer: { freeze: freezeMail },
    keyedHash: keyedHash(secret),
  }
}

/** What acts are given, by the command line or by the running bot. */
export async function actDeps(wiring: Wiring, loaded: Loaded, store: Store, log: Log): Promise<ActDeps> {
  const { settings, config } = loaded
  return {
    store,
    settings,
    clock: wiring.clock,
    index: catalogueIndex(settings.parse.lists),
    by: { name: 'operator', address: config?.operator.address ?? '' },
    fetcher: wiring.pageFetcher(),
    mail: config ? mailDeps(wiring, loaded, store, log, await ownSecret(store)) : null,
  }
}
