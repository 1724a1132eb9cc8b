// `dibs notices` as an operator meets it: who would be told what on a day, in which words, and why somebody is not.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'
import { mboxOf, rawMail } from '../support/mail.ts'

const main = join(resolve(import.meta.dirname, '../..'), 'src/main.ts')
const folder = temporaryFolder()

function dibs(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, NO_COLOR: '1', COLUMNS: '120' }
  return spawnSync(process.execPath, [main, '--config', join(folder, 'dibs.yaml'), ...args], {
    env,
    encoding: 'utf8',
    cwd: folder,
  })
}

beforeAll(() => {
  writeFileSync(
    join(folder, 'dibs.yaml'),
    `bot: { address: dibs@example.org, watch_from: 2025-01-01T00:00:00Z }
operator: { address: operator@example.org }
lists:
  - id: skiff-devel
    list_id: [skiff-devel.lists.example.org]
    addresses: [skiff-devel@lists.example.org]
    archive: https://lists.example.org/{message_id}
    notices: [reminder]
`,
  )
  writeFileSync(
    join(folder, 'catalogue.yaml'),
    'catalogue: Skiff\nentries:\n  - id: virtio-sound-backend\n    title: Virtio sound backend\n',
  )
  const claim = rawMail({
    id: 'claim@example.org',
    from: 'Ada Example <ada@example.org>',
    subject: 'Virtio sound backend',
    body: 'Hi,\n\nI have started working on the virtio sound backend.\n\nAda\n',
    date: Date.parse('2025-03-03T10:00:00Z'),
    headers: [['List-Id', '<skiff-devel.lists.example.org>']],
  })
  const answer = rawMail({
    id: 'answer@example.org',
    from: 'Mia Example <mia@example.org>',
    subject: 'Re: Virtio sound backend',
    inReplyTo: 'claim@example.org',
    body: 'Welcome.\n',
    date: Date.parse('2025-03-04T10:00:00Z'),
    headers: [['List-Id', '<skiff-devel.lists.example.org>']],
  })
  writeFileSync(join(folder, 'mail.mbox'), mboxOf([claim, answer]))
  expect(dibs('catalogue', 'import', 'catalogue.yaml').status).toBe(0)
  expect(dibs('replay', 'mail.mbox').status).toBe(0)
})

describe('dibs notices', () => {
  it('names what is due on a day, and why nobody is told', () => {
    const { stdout, status } = dibs('notices', '--at', '2025-04-20')
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^2025-04-15 {2}reminder +ada@example\.org +virtio-sound-backend +on from the next start$/m,
    )
    expect(stdout).toContain('1 thing due: 0 to be said, 0 passed over')
  })
  it('says nothing of a day on which nothing is due', () => {
    expect(dibs('notices', '--at', '2025-04-14').stdout).toBe('0 things due: 0 to be said, 0 passed over\n')
  })
  it('shows the words, for one kind', () => {
    const { stdout } = dibs('notices', '--at', '2025-04-20', '--kind', 'reminder', '--mails')
    expect(stdout).toContain('To: ada@example.org\nSubject: [Dibs] Still working on Virtio sound backend?\n')
    expect(stdout).toContain('"I have started working on the virtio sound backend."')
    expect(stdout).toContain('https://lists.example.org/claim%40example.org')
    expect(stdout).toMatch(/^1 mail$/m)
    expect(dibs('notices', '--at', '2025-04-20', '--kind', 'hint', '--mails').stdout).toBe('0 mails\n')
  })
  it('gives all of it as JSON', () => {
    const { notices } = JSON.parse(dibs('notices', '--at', '2025-04-20', '--json').stdout)
    expect(notices).toMatchObject([
      {
        kind: 'reminder',
        list: 'skiff-devel',
        entry: 'virtio-sound-backend',
        to: { address: 'ada@example.org' },
        due: '2025-04-15T10:00:00Z',
        refusal: 'switched-off',
        outbox: null,
        evidence: { source: 'claim@example.org' },
      },
    ])
  })
  it.each([
    [['--kind', 'nagging'], /Allowed choices are second-claim, waiting-for-answer, reminder, hint, stalled/],
    [['--list', 'other'], /^dibs: --list other: no watched list; they are skiff-devel$/m],
    [['--at', 'soon'], /^dibs: --at soon: not a date/m],
  ])('refuses %j', (args, words) => {
    const { stderr, status } = dibs('notices', ...args)
    expect(stderr).toMatch(words)
    expect(status).toBe(2)
  })
  it('is counted by the doctor', () => {
    expect(dibs('doctor').stdout).toMatch(/^ok {4}notices: skiff-devel: reminder$/m)
  })
})
