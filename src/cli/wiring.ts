// What the commands need of the outside, as `wire.ts` puts it together; and the options every command takes.
import type { Act } from '../app/act.ts'
import type { DigestDeps } from '../app/digest.ts'
import type { BulkReader } from '../app/replay.ts'
import type { Settings } from '../app/settings.ts'
import type { Config } from '../config/schema.ts'
import type { Catalogue } from '../core/model/entry.ts'
import type { Clock } from '../ports/clock.ts'
import type { ActResult, Handover } from '../ports/handover.ts'
import type { Log } from '../ports/log.ts'
import type { MailDecoder } from '../ports/mail-decoder.ts'
import type { MailSource } from '../ports/mail-source.ts'
import type { PageFetcher } from '../ports/page-fetcher.ts'
import type { Store } from '../ports/store.ts'

export interface GlobalOptions {
  readonly config?: string
  readonly data?: string
  readonly logLevel?: string
  readonly color: boolean
  readonly yes?: boolean
}

/** A configuration as far as there is one, and what follows from it. */
export interface Loaded {
  /** Null when no configuration file is in play. */
  readonly config: Config | null
  readonly file: string | null
  readonly settings: Settings
  readonly data: string
}

export interface Wiring {
  readonly clock: Clock
  readonly version: string
  readonly env: Record<string, string | undefined>
  /** Absolute path of a file that ships with Dibs. */
  path(relative: string): string
  /** Throws Refused for a broken or (when `required`) missing configuration. */
  load(options: GlobalOptions, need?: { config?: boolean }): Loaded
  log(loaded: Loaded, options: GlobalOptions): Log
  /** Reading commands open the store read-only beside a running `dibs run`. */
  openStore(loaded: Loaded, mode: 'read' | 'write', log: Log): Promise<Store>
  openArchive(path: string): Promise<MailSource>
  decoder(loaded: Loaded): MailDecoder
  bulkReader(loaded: Loaded): BulkReader
  /** Reads single mails apart from this thread. */
  lonelyReader(loaded: Loaded): BulkReader
  templates(loaded: Loaded): Record<string, string>
  /** Fetches catalogue pages. */
  pageFetcher(): PageFetcher
  /** Entries of catalogue files, merged; warnings are told by `warn`. */
  readCatalogues(files: readonly string[], warn: (text: string) => void): Promise<Catalogue>
  digestDeps(loaded: Loaded, store: Store, log: Log, mode: 'read' | 'write'): Promise<DigestDeps>
  run(loaded: Loaded, options: GlobalOptions, runOptions: RunOptions, signal: AbortSignal): Promise<void>
  /** Performs an act on the store itself; throws StoreHeld while another process writes it. */
  perform(act: Act, loaded: Loaded, options: GlobalOptions): Promise<ActResult>
  handover(loaded: Loaded): Handover
  /** Puts a backup in the place of the store; resolves with where the replaced one lies, null when there was none. */
  restore(loaded: Loaded, file: string): Promise<string | null>
  /** Every part looked at once; each line says how it is, and the mend when it is not well. */
  doctor(loaded: Loaded, options: GlobalOptions): Promise<readonly DoctorLine[]>
}

export interface RunOptions {
  readonly once: boolean
  /** Called when everything that was there is read (`once`), or when watching has begun. */
  readonly ready?: ((store: Store) => Promise<void>) | undefined
}

export interface DoctorLine {
  readonly part: string
  readonly well: boolean
  readonly text: string
}

/** A refusal for the person at the command line: one line, exit 2, no stack trace. */
export class Refused extends Error {}

/** Something went wrong that is not the caller's fault: one line, exit 1. */
export class Failed extends Error {}
