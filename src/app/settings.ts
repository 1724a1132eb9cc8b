// What the stories need to know of the configuration, in the core's own types; also what holds without a configuration.
import { DateTime } from 'luxon'
import type { Config, ListConfig } from '../config/schema.ts'
import type { LinkSettings } from '../core/link/link-thread.ts'
import type { CatalogueEntry } from '../core/model/entry.ts'
import { type EntryId, type ListId, listId } from '../core/model/ids.ts'
import type { MailingList, Programme } from '../core/model/list.ts'
import type { StandingPolicy } from '../core/model/policy.ts'
import type { Mailmap } from '../core/parse/mailmap.ts'
import type { ParseSettings } from '../core/parse/parse-mail.ts'

/** What reading one mail needs; plain data, so that it can be handed to a thread. */
export interface ReadSettings {
  readonly parse: ParseSettings
  /** True when every List-Id names a list of its own: archives read without a configuration. */
  readonly openLists: boolean
}

export interface Settings extends ReadSettings {
  readonly link: LinkSettings
  /** The policy of a list, or of one entry on it. */
  readonly policyOf: (list: ListId | null, entry?: EntryId | null) => StandingPolicy
}

/** Settings from a checked configuration. Rounds run from 00:00 UTC of the first day to the end of the last. */
export function settingsOf(config: Config, mailmap: Mailmap, openLists = false): Settings {
  const lists = config.lists.map(mailingList)
  const programmes = config.programmes.map(programme)
  const addresses = [config.bot.address, ...(config.bot.bounce ? [config.bot.bounce] : [])]
  return {
    parse: { lists, programmes, bot: { addresses }, mailmap },
    openLists,
    link: config.linking,
    policyOf: (list, entry = null) => {
      const policy = {
        ...config.policy,
        ...said(config.lists.find((candidate) => candidate.id === list)?.policy),
        ...said(config.entries.find((candidate) => candidate.entry === entry)?.policy),
      }
      return {
        reminderWeeks: policy.reminder_weeks,
        graceWeeks: policy.grace_weeks,
        waitingWeeks: policy.waiting_weeks,
        interestWeeks: policy.interest_weeks,
        stalledWeeks: policy.stalled_weeks,
        tagWeeks: policy.tag_weeks,
        unverifiedMonths: policy.unverified_months,
        autoRelease: policy.auto_release,
        capacity: policy.capacity,
        threshold: config.detection.threshold,
        maintainers: config.maintainers,
        list,
        programmes,
      }
    },
  }
}

/** The policy an entry goes by: its own where it says something, else its list's. */
export function policyOfEntry(settings: Settings, entry: CatalogueEntry): StandingPolicy {
  return settings.policyOf(listOfEntry(entry, settings.parse.lists), entry.id)
}

/** Only what is set. */
function said<T extends object>(policy: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(policy ?? {}).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** The watched list an entry belongs to: its own, else the first; null when nothing is watched. */
export function homeOf(entry: CatalogueEntry, lists: readonly MailingList[]): ListId | null {
  return listOfEntry(entry, lists) ?? lists[0]?.id ?? null
}

/** The watched list an entry's `list` field means: by address, id or the part before the @; null = any. */
export function listOfEntry(entry: CatalogueEntry | undefined, lists: readonly MailingList[]): ListId | null {
  const word = entry?.list?.toLowerCase().replace(/@$/, '')
  if (!word) return null
  const found = lists.find(
    (list) =>
      list.id === word ||
      list.addresses.some((address) => address === word || address.startsWith(`${word}@`)),
  )
  return found?.id ?? null
}

function mailingList(list: ListConfig): MailingList {
  return {
    id: listId(list.id),
    listIds: list.list_id.map((id) => id.toLowerCase().replace(/^<|>$/g, '')),
    addresses: list.addresses,
    archive: list.archive,
    subjectPrefixes: list.subject_prefixes.length > 0 ? list.subject_prefixes : [list.id],
  }
}

function programme(from: Config['programmes'][number]): Programme {
  const day = (text: string) => DateTime.fromISO(text, { zone: 'utc' })
  return {
    tag: from.tag,
    names: from.names,
    rounds: from.rounds.map((round) => ({
      name: round.name,
      from: day(round.from).toMillis(),
      to: day(round.to).endOf('day').toMillis(),
    })),
  }
}
