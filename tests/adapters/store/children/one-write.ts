// A process that opens the store, makes one write, tells how that went in one line, and ends.
import { openStore } from '../../../../src/adapters/store/open-store.ts'

const [folder = '', mode = 'write'] = process.argv.slice(2)
try {
  const store = await openStore({ folder, readOnly: mode === 'read' })
  if (mode === 'read') process.stdout.write(`read ${await store.meta('a')}\n`)
  else {
    await store.write((tx) => tx.setMeta('a', String(process.pid)))
    process.stdout.write('wrote\n')
  }
  await store.close()
} catch (error) {
  const { name, message, transient } = error as Error & { transient?: boolean }
  process.stdout.write(`${name} ${transient ? 'transient' : 'final'}: ${message}\n`)
}
