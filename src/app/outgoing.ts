// What the stories that say something need to know of the configuration: who speaks, to whom, how much, and whether at all.
import type { Config } from '../config/schema.ts'
import { type ListId, listId } from '../core/model/ids.ts'

export interface OutgoingSettings {
  readonly community: string
  /** `bounce` is the envelope sender. */
  readonly bot: { readonly name: string; readonly address: string; readonly bounce: string }
  readonly operator: string
  readonly policy: 'preview' | 'send'
  readonly caps: { readonly perHour: number; readonly perPersonDay: number; readonly perThreadDay: number }
  readonly lists: readonly OutgoingList[]
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
    })),
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
