// The test servers themselves: they start, take mail, fail on demand and leave nothing behind.
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Dovecot, startDovecot } from './dovecot.ts'
import { someMails } from './mail.ts'
import { until } from './until.ts'

let dovecot: Dovecot
beforeAll(async () => {
  dovecot = await startDovecot()
})
afterAll(() => dovecot.stop())

test('a mail given to LMTP lies in the Maildir of its user, in the folder after the plus sign', async () => {
  const [mail] = someMails(1)
  await dovecot.deliver(mail!, 'ada')
  await dovecot.deliver(mail!, 'ada+lists')
  await until(
    'both mails',
    () => dovecot.doveadm('search', '-u', 'ada', 'all').trim().split('\n').length === 2,
  )
  expect(dovecot.doveadm('mailbox', 'list', '-u', 'ada')).toContain('lists')
})

test('it comes back with its mail after being killed', async () => {
  await dovecot.deliver(someMails(1)[0]!, 'bob')
  await dovecot.kill()
  const transport = createTransport({ host: '127.0.0.1', port: dovecot.lmtp, lmtp: true })
  await expect(transport.verify()).rejects.toThrow()
  await dovecot.restart()
  expect(dovecot.doveadm('search', '-u', 'bob', 'all').trim().split('\n')).toHaveLength(1)
})
