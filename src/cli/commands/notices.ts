// `dibs notices`: what is due to whom, and whether it is said, or why not; --mails shows the words. Writes nothing.
import { type Command, Option } from 'commander'
import type { DueNotice } from '../../app/due-notices.ts'
import { isPassedOver } from '../../app/notices.ts'
import { type PreviewedMail, previewMails, previewNotices } from '../../app/preview-notices.ts'
import type { NoticeRefusal } from '../../core/compose/may-notice.ts'
import { DUE_KINDS, type DueKind } from '../../core/model/due-mail.ts'
import { isoDay, isoInstant } from '../../core/model/time.ts'
import type { Store } from '../../ports/store.ts'
import { instantOption, withStore } from '../session.ts'
import { counted, fit, harmless, type Terminal } from '../terminal.ts'
import { Failed, Refused, type Wiring } from '../wiring.ts'

interface NoticesOptions {
  readonly at?: string
  readonly list?: string
  readonly kind?: DueKind
  readonly mails?: boolean
  readonly json?: boolean
}

export function addNotices(program: Command, wiring: Wiring): void {
  program
    .command('notices')
    .description('what is due to whom privately, and whether it is said; a preview, nothing is kept or sent')
    .option('--at <date>', 'as of that date (its end, UTC), also one to come: as if nobody wrote until then')
    .option('--list <list>', 'of the projects of one list')
    .addOption(new Option('--kind <kind>', 'of one kind').choices(DUE_KINDS))
    .option('--mails', 'the words: one mail a person, with all that was not said yet')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ dibs notices\n  $ dibs notices --at 2026-12-24 --kind reminder --mails',
    )
    .action(async (own: NoticesOptions, command: Command) => {
      const at = instantOption(own.at)
      await withStore(command, wiring, 'read', async ({ terminal, loaded, store, log }) => {
        const deps = await wiring.digestDeps(loaded, store, log, 'read')
        const lists = deps.outgoing.lists.map((list) => list.id as string)
        if (own.list !== undefined && !lists.includes(own.list))
          throw new Refused(`--list ${own.list}: no watched list; they are ${lists.join(', ')}`)
        const filter = { list: own.list ?? null, kind: own.kind ?? null }
        const due = (await previewNotices(store, at, filter, deps)).sort(inOrder)
        const unsaid = due.filter(
          ({ refusal }) => refusal === null || CHANGEABLE.has(refusal) || isPassedOver({ refusal }),
        )
        const mails = own.mails
          ? await previewMails(store, unsaid, at ?? wiring.clock.now(), deps).catch((error: Error) => {
              throw new Failed(error.message)
            })
          : []
        if (own.json) return terminal.out(JSON.stringify(asJson(due, own.mails ? mails : null), null, 2))
        if (own.mails) return printMails(mails, terminal)
        await printDue(due, store, terminal)
      })
    })
}

/** Reasons that the configuration can take away. */
const CHANGEABLE: ReadonlySet<NoticeRefusal> = new Set(['switched-off', 'wants-none'])

const WORDS: Readonly<Partial<Record<NoticeRefusal, string>>> = {
  'before-watching': 'passed over: of mail from before the first start',
  'before-switched-on': 'passed over: due before its kind was switched on',
  'derived-anew': 'passed over: due when an archive or all was read again',
  'too-late': 'passed over: too late',
  'wants-none': 'wants no notices',
}

async function verdict({ refusal, row, due, list }: DueNotice, store: Store): Promise<string> {
  if (refusal === null) return 'to be said'
  if (refusal === 'said') return `${(await store.outboxMail(row ?? ''))?.state ?? 'said'}: outbox ${row}`
  if (refusal === 'switched-off')
    return list?.notices.includes(due.kind) ? 'on from the next start' : `off for ${list?.id ?? 'all'}`
  return WORDS[refusal] ?? `no mail there: ${refusal}`
}

/** What is said first, what is passed over last; each by time. */
function inOrder(a: DueNotice, b: DueNotice): number {
  const rank = (one: DueNotice): number => (one.refusal === null ? 0 : isPassedOver(one) ? 2 : 1)
  return rank(a) - rank(b) || a.due.at - b.due.at || (a.due.key < b.due.key ? -1 : 1)
}

async function printDue(due: readonly DueNotice[], store: Store, terminal: Terminal): Promise<void> {
  const rest = Math.max(30, terminal.width - 86)
  const rows: string[][] = []
  for (const one of due) {
    const said = await verdict(one, store)
    rows.push([
      isoDay(one.due.at),
      one.due.kind,
      fit(one.due.to.address, 28),
      fit(one.entry.id, rest),
      one.refusal === null ? terminal.paint.green(said) : said,
    ])
  }
  if (rows.length > 0) terminal.table(['due', 'what', 'to', 'project', ''], rows)
  const toSay = due.filter(({ refusal }) => refusal === null).length
  const passed = due.filter(isPassedOver).length
  terminal.out(`${counted(due.length, 'thing')} due: ${toSay} to be said, ${passed} passed over`)
}

function printMails(mails: readonly PreviewedMail[], terminal: Terminal): void {
  for (const { to, subject, text } of mails)
    terminal.out(
      `${terminal.paint.bold(`To: ${harmless(to)}\nSubject: ${harmless(subject)}`)}\n\n${harmless(text)}\n`,
    )
  terminal.out(counted(mails.length, 'mail'))
}

function asJson(due: readonly DueNotice[], mails: readonly PreviewedMail[] | null): object {
  const rows = due.map(({ due: one, entry, list, refusal, row }) => ({
    kind: one.kind,
    ...(one.observation ? { observation: one.observation } : {}),
    list: list?.id ?? null,
    entry: entry.id,
    title: entry.title,
    to: one.to,
    about: one.about,
    due: isoInstant(one.at),
    since: isoInstant(one.since),
    key: one.key,
    refusal,
    outbox: row,
    evidence: { text: one.evidence.text, source: one.evidence.source, at: isoInstant(one.evidence.at) },
  }))
  return mails === null ? { notices: rows } : { notices: rows, mails }
}
