// `dibs trial` on an archive: the rows past digests would have held, and what wrong use is told.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'
import { type MailParts, mboxOf, rawMail } from '../support/mail.ts'

const main = resolve(import.meta.dirname, '../../src/main.ts')
const CATALOGUE = `catalogue: Skiff
entries:
  - id: virtio-sound-backend
    title: Virtio sound backend
  - id: tide-table-importer
    title: Importer of printed tide tables
`
const headers: MailParts['headers'] = [['List-Id', '<skiff-devel.lists.example.org>']]
const DAY = 86_400_000
const END = Date.UTC(2025, 5, 30, 12)

const mails = [
  rawMail({
    id: 'old@example.org',
    headers,
    date: END - 80 * 7 * DAY,
    subject: 'Importer of printed tide tables',
    body: 'Hi,\n\nI have started working on the importer of printed tide tables.\n\nAda\n',
  }),
  rawMail({
    id: 'claim@example.org',
    headers,
    date: END - 20 * DAY,
    from: 'Cyd Example <cyd@example.org>',
    subject: 'Virtio sound backend',
    body: 'Hi,\n\nI have started working on the virtio sound backend.\n\nCyd\n',
  }),
  rawMail({
    id: 'interest@example.org',
    headers,
    date: END - 3 * DAY,
    from: 'Bob Example <bob@example.org>',
    subject: 'Importer of printed tide tables',
    body: 'Hello,\n\nI am interested in the "Importer of printed tide tables" project and would like to work on it.\n\nBob\n',
  }),
  rawMail({ id: 'other@example.org', headers, date: END, subject: 'Mooring', body: 'The boat drifts.\n' }),
]

const folder = temporaryFolder()
const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [main, 'trial', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })

beforeAll(() => {
  writeFileSync(join(folder, 'skiff.yaml'), CATALOGUE)
  writeFileSync(join(folder, 'skiff.mbox'), mboxOf(mails))
})

describe('dibs trial', () => {
  test('writes a page with the claim and the interest of the last year, each with its sentence', () => {
    const { status, stdout } = run('--catalogue', 'skiff.yaml', '--html', 'trial.html', 'skiff.mbox')
    expect(status).toBe(0)
    expect(stdout).toContain('4 mails read, 2 rows')
    const html = readFileSync(join(folder, 'trial.html'), 'utf8')
    const rows = [...html.matchAll(/<div class="row"[\s\S]*?<\/blockquote>/g)].map(([text]) =>
      text
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    expect(rows).toEqual([
      'wrong Cyd Example &lt;cyd@example.org&gt; claims Virtio sound backend I have started working on the virtio sound backend.',
      expect.stringMatching(
        /^wrong Bob Example &lt;bob@example.org&gt; is interested in Importer of printed tide tables I am interested in/,
      ),
    ])
  })

  test('goes further back when asked to', () => {
    const { stdout } = run('--catalogue', 'skiff.yaml', '--html', 'long.html', '--weeks', '100', 'skiff.mbox')
    expect(stdout).toContain('4 mails read, 3 rows')
  })

  test.each([
    ['without a catalogue', ['--html', 'x.html', 'skiff.mbox'], 2, /no catalogue.*--catalogue FILE/],
    ['without a page to write', ['--catalogue', 'skiff.yaml', 'skiff.mbox'], 2, /--html/],
    [
      'with weeks that are no number',
      ['--catalogue', 'skiff.yaml', '--html', 'x.html', '--weeks', 'many', 'skiff.mbox'],
      2,
      /--weeks many/,
    ],
    [
      'with an archive that is not there',
      ['--catalogue', 'skiff.yaml', '--html', 'x.html', 'gone.mbox'],
      1,
      /gone\.mbox/,
    ],
    [
      'with a page that cannot be written',
      ['--catalogue', 'skiff.yaml', '--html', 'no/such/folder/x.html', 'skiff.mbox'],
      1,
      /no\/such\/folder/,
    ],
  ])('%s: one line and the right exit code', (_, args, exit, words) => {
    const { status, stderr } = run(...args)
    expect(stderr).toMatch(words)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(status).toBe(exit)
    expect(existsSync(join(folder, 'x.html'))).toBe(false)
  })
})
