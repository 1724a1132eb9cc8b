// `dibs demo`: the main job on an imaginary community, with a Maildir that is watched; nothing leaves this machine.
import { existsSync, mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Command } from 'commander'
import { load as loadYaml } from 'js-yaml'
import { type DemoMail, demoMail, demoMails } from '../../app/demo-archive.ts'
import { composeListDigest } from '../../app/digest.ts'
import { viewNow } from '../../app/view.ts'
import type { Standing } from '../../core/model/standing.ts'
import type { Store } from '../../ports/store.ts'
import { printOverview } from '../overview.ts'
import { globalOptions, stopSignal } from '../session.ts'
import { harmless, newTerminal, type Terminal } from '../terminal.ts'
import { type GlobalOptions, type Loaded, Refused, type Wiring } from '../wiring.ts'

const CONFIG = 'config/demo.yaml'

export function addDemo(program: Command, wiring: Wiring): void {
  const demo = program
    .command('demo')
    .description('the main job on an imaginary community; nothing leaves this machine')
    .option('--once', 'end after the first round')
    .action(async (own: { once?: boolean }, command: Command) => {
      const { options, loaded, terminal } = start(wiring, command)
      writeArchive(loaded.data, wiring)
      const signal = stopSignal()
      const ready = async (store: Store): Promise<void> => {
        await show(store, loaded, wiring, terminal, options)
        if (own.once) return
        terminal.out(`\nwatching ${mailFolder(loaded.data, 'lists')}; in another terminal:`)
        terminal.out('  bin/dibs demo send claim       drops a mail there; Ctrl-C ends this')
        void tellChanges(store, wiring, terminal, signal)
      }
      await wiring.run(loaded, options, { once: own.once === true, ready }, signal)
    })
  demo
    .command('send')
    .description('drop a mail into the watched Maildir')
    .argument('<kind>', Object.keys(SENDABLE).join(', '))
    .action((kind: string, _own: object, command: Command) => {
      const { loaded, terminal } = start(wiring, command)
      const mail = SENDABLE[kind]
      if (!mail)
        throw new Refused(`demo send ${kind}: no such mail; there are ${Object.keys(SENDABLE).join(', ')}`)
      const now = wiring.clock.now()
      const id = `${kind}-${now}`
      const raw = demoMail({ ...mail, id, days: 0 }, now, [])
      const to = kind === 'question' ? 'bot' : 'lists'
      deliver(mailFolder(loaded.data, to), id, to === 'bot' ? toBot(raw) : raw, now)
      terminal.out(`dropped: ${mail.from}: ${mail.subject}`)
    })
}

/** What `demo send` can send. */
const SENDABLE: Record<string, Omit<DemoMail, 'id' | 'days'>> = {
  claim: {
    list: 'skiff-devel',
    from: 'Noor Haddad <noor@example.net>',
    subject: 'Nested paging statistics in skifftop',
    cc: 'ines@example.org',
    body: 'Hi all,\n\nI started working on the nested paging statistics in skifftop today. Patches next week.\n\nNoor',
  },
  release: {
    list: 'skiff-devel',
    from: 'Noor Haddad <noor@example.net>',
    subject: 'Nested paging statistics in skifftop',
    body: 'Hi,\n\nI have stopped working on the nested paging statistics in skifftop, sorry: a new job. It is free again.\n\nNoor',
  },
  question: {
    list: 'skiff-devel',
    from: 'Ines Okafor <ines@example.org>',
    subject: 'a question',
    body: 'status usb-passthrough-over-ip',
  },
}

function start(
  wiring: Wiring,
  command: Command,
): { options: GlobalOptions; loaded: Loaded; terminal: Terminal } {
  const options = globalOptions(command)
  const read = wiring.load({ ...options, config: wiring.path(CONFIG) }, { config: true })
  // The Maildirs lie in the data folder, wherever --data puts it.
  const maildir = (name: string) => ({ kind: 'maildir' as const, name, path: mailFolder(read.data, name) })
  const config = read.config && {
    ...read.config,
    sources: [maildir('lists')],
    bot: { ...read.config.bot, mailbox: maildir('bot') },
  }
  return { options, loaded: { ...read, config }, terminal: newTerminal(options) }
}

function mailFolder(data: string, name: string): string {
  return join(data, 'mail', name)
}

/** Writes the archive into the Maildir at the first start. */
function writeArchive(data: string, wiring: Wiring): void {
  const lists = mailFolder(data, 'lists')
  for (const folder of [lists, mailFolder(data, 'bot')])
    for (const part of ['tmp', 'new', 'cur']) mkdirSync(join(folder, part), { recursive: true })
  const stamp = join(data, 'mail', 'archive-written')
  if (existsSync(stamp)) return
  const { mails } = loadYaml(readFileSync(wiring.path('config/demo/archive.yaml'), 'utf8')) as {
    mails: DemoMail[]
  }
  for (const mail of demoMails(mails, wiring.clock.now())) deliver(lists, mail.id, mail.raw, mail.at)
  writeFileSync(stamp, new Date(wiring.clock.now()).toISOString())
}

/** Delivers as Maildir wants it: written in tmp, renamed into new. */
function deliver(folder: string, id: string, raw: Uint8Array, at: number): void {
  const name = `${Math.floor(at / 1000)}.${id}.demo`
  const temporary = join(folder, 'tmp', name)
  writeFileSync(temporary, raw)
  utimesSync(temporary, at / 1000, at / 1000)
  renameSync(temporary, join(folder, 'new', name))
}

function toBot(raw: Uint8Array): Uint8Array {
  const text = Buffer.from(raw).toString('utf8')
  return Buffer.from(
    text.replace(/^To: .*$/m, 'To: dibs@example.org').replace(/^List-Id: .*\r\n/m, ''),
    'utf8',
  )
}

async function show(
  store: Store,
  loaded: Loaded,
  wiring: Wiring,
  terminal: Terminal,
  options: GlobalOptions,
): Promise<void> {
  terminal.out(terminal.paint.bold('Where everything stands\n'))
  await printOverview(await viewNow(store, loaded.settings, wiring.clock.now()), terminal)
  const deps = await wiring.digestDeps(loaded, store, wiring.log(loaded, options), 'write')
  const list = loaded.config?.lists[0]?.id ?? null
  const composed = await composeListDigest(deps, list, null)
  if (composed.ok)
    terminal.out(`\n${terminal.paint.bold(`This week's digest of ${list}`)}\n\n${harmless(composed.text)}`)
  else terminal.note(composed.reason)
}

/** Prints every change of a standing as it happens. */
async function tellChanges(
  store: Store,
  wiring: Wiring,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  let known: Map<string, string> | null = null
  while (!signal.aborted) {
    const now = new Map<string, string>()
    for await (const standing of store.standings()) now.set(standing.entry, standingLine(standing))
    for (const [entry, text] of now) {
      const before = known?.get(entry)
      if (!known || before === text) continue
      const time = new Date(wiring.clock.now()).toISOString().slice(11, 19)
      terminal.out(`${time}  ${entry}: ${before ?? 'new'} -> ${text}`)
    }
    known = now
    await pause(150, undefined, { signal }).catch(() => undefined)
  }
}

function standingLine(standing: Standing): string {
  const people = standing.claims
    .map((claim) => `${claim.who.name || claim.who.address} ${claim.state}`)
    .join(', ')
  return harmless(`${standing.status}${people ? ` (${people})` : ''}`)
}
