// The demo as a newcomer meets it: the first round, then a claim, a question and a release dropped into its Maildir.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { temporaryFolder } from '../support/folder.ts'
import { until } from '../support/until.ts'

const root = resolve(import.meta.dirname, '../..')
const main = join(root, 'src/main.ts')

describe('the demo', () => {
  const data = join(temporaryFolder(), 'data')
  let shown = ''
  let bot: ChildProcess | null = null
  const send = (kind: string): void => {
    expect(spawnSync(process.execPath, [main, 'demo', 'send', kind, '--data', data]).status).toBe(0)
  }
  const shows = (what: string, pattern: RegExp): Promise<unknown> =>
    until(what, () => pattern.test(shown), 10_000)

  afterAll(async () => {
    if (!bot || bot.exitCode !== null) return
    bot.kill('SIGKILL')
  })

  it('shows an entry in every status, and a digest with something in each section', async () => {
    bot = spawn(process.execPath, [main, 'demo', '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] })
    bot.stdout?.on('data', (chunk: Buffer) => {
      shown += chunk.toString('utf8')
    })
    await until('the demo to watch', () => shown.includes('watching '), 25_000)
    expect(shown).toMatch(/^in-review +virtio-sound-backend .*Lena Brandt$/m)
    expect(shown).toMatch(/^claimed +boot-time-report .*Hana Sato$/m)
    expect(shown).toMatch(/^stalled +web-console .*Katya Sorokina/m)
    expect(shown).toMatch(/^interest +usb-passthrough-over-ip .*Maya Cohen$/m)
    expect(shown).toMatch(/^done +fuzzing-the-instruction-emulator .*Sofia Marques$/m)
    expect(shown).toMatch(/^open +nested-paging-statistics$/m)
    expect(shown).toMatch(/^no answer yet$/m)
    for (const section of ['CHANGED THIS WEEK', 'NEEDS AN ANSWER', 'GSOC THREADS', 'FREE FOR NEWCOMERS'])
      expect(shown).toContain(`\n${section}\n* `)
  })

  it('tells of a claim and of its release as they come', async () => {
    send('claim')
    await shows('the claim', /nested-paging-statistics: open -> claimed \(Noor Haddad active\)/)
    send('release')
    await shows('the release', /nested-paging-statistics: claimed .* -> open \(Noor Haddad released\)/)
    const store = await openStore({ folder: data, readOnly: true })
    try {
      const messages = []
      for await (const stored of store.allMessages()) messages.push(stored)
      expect(messages.filter(({ id }) => /^(claim|release)-/.test(id))).toHaveLength(2)
    } finally {
      await store.close()
    }
  })

  it('composes an answer to a question, and sends nothing', async () => {
    send('question')
    const store = await openStore({ folder: data, readOnly: true })
    try {
      const [answer] = await until('the answer', async () => {
        const rows = await store.outbox()
        return rows.length > 0 ? rows : null
      })
      expect(answer).toMatchObject({ kind: 'answer', state: 'preview', to: ['ines@example.org'] })
      expect(Buffer.from(answer?.raw ?? []).toString('utf8')).toContain('USB passthrough over IP')
    } finally {
      await store.close()
    }
  })

  it('ends with exit 0 when it is told to', async () => {
    const ended = new Promise((resolve) => bot?.once('exit', resolve))
    bot?.kill('SIGINT')
    expect(await ended).toBe(0)
  })
})
