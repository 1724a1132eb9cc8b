// One decoded mail to a message: ids, author, time, topic, own text, and the commands in it. Pure; refuses nothing.
import type { CommandRefusal, MailCommand } from '../model/command.ts'
import type { ListId } from '../model/ids.ts'
import type { MailingList, Programme } from '../model/list.ts'
import type { DecodedMail } from '../model/mail.ts'
import type { Message, Span } from '../model/message.ts'
import type { Person } from '../model/person.ts'
import type { Instant } from '../model/time.ts'
import { withAskedFields } from './asked-fields.ts'
import { trueAuthor } from './author.ts'
import { automaticReason } from './automatic.ts'
import { cleanText } from './clean-text.ts'
import { parseCommands } from './commands.ts'
import { eventTime } from './event-time.ts'
import { htmlText } from './html-text.ts'
import type { Mailmap } from './mailmap.ts'
import { ancestors, ownId } from './message-ids.ts'
import { MAX_OWN, markSheet, spansOf } from './own-text.ts'
import { powerlessReason } from './powerless.ts'
import { seriesKeys } from './series.ts'
import { MAX_LINES } from './sheet.ts'
import { foldPrefix, parseSubject } from './subject.ts'

/** What is known of a mail's way besides its bytes. */
export interface Receipt {
  /** Earliest topmost Received over all copies; null when none has one. */
  readonly received: Instant | null
  /** The source's own time (INTERNALDATE, file time). */
  readonly sourceTime: Instant | null
  /** Lists on which it was sighted. */
  readonly lists: readonly ListId[]
}

export interface ParseSettings {
  readonly lists: readonly MailingList[]
  readonly programmes: readonly Programme[]
  /** Lower case. */
  readonly bot: { readonly addresses: readonly string[] }
  readonly mailmap: Mailmap
}

export interface ParsedMail {
  readonly message: Message
  readonly commands: MailCommand[]
  readonly commandRefusals: CommandRefusal[]
  /** Keys shared by the versions of one patch series. */
  readonly series: string[]
}

export function parseMail(whole: DecodedMail, receipt: Receipt, settings: ParseSettings): ParsedMail {
  const mail = withAskedFields(whole)
  const { id, made } = ownId(mail)
  const references = ancestors(mail.headers, id)
  const { author, via } = trueAuthor(mail, settings.lists, settings.mailmap)
  const subject = parseSubject(mail.subject, settings.programmes, listPrefixes(mail, settings.lists))
  const body = readBody(mail, author)
  const message: Message = {
    id,
    madeId: made,
    at: eventTime(mail.date, receipt.received, receipt.sourceTime),
    author,
    via,
    to: mail.to,
    cc: mail.cc,
    lists: listsOf(mail, receipt, settings.lists),
    subject: cleanText(mail.subject),
    topic: subject.topic,
    tag: subject.tag,
    patch: subject.patch,
    references,
    automatic: automaticReason(mail, settings.bot.addresses),
    powerless: powerlessReason(mail, author),
    text: body.text,
    own: body.own,
    hasDiff: body.hasDiff || mail.attachments.some((part) => isPatchFile(part.filename, part.text)),
    notScanned: body.notScanned,
  }
  const lines = commandLines(message, mail, settings)
  return {
    message,
    commands: [...lines.commands],
    commandRefusals: [...lines.refusals],
    series: subject.patch ? seriesKeys(message) : [],
  }
}

interface Body {
  readonly text: string
  readonly own: Span[]
  readonly hasDiff: boolean
  readonly notScanned: string | null
}

/** The plain text; the HTML's text where there is no plain one, or where that holds nothing of the author's. */
function readBody(mail: DecodedMail, author: Person): Body {
  const plain = mail.text === null ? null : readText(cleanText(mail.text), author)
  if (plain && (plain.own.length > 0 || mail.html === null)) return plain
  if (mail.html !== null) {
    const html = readText(cleanText(htmlText(mail.html)), author)
    if (!plain || html.own.length > 0) return html
  }
  return plain ?? { text: '', own: [], hasDiff: false, notScanned: mail.truncated }
}

function readText(text: string, author: Person): Body {
  const { sheet, hasDiff } = markSheet(text, author)
  const { spans, cut } = spansOf(sheet)
  return {
    text,
    own: spans,
    hasDiff,
    notScanned: cut
      ? `own text read in part: at most ${MAX_OWN / 1024} Ki characters, ${MAX_LINES} lines, and no endless line`
      : null,
  }
}

function isPatchFile(filename: string, text: string | null): boolean {
  return /\.(?:patch|diff)$/i.test(filename) || (text !== null && /^(?:diff --git |@@ -\d)/m.test(text))
}

/** Watched lists by sighting or by To and Cc, in the configuration's order, then others it was sighted on. */
function listsOf(mail: DecodedMail, receipt: Receipt, lists: readonly MailingList[]): ListId[] {
  const names = (address: string): boolean =>
    mail.to.some((person) => person.address === address) ||
    mail.cc.some((person) => person.address === address)
  const known = lists
    .filter((list) => receipt.lists.includes(list.id) || list.addresses.some(names))
    .map((list) => list.id)
  const others = receipt.lists.filter((id) => !lists.some((list) => list.id === id))
  return others.length === 0 ? known : [...known, ...[...new Set(others)].sort()]
}

/** Words in brackets that name a list: configured ones, and the names of the lists this mail was sent to. */
function listPrefixes(mail: DecodedMail, lists: readonly MailingList[]): ReadonlySet<string> {
  const words = new Set<string>()
  // Nearly every bracket is a patch's; only others can be a list's.
  if (!/\[(?![^\]]{0,60}PATCH)/.test(mail.subject)) return words
  for (const list of lists) {
    words.add(foldPrefix(list.id))
    for (const prefix of list.subjectPrefixes) words.add(foldPrefix(prefix))
  }
  for (const field of mail.headers) {
    if (field.name !== 'list-id') continue
    const label = /<?([^<>.]+)\.[^<>]*>?\s*$/.exec(field.value)?.[1]
    if (label) words.add(foldPrefix(label))
  }
  for (const person of [...mail.to, ...mail.cc])
    words.add(foldPrefix(person.address.slice(0, Math.max(0, person.address.indexOf('@')))))
  words.delete('')
  return words
}

function commandLines(
  message: Message,
  mail: DecodedMail,
  settings: ParseSettings,
): ReturnType<typeof parseCommands> {
  if (message.automatic || message.powerless) return { commands: [], refusals: [] }
  const bots = settings.bot.addresses
  const isBot = (person: Person): boolean => bots.includes(person.address)
  const direct = message.lists.length === 0 && (mail.to.some(isBot) || mail.cc.some(isBot))
  if (!direct && !hasOwnHash(message)) return { commands: [], refusals: [] }
  const lines = message.own.flatMap((span) => message.text.slice(span.start, span.end).split('\n'))
  return parseCommands(lines, direct, message.references.length > 0)
}

/** Whether the author's own words hold a `#`. */
function hasOwnHash({ text, own }: Message): boolean {
  let hash = text.indexOf('#')
  for (const { start, end } of own) {
    if (hash >= 0 && hash < start) hash = text.indexOf('#', start)
    if (hash >= 0 && hash < end) return true
  }
  return false
}
