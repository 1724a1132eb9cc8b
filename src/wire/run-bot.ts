// `dibs run` with its real parts: store, Redis, queue, sources, SMTP; opened in order, closed in the opposite one.
import { openQueue } from '../adapters/queue/open-queue.ts'
import { startRedis } from '../adapters/queue/redis-server.ts'
import { smtpTransport } from '../adapters/smtp/mail-transport.ts'
import { actSchema, performAct } from '../app/act.ts'
import { answerMail } from '../app/answer.ts'
import { importCatalogues } from '../app/catalogue-import.ts'
import { type DigestDeps, digestJob, runDigestJob } from '../app/digest.ts'
import { catalogueIndex } from '../app/index-cache.ts'
import { type IntakeDeps, intakeMany } from '../app/intake.ts'
import { postLateDigests } from '../app/late-digest.ts'
import { linkMessages } from '../app/link-messages.ts'
import { noteSwitches } from '../app/notice-ledger.ts'
import { lookForNotices, putNoticesOf } from '../app/notices.ts'
import { postOutboxMail } from '../app/post.ts'
import { readCommits } from '../app/read-commits.ts'
import { recheckNotice, recheckWaiting } from '../app/recheck-notice.ts'
import type { BulkReader } from '../app/replay.ts'
import { type RunDeps, run } from '../app/run.ts'
import { holdUnproven, markSeen, recoverSending } from '../app/settle-outbox.ts'
import { standEntry } from '../app/stand-entry.ts'
import { fewerRings, type Stages, stagesOf } from '../app/work.ts'
import { type GlobalOptions, type Loaded, Refused, type RunOptions, type Wiring } from '../cli/wiring.ts'
import type { Config } from '../config/schema.ts'
import { checkTemplates } from '../core/compose/check-templates.ts'
import { MINUTE } from '../core/model/time.ts'
import type { JobQueue } from '../ports/job-queue.ts'
import type { Log } from '../ports/log.ts'
import type { MailDecoder } from '../ports/mail-decoder.ts'
import type { MailTransport } from '../ports/mail-transport.ts'
import type { Store } from '../ports/store.ts'
import { actDeps, mailDeps, ownSecret } from './mail-deps.ts'
import { openRepository, openSource } from './sources.ts'

const MEGABYTE = 1024 * 1024

/** Runs until the signal; throws Failure or Refused for what cannot be started. */
export async function runBot(
  wiring: Wiring,
  loaded: Loaded & { readonly config: Config },
  options: GlobalOptions,
  runOptions: RunOptions,
  signal: AbortSignal,
): Promise<void> {
  const { config } = loaded
  requireTemplates(wiring, loaded)
  const log = wiring.log(loaded, options)
  const closers: (() => Promise<void>)[] = []
  try {
    const store = await wiring.openStore(loaded, 'write', log)
    closers.push(() => store.close())
    const url = config.redis.url ?? wiring.env['REDIS_URL']
    const redis = await startRedis({ folder: loaded.data, log, ...(url ? { url } : {}) })
    closers.push(() => redis.stop())
    // What jobs work with is opened before the queue, so that it is closed after the last job has ended.
    const transport = openTransport(config)
    closers.push(() => transport.close())
    const reader = wiring.lonelyReader(loaded)
    closers.push(() => reader.close())
    const opened = await openQueue({
      connection: redis.connection,
      prefix: 'dibs',
      log,
      concurrency: config.limits.workers,
    })
    closers.push(() => opened.close())
    const queue = fewerRings(opened)
    const mail = mailDeps(wiring, loaded, store, log, await ownSecret(store))
    const sources = await Promise.all(
      [...config.sources, ...(config.bot.mailbox ? [config.bot.mailbox] : [])].map((source) =>
        openSource(source, config.limits.mail_megabytes * MEGABYTE, log),
      ),
    )
    const unread = new Set(sources.map((source) => source.name))
    await noteSwitches(store, mail.outgoing, wiring.clock.now())
    await run(
      {
        store,
        queue,
        log,
        clock: wiring.clock,
        sources,
        stages: stages(wiring, loaded, mail, reader, transport, unread, log),
        schedules: mail.outgoing.lists.map((list) => ({
          name: digestJob(list.id),
          pattern: list.schedule,
          timeZone: list.zone,
        })),
        repositories: watchedRepositories(config, store, queue, wiring.decoder(loaded), log),
        onSchedule: (name) => onSchedule(name, mail, queue, log),
        refreshCatalogues: () => refreshCatalogues(wiring, config, store, queue, log),
        recoverOutbox: async () => {
          await recoverSending(store, wiring.clock.now())
        },
        sweepOutbox: async () => {
          await holdUnproven(store, wiring.clock.now())
        },
        keepCalendar: async () => {
          await queue.ring(await postLateDigests(mail))
          await queue.ring(await recheckWaiting(store, mail))
          await queue.ring(await lookForNotices(store, mail))
        },
        onLook: (source, well) => {
          if (well) unread.delete(source)
          else unread.add(source)
        },
        ready: async () => runOptions.ready?.(store),
        serve: (until) => serveActs(wiring, loaded, store, queue, log, until),
      },
      { once: runOptions.once, watchFrom: config.bot.watch_from ? Date.parse(config.bot.watch_from) : null },
      signal,
    )
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

/** A template that cannot be filled is met now, by the operator, and not at the next question. */
function requireTemplates(wiring: Wiring, loaded: Loaded): void {
  const [first] = checkTemplates(wiring.templates(loaded))
  if (first)
    throw new Refused(
      `templates: ${first.file}:${first.line}: ${first.text}; \`dibs templates check\` shows all that is to mend`,
    )
}

function stages(
  wiring: Wiring,
  loaded: Loaded,
  mail: DigestDeps,
  reader: BulkReader,
  transport: MailTransport,
  unread: ReadonlySet<string>,
  log: Log,
): Stages {
  const { store, clock, settings } = mail
  const index = catalogueIndex(settings.parse.lists)
  const taking: IntakeDeps = {
    store,
    clock,
    log,
    settings,
    decoder: wiring.decoder(loaded),
    read: (mails) => reader.read(mails),
    answer: async (tx, reading, pending) => [
      ...(await answerMail(tx, reading, { live: pending.live }, mail)),
    ],
    markSeen: async (tx, id) => {
      await markSeen(tx, id, clock.now())
    },
  }
  return stagesOf({
    intake: (pendingIds) => intakeMany(pendingIds, taking),
    link: (ids) => linkMessages(ids, { store, settings, index }),
    stand: (entry) =>
      standEntry(entry, { store, clock, settings }, (tx, changed) => putNoticesOf(tx, changed, mail)),
    post: async (id) => {
      const posted = await postOutboxMail(
        {
          store,
          transport,
          clock,
          log,
          outgoing: mail.outgoing,
          recheck: (tx, row, replace, now) => recheckNotice(tx, row, replace, now, mail),
          blind: () => [...unread][0] ?? null,
        },
        id,
      )
      return posted.kind === 'dropped' ? posted.tasks : []
    },
  })
}

function watchedRepositories(
  config: Config,
  store: Store,
  queue: JobQueue,
  decoder: MailDecoder,
  log: Log,
): RunDeps['repositories'] {
  return config.repositories.map((repository) => {
    const commits = openRepository(repository)
    const look = async (signal: AbortSignal): Promise<void> => {
      try {
        await queue.ring(await readCommits(commits, { store, decoder, log }, signal))
      } catch (error) {
        if (!signal.aborted) log.error({ repository: commits.name }, (error as Error).message)
      }
    }
    return { everyMs: repository.sweep_minutes * MINUTE, look }
  })
}

/** Takes what other processes hand over, one act after the other. */
async function serveActs(
  wiring: Wiring,
  loaded: Loaded,
  store: Store,
  queue: JobQueue,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const deps = { ...(await actDeps(wiring, loaded, store, log)), queue }
  await wiring.handover(loaded).serve(async (request) => {
    const act = actSchema.safeParse(request)
    if (!act.success)
      return { ok: false, reason: 'the running dibs does not know this; is it of another version?' }
    log.info({ act: act.data.act }, 'an act was handed over')
    try {
      return await performAct(act.data, deps)
    } catch (error) {
      return { ok: false, reason: (error as Error).message }
    }
  }, signal)
}

/** Without SMTP settings every mail stays where it is, and says why. */
function openTransport(config: Config): MailTransport {
  if (config.outgoing.smtp) return smtpTransport(config.outgoing.smtp)
  const reason = 'outgoing.smtp is not configured'
  return {
    send: async () => ({ outcome: 'retry', reason }),
    check: async () => reason,
    close: async () => undefined,
  }
}

async function onSchedule(name: string, mail: DigestDeps, queue: JobQueue, log: Log): Promise<void> {
  const posted = await runDigestJob(mail, name)
  if (posted === null) return
  if (!posted.ok) {
    log.info({ schedule: name, reason: posted.reason }, 'no digest')
    return
  }
  log.info(
    { schedule: name, outbox: posted.id, state: posted.state, isNew: posted.isNew },
    'digest in the outbox',
  )
  await queue.ring(posted.tasks)
}

/** Imports catalogue files (looked at with every sweep) and pages that changed, and rings for what has to be linked again. */
async function refreshCatalogues(
  wiring: Wiring,
  config: Config,
  store: Store,
  queue: JobQueue,
  log: Log,
): Promise<void> {
  try {
    const warn = (text: string): void => log.warn({}, text)
    const clock = { now: () => Date.now() }
    const { changed, tasks, catalogue } = await importCatalogues(config.catalogues, {
      store,
      clock,
      warn,
      force: false,
      fetcher: wiring.pageFetcher(),
      refreshAfter: config.catalogue_refresh_hours * 60 * MINUTE,
    })
    if (!changed) return
    log.info({ entries: catalogue.entries.length }, 'imported the catalogue')
    await queue.ring(tasks)
  } catch (error) {
    log.error({}, (error as Error).message)
  }
}
