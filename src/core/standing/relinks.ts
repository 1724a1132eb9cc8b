// What tied or untied a thread later than its first mail → marks on the mails it retells, and facts for the history:
// a command, a later mail of the thread itself, or the entry's own late coming onto the page.
import type { CommandRecord } from '../model/command-record.ts'
import type { CatalogueRecord } from '../model/entry.ts'
import type { MailFact, RelinkFact } from '../model/fact.ts'
import type { EntryId, ThreadId } from '../model/ids.ts'
import type { ThreadLink } from '../model/link.ts'
import type { Message } from '../model/message.ts'
import type { Reading } from '../model/reading.ts'

type Tie = MailFact['linkedBy']

/** For a mail of the thread, and whether it says something about the entry: what tied it here later, null when nothing did. */
export function tieOf(
  entry: EntryId,
  link: ThreadLink,
  records: readonly CatalogueRecord[],
  commands: readonly CommandRecord[],
): (message: Message, says: boolean) => Tie {
  const command = link.entry === entry ? tyingCommand(entry, link, commands) : null
  const addition = additionOf(records)
  const moved = link.entry === entry ? link.movedBy : undefined
  const retold = new Set(moved?.retold)
  return (message, says) => {
    if (command) return command
    if (moved && retold.has(message.id)) return { at: moved.at, source: moved.message, hides: false }
    return addition && says && message.at < addition.at ? addition : null
  }
}

/** The command that ties the thread to the entry now, null when the linker does. */
function tyingCommand(entry: EntryId, link: ThreadLink, commands: readonly CommandRecord[]): Tie {
  if (link.by !== 'command') return null
  let last: CommandRecord | null = null
  for (const command of commands) {
    const { action } = command
    if (action.verb !== 'link' || action.thread !== link.thread || action.entry !== entry) continue
    if (!last || command.at > last.at || (command.at === last.at && command.id > last.id)) last = command
  }
  return last ? { at: last.at, source: last.id, hides: true } : null
}

/** When the entry came onto a page that was known without it. */
function additionOf([first]: readonly CatalogueRecord[]): Tie {
  if (!first?.isAddition) return null
  const { page, line } = first.entry.source
  return { at: first.at, source: `${page}:${line}`, hides: false }
}

interface RelinkInput {
  readonly threads: readonly { readonly link: ThreadLink; readonly members: readonly Reading[] }[]
  readonly commands: readonly CommandRecord[]
}

/** Ties made and undone later, so that the history says when and by what. */
export function relinkFacts(
  entry: EntryId,
  input: RelinkInput,
  records: readonly CatalogueRecord[],
): RelinkFact[] {
  return [
    ...relinksByCommand(entry, input),
    ...input.threads.flatMap(({ link, members }) => relinkByMail(entry, link, members)),
    ...relinkByPage(entry, input, records),
  ]
}

function relinksByCommand(entry: EntryId, { threads, commands }: RelinkInput): RelinkFact[] {
  const ever = new Set<ThreadId>()
  for (const { link } of threads) {
    if (link.by === 'command' && link.entry !== entry && link.candidates[0]?.entry === entry)
      ever.add(link.thread)
  }
  for (const { action } of commands) {
    if (action.verb === 'link' && action.entry === entry) ever.add(action.thread)
    if (action.verb === 'unlink' && action.from === entry) ever.add(action.thread)
  }
  return commands.flatMap(({ id, at, by, action }): RelinkFact[] => {
    if (action.verb !== 'link' && action.verb !== 'unlink') return []
    if (!ever.has(action.thread)) return []
    const verb = action.verb === 'link' && action.entry === entry ? 'link' : 'unlink'
    return [
      { kind: 'relink', at, cause: 'command', id, by, verb, text: `${verb} ${action.thread}`, lists: [] },
    ]
  })
}

function relinkByMail(entry: EntryId, link: ThreadLink, members: readonly Reading[]): RelinkFact[] {
  const { movedBy } = link
  if (!movedBy) return []
  const isHere = link.entry === entry && movedBy.retold.length > 0
  const wasHere = movedBy.from === entry && link.entry !== entry
  const mail = members.find(({ message }) => message.id === movedBy.message)?.message
  if (!mail || (!isHere && !wasHere)) return []
  const verb = isHere ? 'link' : 'unlink'
  const { at, message: id } = movedBy
  return [
    { kind: 'relink', at, cause: 'mail', id, by: mail.author, verb, text: mail.subject, lists: mail.lists },
  ]
}

/** Only where mails spoke of it before. */
function relinkByPage(
  entry: EntryId,
  { threads }: RelinkInput,
  records: readonly CatalogueRecord[],
): RelinkFact[] {
  const addition = additionOf(records)
  if (!addition) return []
  const { at, source } = addition
  const early = new Set(
    threads.flatMap(({ members }) => members.flatMap(({ message }) => (message.at < at ? [message.id] : []))),
  )
  const spokeBefore = threads.some(({ link }) =>
    link.signals.some((signal) => signal.entry === entry && early.has(signal.message)),
  )
  if (!spokeBefore) return []
  const text = records[0]?.entry.title ?? ''
  return [{ kind: 'relink', at, cause: 'page', id: source, by: null, verb: 'link', text, lists: [] }]
}
