// A process that writes until it is killed: prints the number of each mail whose transaction was acknowledged.
import { writeSync } from 'node:fs'
import { openStore } from '../../../../src/adapters/store/open-store.ts'
import { aMessage, aPending } from '../../../contract/store-samples.ts'

const [folder = '', from = '0'] = process.argv.slice(2)
const store = await openStore({ folder })
for (let n = Number(from); ; n += 3) {
  await store.write(async (tx) => {
    for (const k of [n, n + 1, n + 2]) {
      const mail = aPending(String(k), `mail ${k} ${'words '.repeat(k % 900)}`)
      const id = await tx.addPending(mail)
      if (id === null) throw new Error(`place ${k} was taken`)
      await tx.addTasks([{ kind: 'intake', key: id }])
      await tx.saveMessage(aMessage(`m${k}@example.org`, { references: [] }))
      await tx.setCursor('imap', String(k))
    }
  })
  writeSync(1, `${n + 2}\n`)
}
