// A whole Dibs as a process of its own, beside a real Dovecot and a real SMTP server, for tests that go all the way.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Standing } from '../../src/core/model/standing.ts'
import { DOVECOT_PASSWORD, type Dovecot } from '../support/dovecot.ts'
import type { SmtpSink } from '../support/smtp-sink.ts'
import { until } from '../support/until.ts'

const root = resolve(import.meta.dirname, '../..')

export interface Bot {
  /** Starts `dibs run`; resolves when it watches. */
  start(): Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
  /** SIGKILL, of the bot alone: what it started must not stand in the way of the next start. */
  kill(): Promise<void>
  /** Runs another command on the same configuration. */
  dibs(...args: string[]): { status: number | null; stdout: string; stderr: string }
  status(entry: string): Standing
  /** Everything the bot logged so far. */
  log(): string
}

export interface BotOptions {
  readonly folder: string
  readonly dovecot: Dovecot
  readonly sink: SmtpSink
  /** Cron pattern of the digest. */
  readonly digest?: string
  /** Kinds of notices that are on; they leave without delay. */
  readonly notices?: readonly string[]
  /** Socket of a Redis to use in place of its own. */
  readonly redis?: string
}

export function newBot({
  folder,
  dovecot,
  sink,
  digest = '0 9 * * 1',
  notices = [],
  redis,
}: BotOptions): Bot {
  mkdirSync(folder, { recursive: true })
  const config = join(folder, 'dibs.yaml')
  writeFileSync(join(folder, 'imap.pem'), dovecot.ca)
  writeFileSync(join(folder, 'smtp.pem'), sink.ca)
  writeFileSync(join(folder, 'catalogue.yaml'), CATALOGUE)
  writeFileSync(config, configuration(dovecot, sink, digest, notices))
  const env = {
    ...process.env,
    IMAP_PASSWORD: DOVECOT_PASSWORD,
    SMTP_PASSWORD: sink.password,
    NO_COLOR: '1',
    ...(redis ? { REDIS_URL: `unix://${redis}` } : {}),
  }
  const main = join(root, 'src/main.ts')
  let child: ChildProcess | null = null
  let log = ''
  const ended = (process: ChildProcess): Promise<number | null> =>
    process.exitCode !== null || process.signalCode !== null
      ? Promise.resolve(process.exitCode)
      : new Promise((resolve) => process.once('exit', resolve))
  const dibs: Bot['dibs'] = (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--config', config, ...args], {
      env,
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }
  return {
    async start() {
      const from = log.length
      child = spawn(process.execPath, [main, '--config', config, 'run'], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const keep = (chunk: Buffer): void => {
        log += chunk.toString('utf8')
      }
      child.stdout?.on('data', keep)
      child.stderr?.on('data', keep)
      await until(
        'the bot to watch',
        () => {
          if (child?.exitCode !== null) throw new Error(`the bot ended at once: ${log}`)
          return log.slice(from).includes('"msg":"watching"')
        },
        30_000,
      )
    },
    async stop() {
      if (!child) return null
      child.kill('SIGTERM')
      return ended(child)
    },
    async kill() {
      if (!child) return
      child.kill('SIGKILL')
      await ended(child)
    },
    dibs,
    status: (entry) => {
      const ran = dibs('status', entry, '--json')
      if (ran.status !== 0) throw new Error(ran.stderr)
      return JSON.parse(ran.stdout) as Standing
    },
    log: () => log,
  }
}

function configuration(dovecot: Dovecot, sink: SmtpSink, digest: string, notices: readonly string[]): string {
  const imap = (user: string): string => `
    kind: imap
    host: ${dovecot.host}
    port: ${dovecot.imaps}
    tls: tls
    ca: imap.pem
    user: ${user}
    password: \${IMAP_PASSWORD}`
  return `
community: { name: Skiff }
data: ./data
bot:
  address: dibs@example.org
  mailbox: ${imap('dibs')}
operator: { address: operator@example.org }
lists:
  - id: skiff-devel
    list_id: [skiff-devel.lists.example.org]
    addresses: [skiff-devel@lists.example.org]
    archive: https://lists.example.org/{message_id}
    digest: { schedule: "${digest}" }
    notices: [${notices.join(', ')}]
sources:
  - ${imap('lists').trim()}
catalogues: [catalogue.yaml]
outgoing:
  policy: send
  notice_delay_minutes: 0
  smtp:
    host: ${sink.host}
    port: ${sink.port}
    tls: starttls
    ca: smtp.pem
    user: ${sink.user}
    password: \${SMTP_PASSWORD}
log: { level: info, format: json }
`
}

const CATALOGUE = `catalogue: Skiff projects
entries:
  - id: virtio-sound-backend
    title: Virtio sound backend
    gsoc: yes
  - id: web-console-for-guests
    title: Web console for guests
    gsoc: yes
  - id: boot-time-report
    title: Boot time report
`
