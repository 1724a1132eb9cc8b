// Public-inbox v2 archives made with plain git: one commit a mail, its bytes as the file `m`, in epochs `git/N.git`.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePorts } from './free-port.ts'

export interface ArchiveBuilder {
  /** The inbox's folder, which holds `git/`. */
  readonly folder: string
  epoch(number: number): string
  /** Appends mails to an epoch, making it when it is new. */
  add(mails: readonly Uint8Array[], epoch?: number): void
  /** Appends a commit that takes a mail away (file `d`). */
  remove(mail: Uint8Array, epoch?: number): void
  /** Replaces the whole history of an epoch, as a purge does. */
  rewrite(mails: readonly Uint8Array[], epoch?: number): void
}

/** Makes an archive in `folder`, without any epoch yet. */
export function buildArchive(folder: string): ArchiveBuilder {
  const epoch = (number: number) => join(folder, 'git', `${number}.git`)
  const imported = (number: number, files: readonly [name: string, bytes: Uint8Array][], anew: boolean) => {
    const repository = epoch(number)
    mkdirSync(repository, { recursive: true })
    git(repository, ['init', '--quiet', '--bare', '--initial-branch=master'])
    git(
      repository,
      ['fast-import', '--quiet', ...(anew ? ['--force'] : [])],
      stream(files, anew || !hasHead(repository)),
    )
  }
  return {
    folder,
    epoch,
    add: (mails, number = 0) =>
      imported(
        number,
        mails.map((mail) => ['m', mail]),
        false,
      ),
    remove: (mail, number = 0) => imported(number, [['d', mail]], false),
    rewrite: (mails, number = 0) =>
      imported(
        number,
        mails.map((mail) => ['m', mail]),
        true,
      ),
  }
}

let commits = 0

function stream(files: readonly [name: string, bytes: Uint8Array][], first: boolean): Buffer {
  const parts: (string | Uint8Array)[] = []
  for (const [index, [name, bytes]] of files.entries()) {
    const who = `Ada <ada@example.org> ${1_735_800_000 + 60 * commits++} +0000`
    parts.push(`commit refs/heads/master\nauthor ${who}\ncommitter ${who}\ndata 4\nmail\n`)
    if (!first && index === 0) parts.push('from refs/heads/master^0\n')
    parts.push(`deleteall\nM 100644 inline ${name}\ndata ${bytes.length}\n`, bytes, '\n')
  }
  return Buffer.concat(parts.map((part) => Buffer.from(part)))
}

function hasHead(repository: string): boolean {
  return git(repository, ['rev-parse', '--revs-only', 'HEAD']).trim() !== ''
}

function git(repository: string, args: readonly string[], input: Uint8Array = new Uint8Array()): string {
  return execFileSync('git', args, { cwd: repository, input, encoding: 'utf8', stdio: 'pipe' })
}

/** An inbox kept by public-inbox's own programs. */
export interface RealInbox {
  readonly folder: string
  /** Name its newsgroup, and so its IMAP mailboxes, begin with. */
  readonly newsgroup: string
  deliver(mail: Uint8Array): void
  /** Starts its IMAP server; gives the port and the way to end it. */
  serve(): Promise<{ port: number; stop(): Promise<void> }>
}

/** True when public-inbox is installed: a Debian package that only some machines have. */
export function hasPublicInbox(): boolean {
  return spawnSync('public-inbox-init', ['--help']).error === undefined
}

/** Makes an inbox in `folder`, which becomes its HOME. */
export function initPublicInbox(folder: string): RealInbox {
  const address = 'devel@lists.example.org'
  const config = join(folder, 'config')
  const env = { ...process.env, HOME: folder, PI_CONFIG: config, ORIGINAL_RECIPIENT: address }
  const inbox = join(folder, 'devel')
  const newsgroup = 'org.example.devel'
  const args = ['-V2', '--ng', newsgroup, 'devel', inbox, 'http://127.0.0.1/devel', address]
  execFileSync('public-inbox-init', args, { env, stdio: 'pipe' })
  writeFileSync(config, '\n[publicinboxmda]\n\tspamcheck = none\n', { flag: 'a' })
  return {
    folder: inbox,
    newsgroup,
    deliver(mail) {
      execFileSync('public-inbox-mda', ['--no-precheck'], {
        env,
        input: mail,
        stdio: ['pipe', 'pipe', 'pipe'],
      })
    },
    async serve() {
      const [port = 0] = await freePorts(1)
      const server = spawn('public-inbox-imapd', ['-l', `imap://127.0.0.1:${port}`], {
        env,
        detached: true,
        stdio: 'ignore',
      })
      await once(server, 'spawn')
      const ended = once(server, 'exit')
      const stop = async () => {
        if (server.exitCode === null && server.pid) process.kill(-server.pid, 'SIGKILL')
        await ended
      }
      return { port, stop }
    },
  }
}
