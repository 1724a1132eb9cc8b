// Every part looked at once, for `dibs doctor`: how it is, and what to do when it is not well.
import { openQueue } from '../adapters/queue/open-queue.ts'
import { startRedis } from '../adapters/queue/redis-server.ts'
import { smtpTransport } from '../adapters/smtp/mail-transport.ts'
import { readCatalogueFile } from '../app/catalogue-import.ts'
import type { DoctorLine, GlobalOptions, Loaded, Wiring } from '../cli/wiring.ts'
import { Failure } from '../ports/failure.ts'
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
  lines.push({
    part: 'outgoing',
    well: true,
    text: config?.outgoing.policy === 'send' ? 'mail is sent' : 'preview: nothing is sent',
  })
  return lines
}
