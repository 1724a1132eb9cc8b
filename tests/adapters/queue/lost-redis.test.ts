// Redis emptied, killed, full or away while jobs are worked on: nothing rejects, the operator is told once, and with
// the store as the truth every task is done, its effect exactly once.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openQueue } from '../../../src/adapters/queue/open-queue.ts'
import { openStore } from '../../../src/adapters/store/open-store.ts'
import type { Job, JobQueue } from '../../../src/ports/job-queue.ts'
import type { Store } from '../../../src/ports/store.ts'
import { until } from '../../contract/queue-contract.ts'
import { collectLog } from '../../support/collect-log.ts'
import { startTestRedis, type TestRedis } from '../../support/redis.ts'

let redis: TestRedis
let log: ReturnType<typeof collectLog>
let queue: JobQueue | null
const open = async (over: { closeMs?: number; concurrency?: number } = {}) => {
  queue = await openQueue({ connection: redis.connection, prefix: 'test', log, concurrency: 4, ...over })
  return queue
}

beforeEach(async () => {
  redis = await startTestRedis()
  log = collectLog()
  queue = null
})
afterEach(async () => {
  await queue?.close()
  await redis.stop()
})

describe('with a store behind it', () => {
  let folder: string
  let store: Store
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dibs-queue-'))
    store = await openStore({ folder })
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Counts a task's effect and removes the task in one transaction; does nothing for a task that is gone. */
  const effect = (job: Job) =>
    store.write(async (tx) => {
      if ((await tx.task(job.kind, job.key)) === null) return
      await tx.countDropped('effects')
      await tx.removeTask(job)
    })

  it.each([
    ['emptied by FLUSHALL', async () => void (await redis.command('FLUSHALL'))],
    [
      'killed and started again',
      async () => {
        await redis.kill()
        await redis.start()
      },
    ],
    [
      'killed, emptied and started again',
      async () => {
        await redis.kill()
        await redis.start()
        await redis.command('FLUSHALL')
      },
    ],
  ])(
    'does each of 600 tasks once though Redis is %s again and again',
    { timeout: 60_000 },
    async (_, harm) => {
      const q = await open()
      q.onBack(async () => q.ring(await store.tasks(1000)))
      await q.work(async (job) => {
        await pause(5)
        await effect(job)
      })
      for (let batch = 0; batch < 6; batch++) {
        const tasks = Array.from({ length: 100 }, (_, n) => ({ kind: 'link' as const, key: `${batch}-${n}` }))
        await q.ring(await store.write((tx) => tx.addTasks(tasks)))
        await pause(20)
        await harm()
      }
      await until(async () => expect(await store.tasks(1)).toEqual([]), 30_000)
      expect((await store.dropped()).get('effects')).toBe(600)
    },
  )
})

it('does not reject rings while Redis is away, says so once, and sweeps when it is back', async () => {
  const q = await open()
  const done: string[] = []
  let sweeps = 0
  q.onBack(async () => {
    sweeps++
    await q.ring([{ kind: 'link', key: 'swept', turn: 1 }])
  })
  await q.work(async (job) => void done.push(job.key))
  await redis.kill()
  for (let n = 0; n < 20; n++) await q.ring([{ kind: 'link', key: `lost ${n}` }])
  await pause(1500)
  await expect(q.check()).rejects.toMatchObject({ name: 'Failure', transient: true })
  expect(log.count(/not reachable; nothing is lost/)).toBe(1)
  await redis.start()
  await until(() => expect(done).toContain('swept'))
  expect(sweeps).toBeGreaterThanOrEqual(1)
  expect(log.count(/works again/)).toBe(1)
  await q.ring([{ kind: 'link', key: 'after' }])
  await until(() => expect(done).toContain('after'))
})

it('sets its schedules again when Redis was emptied', async () => {
  const q = await open()
  let fired = 0
  q.onSchedule(async () => void fired++)
  await q.work(async () => {})
  await q.schedule('tick', '* * * * * *', 'UTC')
  await until(() => expect(fired).toBeGreaterThan(0))
  await redis.command('FLUSHALL')
  const before = fired
  await until(() => expect(fired).toBeGreaterThan(before + 1))
})

it('goes on after every connection of it was cut', async () => {
  const q = await open()
  const done: string[] = []
  await q.work(async (job) => void done.push(job.key))
  for (let round = 0; round < 5; round++) {
    await redis.command('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
    await pause(300)
    await q.ring([{ kind: 'link', key: String(round) }])
  }
  await until(() => expect(done).toHaveLength(5))
})

it('hands a job whose worker was killed to another one', { timeout: 60_000 }, async () => {
  const q = await open()
  await q.ring([{ kind: 'post', key: 'a', turn: 1 }])
  const script = join(import.meta.dirname, 'children/hang-on-a-job.ts')
  const child = spawn(process.execPath, [script, redis.connection], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((taken) => child.stdout.once('data', taken))
  const gone = new Promise((ended) => child.once('close', ended))
  child.kill('SIGKILL')
  await gone
  const done: string[] = []
  await q.work(async (job) => void done.push(job.key))
  const killedAt = Date.now()
  await until(() => expect(done).toEqual(['a']), 40_000)
  expect(Date.now() - killedAt).toBeLessThan(30_000)
})

it('says once that Redis is out of memory, rejects nothing, and goes on when there is room', async () => {
  const q = await open()
  const done: string[] = []
  q.onBack(() => q.ring([{ kind: 'link', key: 'swept', turn: 1 }]))
  await q.work(async (job) => void done.push(job.key))
  await redis.command('CONFIG', 'SET', 'maxmemory', '1')
  for (let n = 0; n < 5; n++) await q.ring([{ kind: 'link', key: `full ${n}` }])
  expect(log.count(/out of memory.*nothing is lost.*maxmemory/)).toBe(1)
  expect(done).toEqual([])
  await redis.command('CONFIG', 'SET', 'maxmemory', '0')
  await until(() => expect(done).toContain('swept'), 20_000)
  expect(log.count(/works again/)).toBeGreaterThanOrEqual(1)
})

it('ends in time though a job hangs, and says so', async () => {
  const q = await open({ closeMs: 300 })
  let begun = false
  await q.work(async () => {
    begun = true
    await new Promise(() => {})
  })
  await q.ring([{ kind: 'link', key: 'a' }])
  await until(() => expect(begun).toBe(true))
  const asked = Date.now()
  await q.close()
  expect(Date.now() - asked).toBeLessThan(2500)
  expect(log.count(/cut off/)).toBe(1)
})

it('ends in time though Redis is away', async () => {
  const q = await open()
  await q.work(async () => {})
  await redis.kill()
  const asked = Date.now()
  await q.close()
  expect(Date.now() - asked).toBeLessThan(2500)
})

describe('opening', () => {
  const refusal = async (connection: string) => {
    const error = await openQueue({ connection, prefix: 'test', log, concurrency: 1, connectMs: 1500 }).catch(
      (e: Error) => e,
    )
    expect((error as Error).name).toBe('Failure')
    expect((error as Error).message).not.toContain('\n')
    return (error as Error).message
  }

  it('refuses a Redis that drops jobs when it is full, and says the mend', async () => {
    await redis.command('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru')
    expect(await refusal(redis.connection)).toMatch(
      /maxmemory-policy is allkeys-lru: set "maxmemory-policy noeviction"/,
    )
  })

  it('warns of a Redis without an append-only file, once', async () => {
    await redis.command('CONFIG', 'SET', 'appendonly', 'no')
    await open()
    expect(log.count(/no append-only file/)).toBe(1)
  })

  it('refuses where nobody answers', async () => {
    await redis.kill()
    expect(await refusal(redis.connection)).toMatch(/^reaching Redis at .*(ECONNREFUSED|ENOENT)/)
    expect(await refusal('redis://user:secret@127.0.0.1:1/0')).toMatch(
      /^reaching Redis at redis:\/\/127\.0\.0\.1:1\/0: /,
    )
  })

  it('refuses at once when the password is wrong, and never shows it', async () => {
    await redis.command('CONFIG', 'SET', 'requirepass', 'right')
    const asked = Date.now()
    expect(await refusal(redis.connection)).toMatch(/NOAUTH|WRONGPASS/)
    expect(Date.now() - asked).toBeLessThan(5000)
    expect(JSON.stringify(log.lines)).not.toContain('right')
  })
})
