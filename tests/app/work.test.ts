// Far behind, many tasks are advanced together; while few wait each goes by itself. Nothing is left, whatever fails.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openQueue } from '../../src/adapters/queue/open-queue.ts'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { fewerRings, newWorker, type Stages } from '../../src/app/work.ts'
import type { JobQueue } from '../../src/ports/job-queue.ts'
import type { Store, Task, TaskKind } from '../../src/ports/store.ts'
import { collectLog } from '../support/collect-log.ts'
import { temporaryFolder } from '../support/folder.ts'
import { startTestRedis } from '../support/redis.ts'
import { until } from '../support/until.ts'

const MANY = 1000

describe('work', () => {
  let redis: Awaited<ReturnType<typeof startTestRedis>>
  let store: Store
  let queue: JobQueue
  let calls: { kind: TaskKind; keys: readonly string[] }[] = []
  let failing: (key: string) => boolean = () => false
  const log = collectLog()

  /** Each task is done by removing it; an intake is followed by a link, a link of a tenth of them by a stand. */
  const stage = (kind: TaskKind, follows: (key: string) => Task[]) => async (keys: readonly string[]) =>
    store.write(async (tx) => {
      calls.push({ kind, keys })
      const followers: Task[] = []
      for (const key of keys) {
        if (failing(key)) throw new Error(`no luck with ${key}`)
        if (!(await tx.task(kind, key))) continue
        await tx.removeTask({ kind, key })
        followers.push(...(await tx.addTasks(follows(key))))
      }
      return followers
    })

  beforeAll(async () => {
    redis = await startTestRedis()
    store = await openStore({ folder: temporaryFolder() })
    const stages: Stages = {
      intake: stage('intake', (key) => [{ kind: 'link', key }]),
      link: stage('link', (key) => (key.endsWith('0') ? [{ kind: 'stand', key }] : [])),
      stand: stage('stand', () => []),
      post: stage('post', () => []),
    }
    queue = fewerRings(await openQueue({ connection: redis.connection, prefix: 'work', log, concurrency: 4 }))
    await queue.work(newWorker(stages, { store, queue, clock: { now: () => Date.now() }, log }))
  })
  beforeEach(() => {
    calls = []
    failing = () => false
  })
  afterAll(async () => {
    await queue?.close()
    await redis?.stop()
    await store?.close()
  })

  const ring = async (kind: TaskKind, count: number): Promise<void> => {
    const tasks = Array.from({ length: count }, (_, n): Task => ({ kind, key: `${kind} ${n}` }))
    await queue.ring(await store.write((tx) => tx.addTasks(tasks)))
  }
  const workedOff = (): Promise<boolean> =>
    until('no task', async () => (await store.tasks(1)).length === 0, 30_000)

  it('of a backlog is done in few steps', async () => {
    await ring('intake', MANY)
    await workedOff()
    const of = (kind: TaskKind) => calls.filter((call) => call.kind === kind)
    expect(of('intake').reduce((sum, { keys }) => sum + keys.length, 0)).toBeGreaterThanOrEqual(MANY)
    expect(of('intake').filter(({ keys }) => keys.length > 1).length).toBeLessThanOrEqual(MANY / 64)
    expect(of('link').filter(({ keys }) => keys.length > 1).length).toBeLessThanOrEqual(MANY / 64)
    expect(calls.length).toBeLessThan(MANY / 3)
    expect(log.count(/backlog is worked off/)).toBeGreaterThanOrEqual(2)
  }, 60_000)

  it('of a few is done one by one', async () => {
    await ring('intake', 20)
    await workedOff()
    expect(calls.every(({ keys }) => keys.length === 1)).toBe(true)
  }, 60_000)

  it('that fails for one task goes on with the others, and is tried again', async () => {
    let luck = 0
    failing = (key) => key === 'intake 77' && luck++ < 2
    await ring('intake', MANY)
    await workedOff()
    expect(luck).toBeGreaterThan(2)
    expect(calls.length).toBeLessThan(MANY)
  }, 60_000)
})
