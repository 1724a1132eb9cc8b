// A process that writes mails until the disk is full, tells the error, then what is there, and goes on once there is room.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../../../src/adapters/store/open-store.ts'
import { aMessage } from '../../../contract/store-samples.ts'

const [folder = ''] = process.argv.slice(2)
const ballast = join(folder, 'ballast')
writeFileSync(ballast, Buffer.alloc(2 * 1024 * 1024, 1))
const store = await openStore({ folder })
let acknowledged = 0
let error: (Error & { transient?: boolean }) | null = null
let goneOn = 'not tried'
while (!error) {
  try {
    await store.write(async (tx) => {
      const text = 'words '.repeat(5000)
      try {
        for (let n = 0; n < 5; n++) await tx.saveMessage(aMessage(`m${acknowledged + n}`, { text }))
      } catch (first) {
        // What is tried after the disk was full must not slip into the store outside the transaction.
        goneOn = await tx.setMeta('slipped', 'yes').then(
          () => 'went on',
          () => 'refused',
        )
        throw first
      }
    })
    acknowledged += 5
  } catch (caught) {
    error = caught as Error
  }
}
const stored = await store.messageCount()
const slipped = await store.meta('slipped')
rmSync(ballast)
await store.write((tx) => tx.setMeta('after', 'room'))
const after = await store.meta('after')
await store.close()
const told = {
  acknowledged,
  stored,
  slipped,
  goneOn,
  after,
  message: error.message,
  transient: error.transient,
}
process.stdout.write(`${JSON.stringify(told)}\n`)
