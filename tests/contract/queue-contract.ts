// What every job queue must do, whatever carries its jobs. An implementation hands over how it is opened on fresh data.
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Failure } from '../../src/ports/failure.ts'
import type { Job, JobQueue } from '../../src/ports/job-queue.ts'

export interface QueueUnderTest {
  /** Opens one more queue on the same data, as another process would. */
  open(): Promise<JobQueue>
  dispose(): Promise<void>
}

export const until = (what: () => void | Promise<void>, timeout = 10_000) =>
  vi.waitFor(what, { timeout, interval: 5 })

export function queueContract(name: string, fresh: () => Promise<QueueUnderTest>): void {
  describe(`${name} as a job queue`, () => {
    let under: QueueUnderTest
    let queue: JobQueue
    let done: string[]
    const note = async (job: Job) => void done.push(`${job.kind} ${job.key}`)

    beforeEach(async () => {
      under = await fresh()
      queue = await under.open()
      done = []
    })
    afterEach(async () => {
      await queue.close()
      await under.dispose()
    })

    it('hands rung jobs to the worker, whatever their keys are made of', async () => {
      await queue.work(note)
      const keys = ['1', '<a:b@example.org>', 'ü\u0000 😀', 'x'.repeat(5000), '']
      await queue.ring(keys.map((key) => ({ kind: 'link', key })))
      await until(() => expect(done.toSorted()).toEqual(keys.map((key) => `link ${key}`).toSorted()))
    })

    it('hands over what was rung before anybody worked', async () => {
      await queue.ring([{ kind: 'stand', key: 'pvusb' }])
      await queue.ring([])
      await queue.work(note)
      await until(() => expect(done).toEqual(['stand pvusb']))
    })

    it('makes one job of many rings for the same turn of a task that waits', async () => {
      for (let n = 0; n < 5; n++) await queue.ring([{ kind: 'stand', key: 'pvusb', turn: 7 }])
      await queue.ring([{ kind: 'stand', key: 'other', turn: 7 }])
      await queue.ring([{ kind: 'link', key: 'pvusb', turn: 7 }])
      await queue.work(note)
      await until(() => expect(done).toHaveLength(3))
      await pause(100)
      expect(done.toSorted()).toEqual(['link pvusb', 'stand other', 'stand pvusb'])
    })

    it('works again on a key that is rung with a new turn while it is being worked on', async () => {
      let open = () => {}
      const gate = new Promise<void>((resolve) => {
        open = resolve
      })
      const begun: unknown[] = []
      await queue.work(async (job) => {
        begun.push(job.turn)
        if (begun.length === 1) await gate
      })
      await queue.ring([{ kind: 'stand', key: 'pvusb', turn: 1 }])
      await until(() => expect(begun).toEqual([1]))
      await queue.ring([{ kind: 'stand', key: 'pvusb', turn: 2 }])
      open()
      await until(() => expect(begun).toEqual([1, 2]))
    })

    it('works on every ring without a turn', async () => {
      await queue.ring([{ kind: 'stand', key: 'pvusb' }])
      await queue.ring([{ kind: 'stand', key: 'pvusb' }])
      await queue.work(note)
      await until(() => expect(done).toHaveLength(2))
    })

    it('takes the same turn again once its job is done', async () => {
      await queue.work(note)
      await queue.ring([{ kind: 'stand', key: 'pvusb', turn: 7 }])
      await until(() => expect(done).toHaveLength(1))
      await pause(50)
      await queue.ring([{ kind: 'stand', key: 'pvusb', turn: 7 }])
      await until(() => expect(done).toHaveLength(2))
    })

    it('tries a rejected job again by itself', async () => {
      let tries = 0
      await queue.work(async () => {
        if (++tries < 3) throw new Failure('reading', true, 'not now')
      })
      await queue.ring([{ kind: 'intake', key: 'a', turn: 1 }])
      await until(() => expect(tries).toBe(3))
    })

    it('gives up a job that failed for good, and lets it be rung again', async () => {
      let tries = 0
      await queue.work(async () => {
        tries++
        throw new Failure('reading', false, 'never')
      })
      await queue.ring([{ kind: 'intake', key: 'a', turn: 1 }])
      await until(() => expect(tries).toBe(1))
      await pause(1500)
      expect(tries).toBe(1)
      await queue.ring([{ kind: 'intake', key: 'a', turn: 1 }])
      await until(() => expect(tries).toBe(2))
    })

    it('lets a failing key not stand in the way of others', async () => {
      await queue.work(async (job) => {
        if (job.key === 'bad') throw new Error('no')
        await note(job)
      })
      await queue.ring(['bad', 'a', 'bad', 'b', 'bad', 'c'].map((key) => ({ kind: 'link', key })))
      await until(() => expect(done.toSorted()).toEqual(['link a', 'link b', 'link c']))
    })

    it('shares jobs between two workers, each job done once', async () => {
      const second = await under.open()
      const jobs: Job[] = Array.from({ length: 200 }, (_, n) => ({ kind: 'link', key: String(n), turn: n }))
      const by = [0, 0]
      for (const [n, one] of [queue, second].entries()) {
        await one.work(async (job) => {
          by[n]!++
          await pause(2)
          await note(job)
        })
      }
      await queue.ring(jobs)
      await until(() => expect(done).toHaveLength(200))
      expect(new Set(done).size).toBe(200)
      expect(Math.min(...by)).toBeGreaterThan(0)
      await second.close()
    })

    it('fires a schedule, and only the newest of one name', async () => {
      const fired: string[] = []
      queue.onSchedule(async (which) => void fired.push(which))
      await queue.work(note)
      await queue.schedule('weekly', '0 9 1 1 *', 'Europe/Berlin')
      await queue.schedule('weekly', '* * * * * *', 'Europe/Berlin')
      await queue.schedule('rare:one', '0 9 1 1 *', 'Europe/Berlin')
      await until(() => expect(fired.length).toBeGreaterThanOrEqual(2))
      expect(new Set(fired)).toEqual(new Set(['weekly']))
      await queue.schedule('weekly', '0 9 1 1 *', 'Europe/Berlin')
      await pause(1100)
      const count = fired.length
      await pause(2200)
      expect(fired.length).toBe(count)
    })

    it('fires a schedule once however many have set it', async () => {
      const second = await under.open()
      const fired: number[] = []
      for (const one of [queue, second]) {
        one.onSchedule(async () => void fired.push(Math.round(Date.now() / 1000)))
        await one.work(note)
        await one.schedule('tick', '*/2 * * * * *', 'UTC')
      }
      await until(() => expect(fired.length).toBeGreaterThanOrEqual(2))
      expect(new Set(fired).size).toBe(fired.length)
      await second.close()
    })

    it('tries a schedule again when running it fails', async () => {
      let runs = 0
      queue.onSchedule(async () => {
        if (++runs === 1) throw new Error('the disk was full')
      })
      await queue.work(note)
      await queue.schedule('weekly', '* * * * * *', 'UTC')
      await until(() => expect(runs).toBeGreaterThanOrEqual(1))
      await queue.schedule('weekly', '0 9 1 1 *', 'UTC')
      await until(() => expect(runs).toBeGreaterThanOrEqual(2))
    })

    it('refuses a pattern or a time zone that does not exist', async () => {
      await expect(queue.schedule('x', 'every now and then', 'UTC')).rejects.toBeInstanceOf(Failure)
      await expect(queue.schedule('x', '0 9 * * 1', 'Europe/Atlantis')).rejects.toBeInstanceOf(Failure)
    })

    it('waits at closing for the job under way', async () => {
      await queue.work(async (job) => {
        await pause(300)
        await note(job)
      })
      await queue.ring([{ kind: 'post', key: 'a' }])
      await pause(100)
      await queue.close()
      expect(done).toEqual(['post a'])
      await queue.close()
    })

    it('leaves what was not begun at closing for the next worker', async () => {
      await queue.ring([{ kind: 'post', key: 'a' }])
      await queue.close()
      await queue.ring([{ kind: 'post', key: 'ignored' }])
      queue = await under.open()
      await queue.work(note)
      await until(() => expect(done).toEqual(['post a']))
    })

    it('says in a line that it is well', async () => {
      expect(await queue.check()).toMatch(/^[^\n]+$/)
    })
  })
}
