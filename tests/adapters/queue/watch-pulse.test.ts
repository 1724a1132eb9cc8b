// The watch over Redis and workers, with a real Redis and counters in place of workers.
import type { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connect } from '../../../src/adapters/queue/redis-client.ts'
import { sayOnce } from '../../../src/adapters/queue/say-once.ts'
import { watchPulse } from '../../../src/adapters/queue/watch-pulse.ts'
import { until } from '../../contract/queue-contract.ts'
import { collectLog } from '../../support/collect-log.ts'
import { startTestRedis, type TestRedis } from '../../support/redis.ts'

const BEAT_MS = 10
const beats = (n: number) => new Promise((done) => setTimeout(done, n * BEAT_MS))

let redis: TestRedis
let client: Redis
let back: number
let idle: number
let begun: number
let waiting: number
let pulse: ReturnType<typeof watchPulse>

beforeEach(async () => {
  redis = await startTestRedis()
  client = connect(redis.connection, { enableOfflineQueue: false })
  client.on('error', () => {})
  await until(() => expect(client.status).toBe('ready'))
  back = idle = begun = waiting = 0
  pulse = watchPulse({
    client,
    key: 'pulse',
    onBack: async () => void back++,
    waiting: async () => waiting,
    begun: () => begun,
    onIdle: async () => void idle++,
    say: sayOnce(collectLog()),
    beatMs: BEAT_MS,
  })
  await pulse.start()
})
afterEach(async () => {
  pulse.stop()
  client.disconnect()
  await redis.stop()
})

it('is silent while all is well', async () => {
  await beats(40)
  expect([back, idle]).toEqual([0, 0])
})

it('notices once that Redis was emptied', async () => {
  await redis.command('FLUSHALL')
  await until(() => expect(back).toBe(1))
  await beats(20)
  expect(back).toBe(1)
})

it('notices that Redis came back empty, not that it came back whole', async () => {
  await redis.kill()
  await redis.start()
  await until(() => expect(client.status).toBe('ready'))
  await beats(20)
  expect(back).toBe(0)
  await redis.command('DEL', 'pulse')
  await redis.kill()
  await redis.start()
  await until(() => expect(back).toBe(1))
})

it('sweeps after a ring was missed', async () => {
  pulse.missed()
  await until(() => expect(back).toBe(1))
  pulse.missed()
  await beats(20)
  expect(back).toBe(1)
})

it('calls for a new worker when jobs wait and none is begun', async () => {
  waiting = 3
  await until(() => expect(idle).toBeGreaterThanOrEqual(1))
})

it('leaves workers alone that begin jobs, however many wait', async () => {
  waiting = 3
  const busy = setInterval(() => begun++, BEAT_MS / 2)
  await beats(60)
  clearInterval(busy)
  expect(idle).toBe(0)
})
