// What the IMAP source needs to know: server, login, mailbox, limits. Secrets come in as values and go nowhere else.

import { MINUTE, SECOND } from '../../core/model/time.ts'
import type { Log } from '../../ports/log.ts'

export interface ImapSettings {
  /** The source's name in places, cursors and the log. */
  readonly name: string
  readonly host: string
  readonly port: number
  /** `tls` from the first byte, `starttls` or not at all; there is no silent fall-back to clear text. */
  readonly tls: 'tls' | 'starttls' | 'none'
  /** The authority to trust instead of the system's ones: a PEM file's path, or its text. */
  readonly ca?: string | undefined
  /** Name the certificate must carry when it is not `host`. */
  readonly servername?: string | undefined
  readonly user: string
  readonly password: string
  readonly mailbox: string
  /** The mailbox comes in slices NAME.0, NAME.1, … and the newest is followed; told by itself of a public-inbox server. */
  readonly slices?: boolean | undefined
  /** Time between two looks that no event asked for; ten minutes unless given. */
  readonly sweepMs?: number | undefined
  /** A mail larger than this is cut: only its head is fetched. 16 MiB unless given. */
  readonly maxBytes?: number | undefined
  readonly limits?: Partial<ImapLimits>
  /** Where trouble with watching is told. */
  readonly log?: Log | undefined
}

/** Sizes in bytes, times in milliseconds. */
export interface ImapLimits {
  /** Bytes fetched of a mail that is cut. */
  readonly headBytes: number
  /** Time for connecting and greeting, each. */
  readonly connectMs: number
  /** Silence on the wire after which a connection counts as dead, when something is awaited. */
  readonly silenceMs: number
  /** Time for one command; a fetch of mail may take ten times as long. */
  readonly commandMs: number
  /** An IDLE is ended and begun anew after this time (RFC 2177 allows 29 minutes; proxies do not). */
  readonly idleMs: number
  /** First and longest pause before connecting again; twice as long each time, halved by chance. */
  readonly backoffMs: number
  readonly longestBackoffMs: number
  /** UIDs below the cursor that are looked at again, for servers that show a mail late. */
  readonly overlap: number
}

export const IMAP_LIMITS: ImapLimits = {
  headBytes: 512 * 1024,
  connectMs: 20 * SECOND,
  silenceMs: 75 * SECOND,
  commandMs: 60 * SECOND,
  idleMs: 2 * MINUTE,
  backoffMs: SECOND,
  longestBackoffMs: MINUTE,
  overlap: 1000,
}

/** All limits of a source, the settings' own and the usual ones. */
export function limitsOf(settings: ImapSettings): ImapLimits & { mailBytes: number; sweepMs: number } {
  const { maxBytes: mailBytes = 16 * 1024 * 1024, sweepMs = 10 * MINUTE } = settings
  return { ...IMAP_LIMITS, ...settings.limits, mailBytes, sweepMs }
}
