// One catalogue entry as a page gives it, and as the merged catalogue holds it. DESIGN §9 `catalogue import --json`.
import type { EntryId } from './ids.ts'
import type { Instant } from './time.ts'

/** A date as written, and its day where there is no doubt about it. */
export interface RawDate {
  readonly raw: string | null
  /** `YYYY-MM-DD`; null when missing, a template's default, or ambiguous. */
  readonly iso: string | null
  /** Both readings of an ambiguous date, day first, then month first. */
  readonly readings?: readonly string[]
  /** The one reading that is not later than the page itself or a dated comment on the entry. */
  readonly byEvidence?: string
  /** True when the template printed the value because the author gave none. */
  readonly default?: boolean
}

export type GsocValue = 'yes' | 'no' | 'unknown' | 'conditional' | 'not_applicable'

export type EntryState = 'proposed' | 'needs-work' | 'reviewed' | 'accepted' | 'archived'

export type ContactRole = 'contact' | 'mentor' | 'student'

export interface Contact {
  readonly name: string
  /** Null when none is given, or when it is a placeholder. Lower case. */
  readonly email: string | null
  readonly role: ContactRole
}

export interface Review {
  readonly author: string
  /** ISO 8601 UTC, null when unsigned. */
  readonly date: string | null
  readonly text: string
  /** A vote is written with the wiki's vote sign; everything else is a comment. */
  readonly kind?: 'comment' | 'vote'
}

/** Where a record was read. `revision` is the wiki's revision number, or its time where only that is known. */
export interface EntrySource {
  readonly page: string
  readonly line: number
  readonly revision: string | null
  /** Time of that revision, ISO 8601 UTC; absent when unknown. */
  readonly revised?: string
}

/** Fields whose value the page's template prints when the author gave none, and that have no `default` of their own. */
export type DefaultField = 'list' | 'irc' | 'skills' | 'outcomes'

export interface CatalogueEntry {
  readonly id: EntryId
  readonly title: string
  readonly aliases: readonly string[]
  readonly section: string | null
  /** Mailing list's address, or the page's word for it. */
  readonly list: string | null
  readonly irc: string | null
  readonly keywords: readonly string[]
  readonly gsoc: {
    readonly value: GsocValue
    /** Condition of a conditional flag, or the reason given. */
    readonly note: string | null
    readonly raw?: string | null
    readonly default?: boolean
  }
  readonly inserted: RawDate
  readonly verified: RawDate
  readonly difficulty: {
    readonly raw: string | null
    readonly level: string | null
    readonly default?: boolean
  }
  readonly skills: string | null
  readonly description: string | null
  readonly outcomes: string | null
  readonly state: EntryState | null
  readonly complete: boolean
  readonly contacts: readonly Contact[]
  readonly reviews: readonly Review[]
  readonly urls: readonly string[]
  readonly anchors: readonly string[]
  readonly parent?: EntryId | null
  readonly predecessor?: EntryId | null
  readonly source: EntrySource
  readonly defaults?: readonly DefaultField[]
  /** Of a merged entry: every record it was made of, newest first. */
  readonly records?: readonly EntrySource[]
  /** Parameters no field is made for, kept as they stood. */
  readonly extra: Readonly<Record<string, string>>
}

export interface CatalogueWarning {
  readonly page: string
  readonly line: number
  readonly entry: string | null
  readonly code: string
  readonly text: string
}

/** What one text was read as: one object a record (a page that holds a project twice gives it twice). */
export interface CatalogueReading {
  readonly entries: readonly CatalogueEntry[]
  readonly warnings: readonly CatalogueWarning[]
  /** True for the project's own form: without a date of its own it counts as older than any page. */
  readonly own?: true
  /** What the catalogue's own file settles about which entries are one; absent from pages. */
  readonly settled?: CatalogueSettlement
  /** Corrections of single fields that stand over any page; absent from pages. */
  readonly corrections?: readonly EntryCorrection[]
}

/** Which entries are one project and which are not; each group names ids or titles. */
export interface CatalogueSettlement {
  readonly merges: readonly (readonly string[])[]
  readonly distinct: readonly (readonly string[])[]
}

/** Fields of one entry, named by id or title, that replace whatever the pages say. */
export interface EntryCorrection {
  readonly entry: string
  readonly fields: Partial<CatalogueEntry>
  readonly page: string
  readonly line: number
}

/** A text that is no catalogue, in one line: what was wrong, where, what is allowed. */
export interface CatalogueRefusal {
  readonly refused: string
}

/** What the catalogue says of an entry from `at` on. */
export interface CatalogueRecord {
  readonly at: Instant
  /** Its number in the entry's timeline. */
  readonly revision: string
  readonly entry: CatalogueEntry
  /** True when the entry came onto pages that were known without it. */
  readonly isAddition?: true
}

/** Entries after merging of records and revisions: one project once, ids unique, in order of first appearance. */
export interface Catalogue {
  readonly entries: readonly CatalogueEntry[]
  /** Of the entries that changed or came later: what was said of each in turn, oldest first, the last as it is now. */
  readonly timeline?: Readonly<Record<EntryId, readonly CatalogueRecord[]>>
}

/** The empty entry, to which given fields are added. */
export const EMPTY_ENTRY: Omit<CatalogueEntry, 'id' | 'title' | 'source'> = {
  aliases: [],
  section: null,
  list: null,
  irc: null,
  keywords: [],
  gsoc: { value: 'unknown', note: null },
  inserted: { raw: null, iso: null },
  verified: { raw: null, iso: null },
  difficulty: { raw: null, level: 'missing' },
  skills: null,
  description: null,
  outcomes: null,
  state: 'proposed',
  complete: true,
  contacts: [],
  reviews: [],
  urls: [],
  anchors: [],
  extra: {},
}
