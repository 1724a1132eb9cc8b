// The command line as an operator meets it: what each wrong input is told, in one line, with the right exit code.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/adapters/store/open-store.ts'
import { temporaryFolder } from '../support/folder.ts'
import { freePorts } from '../support/free-port.ts'
import { mboxOf, rawMail, someMails } from '../support/mail.ts'
import { until } from '../support/until.ts'

const root = resolve(import.meta.dirname, '../..')

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function dibs(
  args: readonly string[],
  options: { cwd?: string; input?: string | Uint8Array; env?: Record<string, string> } = {},
): Ran {
  const { REDIS_URL: _ours, ...inherited } = process.env
  const ran = spawnSync(process.execPath, [join(root, 'src/main.ts'), ...args], {
    env: { ...inherited, NO_COLOR: '1', ...options.env },
    encoding: 'utf8',
    cwd: options.cwd ?? temporaryFolder(),
    ...(options.input === undefined ? {} : { input: options.input }),
  })
  return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr }
}

const CATALOGUE = `catalogue: Skiff\nentries:\n  - id: virtio-sound-backend\n    title: Virtio sound backend\n`
const LIST_ID: readonly [string, string] = ['List-Id', '<skiff-devel.lists.example.org>']
const CLAIM = rawMail({
  id: 'claim@example.org',
  subject: 'Virtio sound backend',
  body: 'Hi,\n\nI have started working on the virtio sound backend.\n\nAda\n',
  headers: [LIST_ID],
})

function config(extra = ''): { folder: string; file: string } {
  const folder = temporaryFolder()
  const file = join(folder, 'dibs.yaml')
  const text = `bot: { address: dibs@example.org }\noperator: { address: operator@example.org }\nlists:\n  - id: skiff-devel\n    list_id: [skiff-devel.lists.example.org]\n    addresses: [skiff-devel@lists.example.org]\n${extra}`
  writeFileSync(file, text)
  return { folder, file }
}

/** A refusal is one line that starts with the program's name, and never a stack trace. */
function oneLine(ran: Ran, status: number, pattern: RegExp): void {
  expect(ran.stderr).not.toMatch(/^\s+at .*\(/m)
  const lines = ran.stderr
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('dibs: '))
  expect(lines.join('\n')).toMatch(pattern)
  expect(ran.status).toBe(status)
}

describe('wrong usage', () => {
  it('shows the version, and help with examples', () => {
    expect(dibs(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    const help = dibs(['replay', '--help'])
    expect(help.status).toBe(0)
    expect(help.stdout).toContain('Example:')
  })

  it('refuses an unknown command and an unknown option with exit 2', () => {
    expect(dibs(['frobnicate']).status).toBe(2)
    expect(dibs(['status', '--frob']).status).toBe(2)
  })

  it('says that a configuration is missing, and what to do', () => {
    oneLine(
      dibs(['run']),
      2,
      /^dibs: no configuration: config\/dibs\.yaml is missing; copy config\/dibs\.example\.yaml/,
    )
    oneLine(dibs(['run', '--config', 'nowhere.yaml']), 2, /^dibs: nowhere\.yaml:1: no such file/)
  })

  it('names file, line and mend of a broken configuration', () => {
    const { file } = config('outgoing: { policy: sned }\n')
    oneLine(dibs(['status', '--config', file]), 2, /dibs\.yaml:7: outgoing\.policy: expected one of/)
  })

  it('refuses an unknown list, entry, date, week and outbox row by name', () => {
    const { file } = config()
    const mbox = join(temporaryFolder(), 'a.mbox')
    writeFileSync(mbox, mboxOf([CLAIM]))
    expect(dibs(['catalogue', 'import', '--config', file, catalogueFile()]).status).toBe(0)
    oneLine(
      dibs(['replay', '--config', file, '--list', 'other', mbox]),
      2,
      /--list other: no such list; the configuration knows skiff-devel/,
    )
    oneLine(
      dibs(['digest', '--config', file, '--list', 'other']),
      2,
      /"other" is no watched list; they are skiff-devel/,
    )
    oneLine(dibs(['digest', '--config', file, '--week', '2026-W60']), 2, /2026-W60/)
    oneLine(dibs(['status', '--config', file, 'nothing']), 2, /no entry "nothing"/)
    oneLine(
      dibs(['status', '--config', file, '--at', 'yesterday']),
      2,
      /--at yesterday: not a date; write 2014-05-01/,
    )
    oneLine(dibs(['outbox', 'release', '--config', file, 'x1']), 2, /x1: no such mail in the outbox/)
    oneLine(dibs(['quarantine', 'retry', '--config', file, 'x1']), 2, /x1: no such mail in quarantine/)
  })
})

function catalogueFile(): string {
  const file = join(temporaryFolder(), 'catalogue.yaml')
  writeFileSync(file, CATALOGUE)
  return file
}

describe('archives', () => {
  it('are read from stdin, and say what was understood', () => {
    const ran = dibs(['scan', '--json', '--catalogue', catalogueFile(), '-'], { input: mboxOf([CLAIM]) })
    expect(ran.status).toBe(0)
    const report = JSON.parse(ran.stdout) as {
      message_id: string
      entry: string
      signals: { type: string; entry: string }[]
    }
    expect(report.message_id).toBe('claim@example.org')
    expect(report.signals.map(({ type, entry }) => ({ type, entry }))).toEqual([
      { type: 'claim', entry: 'virtio-sound-backend' },
    ])
  })

  it('that are no mail at all are refused in a line, and lose nothing that was read', () => {
    const junk = join(temporaryFolder(), 'junk.mbox')
    writeFileSync(junk, Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)))
    const data = temporaryFolder()
    const ran = dibs(['replay', '--data', data, junk])
    expect(ran.stderr).toMatch(/junk\.mbox/)
    expect([0, 1]).toContain(ran.status)
    expect(ran.stderr).not.toMatch(/^\s+at /m)
    oneLine(dibs(['replay', '--data', data, join(data, 'missing.mbox')]), 1, /missing\.mbox/)
  })

  it('keep mail without Message-ID, Date and From, and quarantine what is no mail', async () => {
    const data = temporaryFolder()
    const folder = temporaryFolder()
    writeFileSync(
      join(folder, 'bare.eml'),
      'List-Id: <skiff-devel.lists.example.org>\nSubject: bare\n\nno id, no date, no sender\n',
    )
    writeFileSync(join(folder, 'empty.eml'), '')
    writeFileSync(
      join(folder, 'large.eml'),
      `List-Id: <skiff-devel.lists.example.org>\nMessage-ID: <large@example.org>\nFrom: a@example.org\nSubject: large\n\n${'x'.repeat(76)}\n`.padEnd(
        20 * 1024 * 1024,
        'y',
      ),
    )
    const ran = dibs(['replay', '--data', data, '--json', folder])
    expect(JSON.parse(ran.stdout)).toMatchObject({ mails: 3, messages: 2, quarantined: 1 })
    const store = await openStore({ folder: data, readOnly: true })
    expect((await store.quarantined())[0]?.reason).toBe('the mail is empty')
    await store.close()
    const scan = dibs(['scan', '--json', folder])
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { error: string | null })
    expect(scan).toHaveLength(3)
    expect(scan.filter((report) => report.error !== null)).toHaveLength(1)
  })

  it('are resumed: what was read is not read again', () => {
    const data = temporaryFolder()
    const mbox = join(temporaryFolder(), 'a.mbox')
    writeFileSync(mbox, mboxOf(someMails(50, { headers: [LIST_ID] })))
    expect(JSON.parse(dibs(['replay', '--data', data, '--json', mbox]).stdout)).toMatchObject({
      mails: 50,
      messages: 50,
    })
    expect(JSON.parse(dibs(['replay', '--data', data, '--json', mbox]).stdout)).toMatchObject({
      mails: 0,
      messages: 0,
    })
    const outbox = dibs(['outbox', '--data', data, '--json'])
    expect(JSON.parse(outbox.stdout)).toEqual([])
  })
})

describe('the data folder', () => {
  it('that cannot be written is refused in a line', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    oneLine(
      dibs(['replay', '--data', join(folder, 'file', 'data'), join(folder, 'file')]),
      1,
      /making the data folder: ENOTDIR/,
    )
  })

  it('that holds no store yet is told apart from an empty one', () => {
    const ran = dibs(['status', '--data', join(temporaryFolder(), 'none')])
    expect(ran.status).not.toBe(0)
    expect(ran.stderr).toMatch(/^dibs: /)
  })
})

describe('servers that are not there', () => {
  let port: number
  beforeAll(async () => {
    ;[port = 0] = await freePorts(1)
  })

  it('are told by doctor, each with its part, and exit 1', () => {
    const { file } = config(
      `sources:\n  - { kind: imap, host: 127.0.0.1, port: ${port}, user: a, password: "\${PW}" }\noutgoing:\n  smtp: { host: 127.0.0.1, port: ${port} }\n`,
    )
    const ran = dibs(['doctor', '--config', file], { env: { PW: 'canary-password' } })
    expect(ran.stdout).toMatch(/FAIL {2}source a@127\.0\.0\.1\/INBOX: .*ECONNREFUSED/)
    expect(ran.stdout).toMatch(/FAIL {2}smtp 127\.0\.0\.1:\d+: /)
    expect(ran.stdout).toMatch(/ok {4}redis: /)
    expect(ran.stdout + ran.stderr).not.toContain('canary-password')
    expect(ran.status).toBe(1)
  })

  it('an entry with rules of its own that no catalogue knows is told by doctor', () => {
    const { folder, file } = config(
      'catalogues: [catalogue.yaml]\nentries:\n  - { entry: virtio-sound-backend, policy: { capacity: 2 } }\n  - { entry: no-such-thing, policy: { capacity: 0 } }\n',
    )
    writeFileSync(join(folder, 'catalogue.yaml'), CATALOGUE)
    expect(dibs(['run', '--once', '--config', file]).status).toBe(0)
    const ran = dibs(['doctor', '--config', file])
    expect(ran.stdout).toMatch(/FAIL {2}entries: no-such-thing: no such entry/)
    expect(ran.status).toBe(1)
  })

  it('a Redis that is not there ends `dibs run` with a line and exit 1', () => {
    const { file } = config()
    oneLine(
      dibs(['run', '--once', '--config', file], { env: { REDIS_URL: `redis://127.0.0.1:${port}/0` } }),
      1,
      /redis/i,
    )
  })

  it('an IMAP server that is not there does not keep `dibs run` from its other work', () => {
    const { folder, file } = config(
      `sources:\n  - { kind: imap, host: 127.0.0.1, port: ${port}, user: a, password: "\${PW}" }\n  - { kind: eml, path: mails }\ncatalogues: [catalogue.yaml]\n`,
    )
    mkdirSync(join(folder, 'mails'))
    writeFileSync(join(folder, 'mails', 'claim.eml'), CLAIM)
    writeFileSync(join(folder, 'catalogue.yaml'), CATALOGUE)
    const ran = dibs(['run', '--once', '--config', file], { env: { PW: 'canary-password' } })
    expect(ran.status).toBe(0)
    expect(ran.stderr).toMatch(/ECONNREFUSED/)
    expect(ran.stdout + ran.stderr).not.toContain('canary-password')
    expect(
      JSON.parse(dibs(['status', '--json', '--config', file], { env: { PW: 'x' } }).stdout)[0].claims[0].who
        .address,
    ).toBe('ada@example.org')
  })
})

describe('a second process', () => {
  it('is told who writes, reads beside it, and has its acts done by it', async () => {
    const { folder, file } = config('catalogues: [catalogue.yaml]\n')
    writeFileSync(join(folder, 'catalogue.yaml'), CATALOGUE)
    const bot = spawn(process.execPath, [join(root, 'src/main.ts'), '--config', file, 'run'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let log = ''
    bot.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString('utf8')
    })
    try {
      await until('the bot to watch', () => log.includes('"msg":"watching"'), 20_000)
      oneLine(dibs(['rebuild', '--config', file]), 1, /another dibs \(pid \d+\) writes to this data folder/)
      expect(dibs(['status', '--config', file]).stdout).toContain('virtio-sound-backend')
      expect(dibs(['outbox', 'stop', '--config', file]).stdout).toBe('the outbox is stopped\n')
      expect(dibs(['outbox', '--config', file]).stdout).toContain('the outbox is stopped')
    } finally {
      bot.kill('SIGTERM')
      await new Promise((resolve) => bot.once('exit', resolve))
    }
  })
})

describe('what an operator asks beside the lists', () => {
  const { folder, file } = config('catalogues: [catalogue.yaml]\ntemplates: words\n')
  const data = join(folder, 'state')
  mkdirSync(join(folder, 'words'))
  const ask = (args: readonly string[], input?: string | Uint8Array): Ran =>
    dibs([...args, '--config', file, '--data', data], input === undefined ? {} : { input })

  beforeAll(() => {
    writeFileSync(join(folder, 'catalogue.yaml'), CATALOGUE)
    expect(ask(['catalogue', 'import', join(folder, 'catalogue.yaml')]).status).toBe(0)
  })

  it('a backup holds the state, and restoring brings it back', () => {
    const copy = join(folder, 'copy.db')
    expect(ask(['backup', copy]).status).toBe(0)
    expect(ask(['replay', '-'], mboxOf([CLAIM])).status).toBe(0)
    expect(ask(['list']).stdout).toContain('Ada Example')
    const restored = ask(['restore', copy])
    expect(restored.stdout).toContain('dibs.db.replaced')
    expect(ask(['list']).stdout).toMatch(/^open +virtio-sound-backend$/m)
    oneLine(ask(['restore', file]), 1, /^dibs: .*dibs\.yaml/)
  })

  it('a mail of 8-bit bytes on stdin is explained as those bytes say', () => {
    const raw = Buffer.concat([
      Buffer.from('From: A <a@example.org>\nMessage-ID: <l1@example.org>\nSubject: x\n'),
      Buffer.from(
        'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\nGr\xfc\xdfe\n',
        'latin1',
      ),
    ])
    expect(dibs(['explain', '-'], { input: raw }).stdout).toContain('Gr\u00fc\u00dfe')
  })

  it('an answer is previewed for whoever is said to ask', () => {
    const answer = ask(['mail', '--as', 'jane@example.net'], 'status virtio')
    expect(answer.stdout).toMatch(/^To: jane@example\.net$/m)
    expect(answer.stdout).toContain('Virtio sound backend')
    oneLine(ask(['mail', '--as', 'jane'], 'help'), 2, /--as jane: not an address/)
  })

  it('templates are checked by name and line, and a broken one stops `dibs run` at once', () => {
    expect(ask(['templates', 'check']).stdout).toMatch(/^\d+ templates, all well\n$/)
    writeFileSync(join(folder, 'words', 'answer.text.eta'), 'Hello\n<%= it.nothing %>\n')
    const checked = ask(['templates', 'check'])
    expect(checked.stdout).toMatch(/^answer\.text\.eta:2: /m)
    expect(checked.status).toBe(1)
    oneLine(ask(['run', '--once']), 2, /^dibs: templates: answer\.text\.eta:2: /)
  })

  it('output that nobody reads to its end is no failure', () => {
    const line = `"${process.execPath}" "${join(root, 'src/main.ts')}" --help; echo "exit $?" >&2`
    const ran = spawnSync('sh', ['-c', `{ ${line}; } | true`], { encoding: 'utf8' })
    expect(ran.stderr).toBe('exit 0\n')
  })
})
