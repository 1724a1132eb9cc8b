// What the stories that say something need to know of the configuration: who speaks, to whom, how much, and whether at all.
import type { Config } from '../config/schema.ts'
import type { DueKind } from '../core/model/due-mail.ts'
import { type ListId, listId } from '../core/model/ids.ts'
import { type Instant, MINUTE } from '../core/model/time.ts'

export interface OutgoingSettings {
  readonly community: string
  /** `bounce` is the envelope sender. */
  readonly bot: { readonly name: string; readonly address: string; readonly bounce: string }
  readonly operator: string
  readonly policy: 'preview' | 'send'
  readonly caps: { readonly perHour: number; readonly perPersonDay: number; readonly perThreadDay: number }
  readonly lists: readonly OutgoingList[]
  /** Days that a digest or a notice may be late. */
  readonly lateDays: number
  /** Milliseconds that a notice waits in the outbox. */
  readonly noticeDelay: number
  /** Addresses that want no notices, lower case. */
  readonly noNoticesTo: readonly string[]
  /** Start of watching where the configuration says it; else it is the first start. */
  readonly watchFrom: Instant | null
}

export interface OutgoingList {
  readonly id: ListId
  /** Posting address first; lower case. */
  readonly addresses: readonly string[]
  /** Who gets the digest: the operator until he names the list. */
  readonly digestTo: string
  /** Cron pattern and IANA time zone of the digest. */
  readonly schedule: string
  readonly zone: string
  /** What people are told privately about the list's projects. */
  readonly notices: readonly DueKind[]
}

export function outgoingOf(config: Config): OutgoingSettings {
  const { bot, operator, outgoing } = config
  return {
    community: config.community.name,
    bot: { name: bot.name, address: bot.address, bounce: bot.bounce ?? bot.address },
    operator: operator.address,
    policy: outgoing.policy,
    caps: {
      perHour: outgoing.per_hour,
      perPersonDay: outgoing.per_person_per_day,
      perThreadDay: outgoing.per_thread_per_day,
    },
    lists: config.lists.map((list) => ({
      id: listId(list.id),
      addresses: list.addresses,
      digestTo: list.digest.to === 'list' ? (list.addresses[0] ?? operator.address) : operator.address,
      schedule: list.digest.schedule,
      zone: list.digest.time_zone,
      notices: list.notices,
    })),
    lateDays: outgoing.late_days,
    noticeDelay: outgoing.notice_delay_minutes * MINUTE,
    noNoticesTo: outgoing.no_notices_to,
    watchFrom: bot.watch_from === undefined ? null : Date.parse(bot.watch_from),
  }
}

/** Our own addresses, which are never answered and never written to. */
export function ownAddresses(settings: OutgoingSettings): string[] {
  return [settings.bot.address, settings.bot.bounce]
}

/** Addresses of all watched lists. */
export function listAddresses(settings: OutgoingSettings): string[] {
  return settings.lists.flatMap((list) => list.addresses)
}
