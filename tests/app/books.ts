// A store with the demo's catalogue, fed live or by replay without any server: what the stories make of mail.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { load } from 'js-yaml'
import { createMailDecoder } from '../../src/adapters/mime/mail-decoder.ts'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { importCatalogues } from '../../src/app/catalogue-import.ts'
import { type DemoMail, demoMails } from '../../src/app/demo-archive.ts'
import { exportLines } from '../../src/app/export.ts'
import { catalogueIndex } from '../../src/app/index-cache.ts'
import { intake, intakeMany } from '../../src/app/intake.ts'
import { linkMessages } from '../../src/app/link-messages.ts'
import { type CopyReceipt, readCopy } from '../../src/app/read-copy.ts'
import { deriveAll, rebuild } from '../../src/app/rebuild.ts'
import { replayArchive } from '../../src/app/replay.ts'
import { type Settings, settingsOf } from '../../src/app/settings.ts'
import { standEntry } from '../../src/app/stand-entry.ts'
import { takeIn } from '../../src/app/take-in.ts'
import { configSchema } from '../../src/config/schema.ts'
import type { EntryId, MessageId } from '../../src/core/model/ids.ts'
import { EMPTY_MAILMAP } from '../../src/core/parse/mailmap.ts'
import type { JobQueue } from '../../src/ports/job-queue.ts'
import type { MailSource, SourcedMail } from '../../src/ports/mail-source.ts'
import type { Store } from '../../src/ports/store.ts'
import { temporaryFolder } from '../support/folder.ts'

const root = resolve(import.meta.dirname, '../..')
export const NOW = Date.UTC(2026, 10, 21, 12)
const clock = { now: () => NOW }
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
const CATALOGUE = `${root}/config/demo/catalogue.yaml`

export const settings: Settings = settingsOf(
  configSchema.parse({
    bot: { address: 'dibs@example.org' },
    operator: { address: 'operator@example.org' },
    maintainers: ['ines@example.org', 'ruth@example.org'],
    lists: ['skiff-devel', 'skiff-tools'].map((id) => ({
      id,
      list_id: [`${id}.lists.example.org`],
      addresses: [`${id}@lists.example.org`],
    })),
  }),
  EMPTY_MAILMAP,
)

/** The demo's mails as bytes, oldest first. */
export function archive(): Uint8Array[] {
  const { mails } = load(readFileSync(`${root}/config/demo/archive.yaml`, 'utf8')) as { mails: DemoMail[] }
  return demoMails(mails, NOW).map((mail) => mail.raw)
}

export interface Books {
  readonly store: Store
  /** Takes mails in as a watched source would, and works off every task, in the order the store gives them. */
  live(mails: readonly Uint8Array[]): Promise<void>
  /** Takes them in as an archive. */
  replay(mails: readonly Uint8Array[]): Promise<void>
  importCatalogue(): Promise<void>
  rebuild(): ReturnType<typeof rebuild>
  export(): Promise<string>
  close(): Promise<void>
}

export async function openBooks(options: { catalogue: boolean } = { catalogue: true }): Promise<Books> {
  const store = await openStore({ folder: temporaryFolder() })
  const decoder = createMailDecoder()
  const index = catalogueIndex(settings.parse.lists)
  const derive = { store, clock, settings, decoder, index }
  const signal = new AbortController().signal
  let sources = 0
  const stories = {
    intake: {
      read: (mails: readonly { raw: Uint8Array; receipt: CopyReceipt }[]) =>
        Promise.all(mails.map(({ raw, receipt }) => readCopy(raw, receipt, decoder, settings))),
      store,
      clock,
      log,
      settings,
      decoder,
      answer: async () => [],
      markSeen: async () => undefined,
    },
    link: { store, settings, index },
    stand: { store, clock, settings },
  }
  /** Many tasks together, as a bot that is far behind, or each by itself. */
  const workOff = async (together = false): Promise<void> => {
    for (;;) {
      const [task, ...others] = await store.tasks(together ? 50 : 1)
      if (!task) return
      const keys = [task, ...others.filter(({ kind }) => kind === task.kind)].map(({ key }) => key)
      if (task.kind === 'intake' && together) await intakeMany(keys, stories.intake)
      else if (task.kind === 'intake') await intake(task.key, stories.intake)
      else if (task.kind === 'link') await linkMessages(keys as MessageId[], stories.link)
      else if (task.kind === 'stand') await standEntry(task.key as EntryId, stories.stand)
      else throw new Error('a test without outbox has mail to post')
    }
  }
  const books: Books = {
    store,
    live: async (mails) => {
      const queue = { ring: async () => undefined } as Pick<JobQueue, 'ring'> as JobQueue
      await takeIn(sourceOf(mails, `live${++sources}`), 0, { store, queue, clock, log }, signal)
      await workOff(mails.length > 7)
    },
    replay: async (mails) => {
      const reader = {
        read: (some: readonly { raw: Uint8Array; receipt: { receivedAt: number | null } }[]) =>
          Promise.all(some.map((mail) => readCopy(mail.raw, mail.receipt, decoder, settings))),
        close: async () => undefined,
      }
      await replayArchive(
        sourceOf(mails, `archive${++sources}`),
        { list: null, now: NOW },
        { store, reader, intake: { decoder, settings }, log },
        signal,
      )
      await store.write((tx) => deriveAll(tx, derive))
    },
    importCatalogue: async () => {
      await importCatalogues([CATALOGUE], { store, clock, warn: () => undefined, force: false })
      await workOff()
    },
    rebuild: () => rebuild(derive),
    export: async () => {
      const lines = []
      for await (const line of exportLines(store, settings, null)) lines.push(line)
      return lines.join('\n')
    },
    close: () => store.close(),
  }
  if (options.catalogue) await books.importCatalogue()
  return books
}

function sourceOf(mails: readonly Uint8Array[], name: string): MailSource {
  return {
    name,
    read: async function* (cursor): AsyncGenerator<SourcedMail> {
      for (const [at, raw] of mails.entries()) {
        if (cursor !== null && at <= Number(cursor)) continue
        const place = { source: name, mailbox: '', validity: 0, key: String(at) }
        yield { raw, place, receivedAt: null, cursor: String(at), progress: null, cut: false }
      }
    },
    check: async () => 'ok',
  }
}
