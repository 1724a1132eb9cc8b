// The store port in the plainest words: arrays and maps in memory, a copy taken before each write and put back when it
// rejects. Slow and obviously right; real stores are compared with it.
import type { CommandRecord } from '../../src/core/model/command-record.ts'
import type { Catalogue } from '../../src/core/model/entry.ts'
import type { CommitFact } from '../../src/core/model/fact.ts'
import type { EntryId, ListId, MessageId, ThreadId } from '../../src/core/model/ids.ts'
import type { ThreadPlace } from '../../src/core/model/link.ts'
import type { Standing } from '../../src/core/model/standing.ts'
import type { MailPlace } from '../../src/ports/mail-source.ts'
import type {
  CatalogueRevision,
  LinkRecord,
  OutboxMail,
  OutboxState,
  PendingMail,
  QuarantinedMail,
  Sighting,
  StoredMessage,
  StoreReads,
  StoreWrites,
  Task,
} from '../../src/ports/store.ts'

interface State {
  meta: Map<string, string>
  cursors: Map<string, string>
  tasks: Task[]
  dropped: Map<string, number>
  raws: Map<string, Uint8Array>
  sightings: Map<string, Sighting & { kept: boolean }>
  pending: Map<string, PendingMail>
  quarantined: Map<string, QuarantinedMail>
  messages: Map<MessageId, StoredMessage>
  places: Map<MessageId, ThreadPlace>
  links: Map<ThreadId, LinkRecord>
  standings: Map<EntryId, Standing>
  commands: Map<string, CommandRecord>
  revisions: CatalogueRevision[]
  catalogue: Catalogue
  commits: Map<string, CommitFact & { readonly entry: EntryId }>
  outbox: Map<string, { mail: OutboxMail; left: number | null }>
}

const empty = (): State => ({
  meta: new Map(),
  cursors: new Map(),
  tasks: [],
  dropped: new Map(),
  raws: new Map(),
  sightings: new Map(),
  pending: new Map(),
  quarantined: new Map(),
  messages: new Map(),
  places: new Map(),
  links: new Map(),
  standings: new Map(),
  commands: new Map(),
  revisions: [],
  catalogue: { entries: [] },
  commits: new Map(),
  outbox: new Map(),
})

const LEFT: readonly OutboxState[] = ['sending', 'sent', 'seen', 'unknown']
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
const sorted = (texts: Iterable<string>) => [...texts].sort(byBytes)
const placeKey = (place: MailPlace) =>
  JSON.stringify([place.source, place.mailbox, place.validity, place.key])
const mailOf = ({ action }: CommandRecord): string | undefined =>
  'thread' in action ? action.thread : 'message' in action ? action.message : undefined
const nodeOf = ({ reading }: StoredMessage) => {
  const { id, at, author, topic, subject, references, patch } = reading.message
  return { id, at, author, topic, subject, references, patch, series: reading.series }
}

/** Pending ids are the model's own: callers translate. Turns are left out of tasks. */
export class StoreModel {
  #state = empty()

  async write<T>(work: (tx: StoreWrites) => Promise<T>): Promise<T> {
    const before = structuredClone(this.#state)
    try {
      return await work(this.#writes())
    } catch (error) {
      this.#state = before
      throw error
    }
  }

  reads(): StoreReads {
    const s = this.#state
    const inOrder = () =>
      [...s.messages.values()].sort(
        (a, b) => a.reading.message.at - b.reading.message.at || byBytes(a.id, b.id),
      )
    const iterate = async function* <T>(rows: Iterable<T>) {
      yield* rows
    }
    const commits = () =>
      [...s.commits.values()].sort(
        (a, b) =>
          a.at - b.at ||
          byBytes(a.repository, b.repository) ||
          byBytes(a.commit, b.commit) ||
          byBytes(a.entry, b.entry),
      )
    const commands = () => [...s.commands.values()].sort((a, b) => a.at - b.at || byBytes(a.id, b.id))
    const outbox = () =>
      [...s.outbox.values()]
        .map(({ mail }) => mail)
        .sort((a, b) => a.createdAt - b.createdAt || byBytes(a.id, b.id))
    return {
      meta: async (key) => s.meta.get(key) ?? null,
      cursor: async (source) => s.cursors.get(source) ?? null,
      raw: async (hash) => s.raws.get(hash) ?? null,
      tasks: async (limit, kind) => s.tasks.filter((t) => !kind || t.kind === kind).slice(0, limit),
      taskCount: async (kind) => s.tasks.filter((t) => t.kind === kind).length,
      task: async (kind, key) => s.tasks.find((t) => t.kind === kind && t.key === key) ?? null,
      pending: async (id) => s.pending.get(id) ?? null,
      quarantined: async () => [...s.quarantined.values()].sort((a, b) => a.quarantinedAt - b.quarantinedAt),
      dropped: async () => s.dropped,
      message: async (id) => s.messages.get(id) ?? null,
      messages: async (ids) => inOrder().filter((row) => ids.includes(row.id)),
      allMessages: () => iterate(inOrder()),
      messageCount: async () => s.messages.size,
      nodes: async (ids) =>
        inOrder()
          .filter((row) => ids.includes(row.id))
          .map(nodeOf),
      allNodes: () => iterate(inOrder().map(nodeOf)),
      sightings: async (hash) =>
        [...s.sightings.values()]
          .filter((row) => row.hash === hash)
          .sort((a, b) => byBytes(a.place.key, b.place.key))
          .map(({ kept: _, ...row }) => row),
      listsOf: async (id) => {
        const copies = s.messages.get(id)?.copies ?? []
        const hashes = copies.map((copy) => copy.hash)
        const seen = [...s.sightings.values()].filter((row) => hashes.includes(row.hash))
        const lists = [...copies.flatMap((copy) => copy.lists), ...seen.flatMap((row) => row.list ?? [])]
        return sorted(new Set(lists)) as ListId[]
      },
      component: async (id) => {
        const met = new Set([id])
        for (let size = 0; size < met.size; ) {
          size = met.size
          for (const { id: message, reading } of s.messages.values()) {
            const { references } = reading.message
            const edges = references.filter((ancestor) => ancestor !== message)
            for (const ancestor of edges) {
              if (met.has(message)) met.add(ancestor)
              if (met.has(ancestor)) met.add(message)
            }
          }
        }
        return [...met]
      },
      place: async (id) => s.places.get(id) ?? null,
      threadMembers: async (thread) => {
        const members = [...s.places.values()].filter((row) => row.thread === thread)
        const known = inOrder().map((row) => row.id)
        const stored = known.filter((id) => members.some((row) => row.message === id))
        const ghosts = members.map((row) => row.message).filter((id) => !known.includes(id))
        return [...stored, ...(sorted(ghosts) as MessageId[])]
      },
      threadsOfSeries: async (series) => {
        const sharing = [...s.messages.values()].filter((row) =>
          row.reading.series.some((key) => series.includes(key)),
        )
        return sorted(new Set(sharing.flatMap((row) => s.places.get(row.id)?.thread ?? []))) as ThreadId[]
      },
      link: async (thread) => s.links.get(thread) ?? null,
      links: () => iterate(sorted(s.links.keys()).map((thread) => s.links.get(thread as ThreadId)!)),
      threadsOfEntry: async (entry) => {
        const tied = [...s.links.values()].filter(
          ({ link }) =>
            link.entry === entry ||
            link.movedBy?.from === entry ||
            link.signals.some((signal) => signal.entry === entry),
        )
        return sorted(tied.map(({ link }) => link.thread)) as ThreadId[]
      },
      linkedThreads: async (entry) =>
        Promise.all(
          (await this.reads().threadsOfEntry(entry)).map(async (thread) => ({
            link: s.links.get(thread)!.link,
            members: (await this.reads().messages(await this.reads().threadMembers(thread))).map(
              (row) => row.reading,
            ),
          })),
        ),
      triage: async () =>
        sorted(s.links.keys()).flatMap((thread) => {
          const { link } = s.links.get(thread as ThreadId)!
          return link.triage ? [link] : []
        }),
      commands: async () => commands(),
      commandsAbout: async (entry, mails) => {
        const about = commands().filter(({ action }) => 'entry' in action && action.entry === entry)
        const untied = commands().filter(({ action }) => 'from' in action && action.from === entry)
        const named = new Set([...mails, ...[...about, ...untied].map(mailOf)])
        return commands().filter((one) => about.includes(one) || (mailOf(one) && named.has(mailOf(one))))
      },
      commandsOfThreads: async (threads) =>
        commands().filter(({ action }) => 'thread' in action && threads.includes(action.thread)),
      catalogueRevisions: async () => s.revisions.toSorted((a, b) => a.at - b.at || byBytes(a.name, b.name)),
      catalogue: async () => s.catalogue,
      commits: async () => commits(),
      commitsOf: async (entry) => commits().filter((commit) => commit.entry === entry),
      standing: async (entry) => s.standings.get(entry) ?? null,
      standings: () => iterate(sorted(s.standings.keys()).map((entry) => s.standings.get(entry as EntryId)!)),
      outbox: async (states) => outbox().filter((mail) => !states || states.includes(mail.state)),
      outboxMail: async (id) => s.outbox.get(id)?.mail ?? null,
      outboxByMessageId: async (id) => outbox().find((mail) => mail.messageId === id) ?? null,
      outboxByDedupe: async (dedupe) => outbox().find((mail) => mail.dedupe === dedupe) ?? null,
      sentSince: async (since, { to, thread } = {}) =>
        [...s.outbox.values()].filter(
          ({ mail, left }) =>
            left !== null &&
            left >= since &&
            (to === undefined || mail.to.some((address) => address.toLowerCase() === to.toLowerCase())) &&
            (thread === undefined || mail.thread === thread),
        ).length,
    }
  }

  #writes(): StoreWrites {
    const s = this.#state
    const sight = (
      mail: { hash: string; raw: Uint8Array; place: MailPlace; receivedAt: number | null },
      list: ListId | null,
      kept: boolean,
    ) => {
      const id = placeKey(mail.place)
      if (s.sightings.has(id)) return null
      s.sightings.set(id, { hash: mail.hash, place: mail.place, list, receivedAt: mail.receivedAt, kept })
      if (!s.raws.has(mail.hash)) s.raws.set(mail.hash, mail.raw)
      return id
    }
    return {
      ...this.reads(),
      setMeta: async (key, value) => void s.meta.set(key, value),
      setCursor: async (source, cursor) => void s.cursors.set(source, cursor),
      addTasks: async (tasks) => {
        for (const { kind, key } of tasks) {
          if (!s.tasks.some((t) => t.kind === kind && t.key === key)) s.tasks.push({ kind, key })
        }
        return [...tasks]
      },
      removeTask: async ({ kind, key }) => {
        s.tasks = s.tasks.filter((t) => t.kind !== kind || t.key !== key)
      },
      removeTasks: async (kind) => {
        s.tasks = s.tasks.filter((t) => t.kind !== kind)
      },
      addPending: async (mail) => {
        const id = sight(mail, null, false)
        const { hash, place, receivedAt, storedAt, live } = mail
        if (id) s.pending.set(id, { id, hash, place, receivedAt, storedAt, tries: 0, live })
        return id
      },
      addSighted: async (mails) => {
        for (const mail of mails) sight(mail, mail.list, true)
      },
      countTry: async (id) => {
        const row = s.pending.get(id)
        if (!row) return 0
        s.pending.set(id, { ...row, tries: row.tries + 1 })
        return row.tries + 1
      },
      settlePending: async (id, { keepRaw, list }) => {
        const row = s.pending.get(id) ?? s.quarantined.get(id)
        if (!row) return
        s.pending.delete(id)
        s.quarantined.delete(id)
        s.sightings.set(id, { ...s.sightings.get(id)!, list, kept: keepRaw })
        const waiting = [...s.pending.values(), ...s.quarantined.values()].map(({ hash }) => hash)
        const kept = [...s.sightings.values()].filter((sighting) => sighting.kept).map(({ hash }) => hash)
        if (![...waiting, ...kept].includes(row.hash)) s.raws.delete(row.hash)
      },
      quarantine: async (id, reason, at) => {
        const row = s.pending.get(id)
        if (!row) return
        s.pending.delete(id)
        s.quarantined.set(id, { ...row, reason, quarantinedAt: at })
      },
      retryQuarantined: async (id) => {
        const row = s.quarantined.get(id)
        if (!row) return false
        const { reason: _, quarantinedAt: __, ...pending } = row
        s.quarantined.delete(id)
        s.pending.set(id, { ...pending, tries: 0 })
        return true
      },
      countDropped: async (reason, mails = 1) =>
        void s.dropped.set(reason, (s.dropped.get(reason) ?? 0) + mails),
      saveMessage: async (message) => void s.messages.set(message.id, message),
      saveMessages: async (many) => {
        for (const { message } of many) s.messages.set(message.id, message)
      },
      savePlaces: async (places) => {
        for (const place of places) s.places.set(place.message, place)
      },
      saveLink: async (link, rules) => void s.links.set(link.thread, { link, rules }),
      removeLink: async (thread) => void s.links.delete(thread),
      addCommand: async (command) => {
        if (!s.commands.has(command.id)) s.commands.set(command.id, command)
      },
      addCatalogueRevision: async (revision) => {
        const { name, at, hash } = revision
        const same = s.revisions.filter((row) => row.name === name)
        const newest = same.reduce<CatalogueRevision | null>((a, b) => (a && a.at > b.at ? a : b), null)
        if (newest?.hash === hash || same.some((row) => row.at === at && row.hash === hash)) return false
        s.revisions.push(revision)
        return true
      },
      saveCatalogue: async (catalogue) => {
        s.catalogue = catalogue
      },
      addCommits: async (commits) => {
        for (const row of commits) s.commits.set(`${row.repository} ${row.commit} ${row.entry}`, row)
      },
      saveStanding: async (standing) => void s.standings.set(standing.entry, standing),
      removeStanding: async (entry) => void s.standings.delete(entry),
      clearDerived: async () => {
        s.places.clear()
        s.links.clear()
        s.standings.clear()
      },
      addOutbox: async (mail) => {
        const taken = [...s.outbox.values()].some((row) => row.mail.dedupe === mail.dedupe)
        if (taken || s.outbox.has(mail.id)) return false
        s.outbox.set(mail.id, { mail, left: LEFT.includes(mail.state) ? mail.changedAt : null })
        return true
      },
      moveOutbox: async (id, from, to, change) => {
        const row = s.outbox.get(id)
        if (!row || !from.includes(row.mail.state)) return false
        const gone = to === 'sending' ? change.at : (row.left ?? change.at)
        const mail = {
          ...row.mail,
          state: to,
          changedAt: change.at,
          reason: change.reason === undefined ? row.mail.reason : change.reason,
          dueAt: change.dueAt ?? row.mail.dueAt,
          tries: row.mail.tries + (change.countTry ? 1 : 0),
        }
        s.outbox.set(id, { mail, left: LEFT.includes(to) ? gone : null })
        return true
      },
    }
  }
}
