// kill -9 in the middle of sending, at every step of the dialogue: afterwards the mail is there once, or a person decides.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { smtpTransport } from '../../src/adapters/smtp/mail-transport.ts'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { postOutboxMail } from '../../src/app/post.ts'
import { recoverSending } from '../../src/app/settle-outbox.ts'
import { startFaultServer } from '../support/smtp-faults.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'
import { until } from '../support/until.ts'
import { START } from './settings.ts'
import { someMail, speaking } from './speaking.ts'

const SCRIPT = join(import.meta.dirname, 'post-once.ts')

test.each([
  ['greeting', 'sent again', 0],
  ['ehlo', 'sent again', 0],
  ['mail', 'sent again', 0],
  ['rcpt', 'sent again', 0],
  ['data', 'sent again', 0],
  ['dot', 'left to a person', 1],
] as const)('killed while the server is silent at %s: %s', async (step, after, copies) => {
  const deps = await speaking()
  const row = await someMail(deps, 'one')
  await deps.store.close()
  const server = await startFaultServer({ step, fault: 'hang' })
  const child = spawn(process.execPath, [SCRIPT, deps.folder, row.id, String(server.port)], {
    stdio: 'inherit',
  })
  await until('the server is silent', () => server.silent() > 0)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await server.stop()
  expect(server.copies()).toBe(copies)

  const store = await openStore({ folder: deps.folder })
  const sink = await startSmtpSink({ auth: false, tls: false })
  expect(await recoverSending(store, START)).toBe(copies)
  const transport = smtpTransport({ host: '127.0.0.1', port: sink.port, tls: 'none' })
  await postOutboxMail({ ...deps, store, transport }, row.id)
  await sink.stop()
  expect(sink.mails).toHaveLength(1 - copies)
  expect((await store.outboxMail(row.id))?.state).toBe(after === 'sent again' ? 'sent' : 'unknown')
  await store.close()
})
