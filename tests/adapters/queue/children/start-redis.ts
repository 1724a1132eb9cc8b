// A process that starts the private redis-server and waits to be killed.
import { writeSync } from 'node:fs'
import { startRedis } from '../../../../src/adapters/queue/redis-server.ts'
import { collectLog } from '../../../support/collect-log.ts'

const [folder = ''] = process.argv.slice(2)
try {
  const redis = await startRedis({ folder, log: collectLog() })
  writeSync(1, `${redis.connection}\n`)
  setInterval(() => {}, 1000)
} catch (error) {
  writeSync(1, `${(error as Error).name}: ${(error as Error).message}\n`)
}
