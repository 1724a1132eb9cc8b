// The BullMQ queue against the contract of queues, on a real redis-server.
import { openQueue } from '../../../src/adapters/queue/open-queue.ts'
import { queueContract } from '../../contract/queue-contract.ts'
import { collectLog } from '../../support/collect-log.ts'
import { startTestRedis } from '../../support/redis.ts'

queueContract('BullMQ', async () => {
  const redis = await startTestRedis()
  return {
    open: () =>
      openQueue({ connection: redis.connection, prefix: 'test', log: collectLog(), concurrency: 4 }),
    dispose: () => redis.stop(),
  }
})
