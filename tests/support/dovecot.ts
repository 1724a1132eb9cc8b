// A real Dovecot of the test's own: IMAP, IMAPS and LMTP on free ports of 127.0.0.1, as an unprivileged user, in a
// temporary folder. Any user name logs in with the password `test`; mailboxes appear with the first delivery.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { makeCertificate } from './certificate.ts'
import { freePorts } from './free-port.ts'
import { until } from './until.ts'

export const DOVECOT_PASSWORD = 'test'

export interface Dovecot {
  readonly host: string
  readonly imap: number
  readonly imaps: number
  readonly lmtp: number
  /** PEM of its certificate, to trust. */
  readonly ca: string
  /** Folder of a user's Maildir, once something was delivered. */
  maildir(user: string): string
  /** Delivers by LMTP; `user+folder@…` goes to that folder. Resolves when Dovecot has taken the mail. */
  deliver(raw: Uint8Array, user: string): Promise<void>
  /** Runs doveadm against this server. */
  doveadm(...args: string[]): string
  /** Kills every process of it at once, as a power cut would. */
  kill(): Promise<void>
  /** Starts it again on the same ports and mail. */
  restart(): Promise<void>
  /** Ends it and removes its folder. */
  stop(): Promise<void>
}

interface Identity {
  readonly uid: number
  readonly gid: number
  readonly user: string
  readonly group: string
}

/** Starts a Dovecot; throws when `dovecot` is not installed, because tests of mail need it. */
export async function startDovecot(): Promise<Dovecot> {
  const identity = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'dibs-dovecot-'))
  for (const part of ['', 'run', 'mail', 'home']) {
    mkdirSync(join(folder, part), { recursive: true })
    chmodSync(join(folder, part), 0o755)
    chownSync(join(folder, part), identity.uid, identity.gid)
  }
  const certificate = makeCertificate(folder)
  chownSync(certificate.keyFile, identity.uid, identity.gid)
  const [imap = 0, imaps = 0, lmtp = 0] = await freePorts(3)
  const conf = join(folder, 'dovecot.conf')
  writeFileSync(conf, configuration(folder, identity, { imap, imaps, lmtp }))
  let stopServer = await launch(conf, folder, imap, identity)
  return {
    host: '127.0.0.1',
    imap,
    imaps,
    lmtp,
    ca: certificate.cert,
    maildir: (user) => join(folder, 'mail', user),
    deliver: (raw, user) => deliver(raw, user, lmtp),
    doveadm: (...args) => execFileSync('doveadm', ['-c', conf, ...args], { encoding: 'utf8', stdio: 'pipe' }),
    kill: () => stopServer(),
    async restart() {
      await stopServer()
      stopServer = await launch(conf, folder, imap, identity)
    },
    async stop() {
      await stopServer()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Ourselves, or an existing harmless user when we are root: Dovecot refuses to serve mail as root. */
function unprivileged(): Identity {
  const uid = process.getuid?.() ?? 0
  if (uid !== 0) return identityOf(String(uid))
  const known = ['mailtest', 'nobody', 'mail'].find((name) => spawnSync('id', [name]).status === 0)
  return identityOf(known ?? 'nobody')
}

function identityOf(user: string): Identity {
  const id = (...args: string[]) => execFileSync('id', [...args, user], { encoding: 'utf8' }).trim()
  return { uid: Number(id('-u')), gid: Number(id('-g')), user: id('-un'), group: id('-gn') }
}

function configuration(
  folder: string,
  { uid, gid, user, group }: Identity,
  ports: { imap: number; imaps: number; lmtp: number },
): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:${folder}/mail/%u
mail_max_userip_connections = 200
maildir_stat_dirs = yes
mailbox_idle_check_interval = 1 s
first_valid_uid = 1
first_valid_gid = 1
recipient_delimiter = +
lda_mailbox_autocreate = yes
lmtp_save_to_detail_mailbox = yes
postmaster_address = postmaster@example.org
auth_username_format = %n
passdb {
  driver = static
  args = password=${DOVECOT_PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home/%u allow_all_users=yes
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service lmtp {
  chroot =
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${ports.lmtp}
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
  separator = /
}
`
}

/** Starts the server and resolves, once it greets, with the way to end all its processes. */
async function launch(
  conf: string,
  folder: string,
  port: number,
  { uid, gid }: Identity,
): Promise<() => Promise<void>> {
  const asUser = process.getuid?.() === 0 ? { uid, gid } : {}
  const server = spawn('dovecot', ['-F', '-c', conf], { detached: true, stdio: 'ignore', ...asUser })
  let failed = ''
  server.on('error', (error) => {
    failed = error.message
  })
  let ended = false
  const exit = new Promise<void>((resolve) =>
    server.on('exit', () => {
      ended = true
      resolve()
    }),
  )
  const log = () =>
    existsSync(join(folder, 'dovecot.log')) ? readFileSync(join(folder, 'dovecot.log'), 'utf8') : ''
  const killGroup = () => {
    if (server.pid) process.kill(-server.pid, 'SIGKILL')
  }
  const lastResort = () => {
    if (!ended) killGroup()
  }
  process.once('exit', lastResort)
  await until('Dovecot to greet', async () => {
    if (failed || ended)
      throw new Error(
        `dovecot did not start (apt-get install dovecot-imapd dovecot-lmtpd): ${failed} ${log()}`,
      )
    return greets(port)
  })
  return async () => {
    process.off('exit', lastResort)
    if (ended) return
    killGroup()
    await exit
  }
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const answer = (greeted: boolean) => {
      socket.destroy()
      resolve(greeted)
    }
    socket.once('data', () => answer(true))
    socket.once('error', () => answer(false))
    socket.setTimeout(1000, () => answer(false))
  })
}

async function deliver(raw: Uint8Array, user: string, port: number): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, lmtp: true, secure: false, ignoreTLS: true })
  try {
    const to = user.includes('@') ? user : `${user}@example.org`
    await transport.sendMail({ envelope: { from: 'list@example.org', to: [to] }, raw: Buffer.from(raw) })
  } finally {
    transport.close()
  }
}
