// Every part looked at once, for `dibs doctor`: how it is, and what to do when it is not well.
import { openQueue } from '../adapters/queue/open-queue.ts'
import { startRedis } from '../adapters/queue/redis-server.ts'
import { smtpTransport } from '../adapters/smtp/mail-transport.ts'
import { readCatalogueFile } from '../app/catalogue-import.ts'
import { countPassedOver } from '../app/notice-ledger.ts'
import { outgoingOf } from '../app/outgoing.ts'
import type { DoctorLine, GlobalOptions, Loaded, Wiring } from '../cli/wiring.ts'
import type { Config } from '../config/schema.ts'
import { checkTemplates } from '../core/compose/check-templates.ts'
import type { Person } from '../core/model/person.ts'
import { suggestMailmap } from '../core/standing/same-people.ts'
import { Failure } from '../ports/failure.ts'
import type { Log } from '../ports/log.ts'
import { openRepository, openSource } from './sources.ts'

const PATIENCE_MS = 20_000

/** One line a part; never throws. */
export async function diagnose(
  wiring: Wiring,
  loaded: Loaded,
  options: GlobalOptions,
): Promise<DoctorLine[]> {
  const { config } = loaded
  const log = wiring.log(loaded, { ...options, logLevel: 'error' })
  const lines: DoctorLine[] = [{ part: 'configuration', well: true, text: loaded.file ?? 'none' }]
  const look = async (part: string, check: () => Promise<string>): Promise<void> => {
    try {
      lines.push({ part, well: true, text: await check() })
    } catch (error) {
      lines.push({
        part,
        well: false,
        text: error instanceof Failure || error instanceof Error ? error.message : String(error),
      })
    }
  }
  lines.push({ part: 'clock', well: true, text: new Date(wiring.clock.now()).toISOString() })
  await look('store', async () => {
    const store = await wiring.openStore(loaded, 'read', log)
    try {
      return await store.check()
    } finally {
      await store.close()
    }
  })
  await look('redis', async () => {
    const url = config?.redis.url ?? wiring.env['REDIS_URL']
    const redis = await startRedis({ folder: loaded.data, log, ...(url ? { url } : {}) })
    try {
      const queue = await openQueue({
        connection: redis.connection,
        prefix: 'dibs-doctor',
        log,
        concurrency: 1,
      })
      try {
        return await queue.check()
      } finally {
        await queue.close()
      }
    } finally {
      await redis.stop()
    }
  })
  for (const file of config?.catalogues ?? [])
    await look(
      `catalogue ${file}`,
      async () => `${(await readCatalogueFile(file, wiring.pageFetcher())).reading.entries.length} entries`,
    )
  for (const source of [...(config?.sources ?? []), ...(config?.bot.mailbox ? [config.bot.mailbox] : [])]) {
    const opened = await openSource(source, 1024 * 1024, log)
    await look(`source ${opened.name}`, () => opened.check(AbortSignal.timeout(PATIENCE_MS)))
  }
  for (const repository of config?.repositories ?? []) {
    const commits = openRepository(repository)
    await look(`repository ${commits.name}`, () => commits.check(AbortSignal.timeout(PATIENCE_MS)))
  }
  if (config?.outgoing.smtp) {
    const { smtp } = config.outgoing
    await look(`smtp ${smtp.host}:${smtp.port}`, () => smtpTransport(smtp).check())
  }
  await look('templates', async () => {
    const templates = wiring.templates(loaded)
    const [first, ...others] = checkTemplates(templates)
    if (!first) return `${Object.keys(templates).length} files, every mail can be written`
    const more = others.length > 0 ? `, and ${others.length} more in \`dibs templates check\`` : ''
    throw new Error(`${first.file}:${first.line}: ${first.text}${more}`)
  })
  if (config && config.entries.length > 0)
    await look('entries', () => entriesText(wiring, loaded, config, log))
  if (config) {
    lines.push(outgoingLine(config))
    await look('notices', () => noticesText(wiring, loaded, config, log))
  }
  return [...lines, ...(await peopleLines(wiring, loaded, log))]
}

/** Entries with rules of their own; an id that no entry bears would change nothing, silently. */
async function entriesText(wiring: Wiring, loaded: Loaded, config: Config, log: Log): Promise<string> {
  const store = await wiring.openStore(loaded, 'read', log)
  try {
    const known = new Set((await store.catalogue()).entries.map((entry) => entry.id as string))
    const unknown = config.entries.map((own) => own.entry).filter((id) => !known.has(id))
    if (unknown.length > 0)
      throw new Error(`${unknown.join(', ')}: no such entry; \`dibs list\` shows their ids`)
    return `${config.entries.length} with rules of their own`
  } finally {
    await store.close()
  }
}

/** Who gets what, and how much at most. */
function outgoingLine(config: Config): DoctorLine {
  const { policy, lists, caps } = outgoingOf(config)
  if (policy === 'send' && !config.outgoing.smtp) {
    const text =
      'the policy is send and outgoing.smtp is missing: mail waits in the outbox; name a server there'
    return { part: 'outgoing', well: false, text }
  }
  const digests = lists.map(({ id, digestTo }) => `digest of ${id} to ${digestTo}`).join(', ')
  const most = `at most ${caps.perHour} mails an hour, ${caps.perPersonDay} to a person a day, ${caps.perThreadDay} in a thread a day`
  const does = policy === 'send' ? 'mail is sent' : 'preview: nothing is sent until outgoing.policy is send'
  return { part: 'outgoing', well: true, text: `${does}; ${digests}; ${most}` }
}

/** What people are told, list by list, and how much was passed over because nobody wanted it when it fell due. */
async function noticesText(wiring: Wiring, loaded: Loaded, config: Config, log: Log): Promise<string> {
  const { lists } = outgoingOf(config)
  const on = lists.filter((list) => list.notices.length > 0)
  if (on.length === 0)
    return 'nobody is told anything privately; `notices` of a list names what should be said'
  const told = on.map((list) => `${list.id}: ${list.notices.join(', ')}`).join('; ')
  const store = await wiring.openStore(loaded, 'read', log)
  try {
    const passed = await countPassedOver(store)
    return passed === 0 ? told : `${told}; ${passed} due things passed over, see \`dibs notices\``
  } finally {
    await store.close()
  }
}

/** Suggestions shown at once; the rest comes when these are settled. */
const SUGGESTIONS = 10

/** Lines for the mailmap, where one name writes from several addresses; nothing when the store cannot be read. */
async function peopleLines(wiring: Wiring, loaded: Loaded, log: Log): Promise<DoctorLine[]> {
  const authors: Person[] = []
  try {
    const store = await wiring.openStore(loaded, 'read', log)
    try {
      for await (const { reading } of store.allMessages()) authors.push(reading.message.author)
    } finally {
      await store.close()
    }
  } catch {
    return []
  }
  const lines = suggestMailmap(authors)
  if (lines.length === 0) return []
  const file = loaded.config?.mailmap ?? 'a file that `mailmap:` of the configuration names'
  const more = lines.length > SUGGESTIONS ? `\n        … and ${lines.length - SUGGESTIONS} more` : ''
  const shown = lines.slice(0, SUGGESTIONS).map((line) => `\n        ${line}`)
  const text = `one name writes from several addresses; if it is one person, put the line into ${file}:${shown.join('')}${more}`
  return [{ part: 'people', well: true, text }]
}
