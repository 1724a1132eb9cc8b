// A process that takes a job, says so, and never finishes it.
import { writeSync } from 'node:fs'
import { openQueue } from '../../../../src/adapters/queue/open-queue.ts'
import { collectLog } from '../../../support/collect-log.ts'

const [connection = ''] = process.argv.slice(2)
const queue = await openQueue({ connection, prefix: 'test', log: collectLog(), concurrency: 1 })
await queue.work(async () => {
  writeSync(1, 'taken\n')
  await new Promise(() => {})
})
