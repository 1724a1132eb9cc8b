// A pool of threads loses one item to what kills a thread, and never its neighbours.
import { afterEach, describe, expect, it } from 'vitest'
import { WorkerPool } from '../../../src/adapters/threads/worker-pool.ts'

type Item = number | 'die' | 'throw' | 'hang' | 'eat'

describe('a pool of threads', () => {
  const pools: WorkerPool<Item, number | string>[] = []
  /** Half a second of processor time, which only what hangs uses up, however busy the machine is. */
  const pool = (threads: number, itemTimeoutMs = 500): WorkerPool<Item, number | string> => {
    const made = new WorkerPool<Item, number | string>(
      {
        entry: new URL('./thread.ts', import.meta.url),
        workerData: null,
        threads,
        itemTimeoutMs,
        memoryMegabytes: 64,
      },
      (item, reason) => `${item}: ${reason}`,
    )
    pools.push(made)
    return made
  }
  afterEach(async () => {
    for (const one of pools.splice(0)) await one.close()
  })

  it('answers in the order given, however many threads and batches', async () => {
    const some = pool(2)
    const batches = Array.from({ length: 20 }, (_, batch) => [batch, batch + 1])
    const answers = await Promise.all(batches.map((batch) => some.run(batch)))
    expect(answers).toEqual(batches.map((batch) => batch.map((n) => n * 2)))
    expect(await some.run([])).toEqual([])
  })

  for (const bad of ['die', 'throw', 'hang', 'eat'] as const)
    it(`gives up only the item that makes its thread ${bad}`, async () => {
      const answers = await pool(2).run([1, 2, bad, 3])
      expect([answers[0], answers[1], answers[3]]).toEqual([2, 4, 6])
      expect(answers[2]).toMatch(new RegExp(`^${bad}: `))
    })

  it('goes on after that', async () => {
    const some = pool(1)
    await some.run(['die'])
    expect(await some.run([21])).toEqual([42])
  })
})
