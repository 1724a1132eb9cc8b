// The only place that picks adapters: from a configuration (or none) to everything the commands need.
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { folderHandover } from './adapters/files/folder-handover.ts'
import { openArchive } from './adapters/files/open-archive.ts'
import { openPublicInbox } from './adapters/git/public-inbox.ts'
import { openLog } from './adapters/log/pino-log.ts'
import { createMailDecoder } from './adapters/mime/mail-decoder.ts'
import { openStore } from './adapters/store/open-store.ts'
import { restoreStore } from './adapters/store/restore-store.ts'
import { WorkerPool } from './adapters/threads/worker-pool.ts'
import { pageFetcher } from './adapters/web-page/fetch-page.ts'
import { performAct } from './app/act.ts'
import { readCatalogueFile } from './app/catalogue-import.ts'
import { type CopyReceipt, type CopyResult, readCopy } from './app/read-copy.ts'
import type { BulkReader } from './app/replay.ts'
import { settingsOf } from './app/settings.ts'
import { Failed, type GlobalOptions, type Loaded, Refused, type Wiring } from './cli/wiring.ts'
import { loadConfig, problemLine } from './config/load-config.ts'
import { type Config, configSchema } from './config/schema.ts'
import { mergeCatalogue } from './core/catalogue/merge-catalogue.ts'
import { EMPTY_MAILMAP, type Mailmap, parseMailmap } from './core/parse/mailmap.ts'
import type { Clock } from './ports/clock.ts'
import { diagnose } from './wire/diagnose.ts'
import { actDeps, mailDeps, ownSecret } from './wire/mail-deps.ts'
import { runBot } from './wire/run-bot.ts'
import { readTemplates } from './wire/templates.ts'

const DEFAULT_CONFIG = 'config/dibs.yaml'

/** Mails at once from which on a thread is started for them. */
const WORTH_A_THREAD = 32

/** Reading threads where no configuration says otherwise: more are faster than what stores. */
const MOST_READERS = 3

export const systemClock: Clock = { now: () => Date.now() }

/** Everything the command line needs, with this process's environment. */
export function wire(root: string, env: Record<string, string | undefined>): Wiring {
  const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string })
    .version
  const wiring: Wiring = {
    clock: systemClock,
    version,
    env,
    path: (relative) => join(root, relative),
    load: (options, need) => load(options, need?.config ?? false, env),
    log: (loaded, options) => {
      const level = (options.logLevel as 'info' | undefined) ?? loaded.config?.log.level ?? 'warn'
      return openLog({ level, format: loaded.config?.log.format ?? 'auto', color: options.color })
    },
    openStore: (loaded, mode, log) => openStore({ folder: loaded.data, readOnly: mode === 'read', log }),
    openArchive: (path) => openArchive(path, (folder, name) => openPublicInbox(folder, { name })),
    decoder: () => createMailDecoder(),
    bulkReader: (loaded) => bulkReader(loaded),
    lonelyReader: (loaded) => lonelyReader(loaded),
    templates: (loaded) => readTemplates(root, loaded.config?.templates),
    pageFetcher: () => pageFetcher(`Dibs/${version} (catalogue refresh)`),
    readCatalogues: async (files, warn) => {
      const readings = []
      for (const file of files) {
        const { reading } = await readCatalogueFile(file, wiring.pageFetcher(), systemClock.now())
        for (const warning of reading.warnings) warn(`${warning.page}:${warning.line}: ${warning.text}`)
        readings.push(reading)
      }
      return mergeCatalogue(readings, {}).catalogue
    },
    digestDeps: async (loaded, store, log, mode) =>
      mailDeps(wiring, loaded, store, log, mode === 'write' ? await ownSecret(store) : ''),
    run: (loaded, options, runOptions, signal) => {
      if (!loaded.config) throw new Refused('no configuration')
      return runBot(wiring, { ...loaded, config: loaded.config }, options, runOptions, signal)
    },
    perform: async (act, loaded, options) => {
      const log = wiring.log(loaded, options)
      const store = await wiring.openStore(loaded, 'write', log)
      try {
        return await performAct(act, await actDeps(wiring, loaded, store, log))
      } finally {
        await store.close()
      }
    },
    restore: async (loaded, file) => {
      try {
        return await restoreStore(loaded.data, file)
      } catch (error) {
        throw new Failed(`restoring ${file}: ${(error as Error).message}`)
      }
    },
    handover: (loaded) => folderHandover(join(loaded.data, 'handover')),
    doctor: (loaded, options) => diagnose(wiring, loaded, options),
  }
  return wiring
}

function load(options: GlobalOptions, needsConfig: boolean, env: Record<string, string | undefined>): Loaded {
  const file =
    options.config ??
    (existsSync(DEFAULT_CONFIG) && (needsConfig || options.data === undefined) ? DEFAULT_CONFIG : null)
  if (file === null) {
    if (needsConfig)
      throw new Refused(
        `no configuration: ${DEFAULT_CONFIG} is missing; copy config/dibs.example.yaml there and fill it in, or name another with --config`,
      )
    const config = configSchema.parse(WITHOUT_CONFIG)
    const settings = settingsOf({ ...config, lists: [] }, EMPTY_MAILMAP, true)
    return { config: null, file: null, settings, data: resolve(options.data ?? config.data) }
  }
  const loaded = loadConfig(file, env)
  if (!loaded.ok) throw new Refused(loaded.problems.map(problemLine).join('\ndibs: '))
  const config: Config = {
    ...loaded.config,
    data: options.data === undefined ? loaded.config.data : resolve(options.data),
  }
  return { config, file, settings: settingsOf(config, readMailmap(config)), data: config.data }
}

/** Stands in where archives are read without a configuration; nothing in it is ever sent to. */
const WITHOUT_CONFIG = {
  bot: { address: 'dibs@localhost.invalid' },
  operator: { address: 'operator@localhost.invalid' },
  lists: [{ id: 'none', addresses: ['none@localhost.invalid'] }],
}

function readMailmap(config: Config): Mailmap {
  if (config.mailmap === undefined) return EMPTY_MAILMAP
  try {
    return parseMailmap(readFileSync(config.mailmap, 'utf8'))
  } catch (error) {
    throw new Refused(`mailmap: ${config.mailmap} cannot be read (${(error as Error).message})`)
  }
}

/** A reader in threads for archives worth it; small inputs are read in this thread, since threads are slow to warm up. */
function bulkReader(loaded: Loaded): BulkReader {
  const { parse, openLists } = loaded.settings
  const settings = { parse, openLists }
  const decoder = createMailDecoder()
  // Beside the thread that stores: on two cores a second reader only warms up a second time.
  const beside = Math.max(1, availableParallelism() - 1)
  const pool = readerPool(loaded, Math.min(beside, loaded.config?.limits.workers ?? MOST_READERS))
  let warm = false
  return {
    read: async (mails) => {
      warm ||= mails.length >= WORTH_A_THREAD
      if (warm) return pool.run(mails)
      const results = []
      for (const mail of mails) results.push(await readCopy(mail.raw, mail.receipt, decoder, settings))
      return results
    },
    close: () => pool.close(),
  }
}

/** A reader of single mails in a thread of its own, which hostile mail may kill. */
function lonelyReader(loaded: Loaded): BulkReader {
  const pool = readerPool(loaded, 1)
  return { read: (mails) => pool.run(mails), close: () => pool.close() }
}

type RawMail = { readonly raw: Uint8Array; readonly receipt: CopyReceipt }

function readerPool(loaded: Loaded, threads: number): WorkerPool<RawMail, CopyResult> {
  const { parse, openLists } = loaded.settings
  const options = {
    entry: new URL('./read-thread.ts', import.meta.url),
    workerData: { parse, openLists },
    threads,
    itemTimeoutMs: 10_000,
    memoryMegabytes: 96,
  }
  return new WorkerPool<RawMail, CopyResult>(options, (_mail, reason) => ({
    ok: false,
    hash: '',
    reason: `reading it failed: ${reason}`,
  }))
}
