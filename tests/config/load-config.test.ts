import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkConfig, loadConfig, problemLine } from '../../src/config/load-config.ts'

const GOOD = `bot:
  address: dibs@example.org
operator:
  address: operator@example.org
lists:
  - id: skiff-devel
    addresses: [skiff-devel@lists.example.org]
`

function problems(text: string, env: Record<string, string> = {}): string[] {
  const loaded = checkConfig(text, 'dibs.yaml', env)
  return loaded.ok ? [] : loaded.problems.map(problemLine)
}

describe('a configuration', () => {
  it('is taken with its defaults when the least is said', () => {
    const loaded = checkConfig(GOOD, 'dibs.yaml', {})
    expect(loaded.ok && loaded.config.outgoing.policy).toBe('preview')
    expect(loaded.ok && loaded.config.lists[0]?.digest.to).toBe('operator')
    expect(loaded.ok && loaded.config.lists[0]?.notices).toEqual([])
    expect(loaded.ok && loaded.config.policy.reminder_weeks).toBe(6)
  })

  const cases: readonly [string, string, RegExp][] = [
    [
      'an unknown setting',
      GOOD.replace('operator:', 'operater:'),
      /^dibs\.yaml:3: operater: no such setting/,
    ],
    [
      'a missing setting',
      GOOD.replace('  address: operator@example.org\n', '  {}\n'),
      /^dibs\.yaml:\d: operator\.address: is missing; expected string/,
    ],
    [
      'a broken address',
      GOOD.replace('address: dibs@example.org', 'address: Dibs <dibs@example.org>'),
      /^dibs\.yaml:2: bot\.address: expected one mail address/,
    ],
    ['a broken YAML text', 'bot: [', /^dibs\.yaml:1: not YAML: /],
    ['an empty file', '', /^dibs\.yaml:1: bot: is missing/],
    [
      'an archive without place for the id',
      `${GOOD}    archive: https://lists.example.org/\n`,
      /^dibs\.yaml:8: lists\.0\.archive: expected an http\(s\) URL with \{message_id\}/,
    ],
    [
      'a value that is not offered',
      `${GOOD}outgoing:\n  policy: sned\n`,
      /^dibs\.yaml:9: outgoing\.policy: expected one of "preview"\|"send"/,
    ],
    ...['mondays', '0 9 * *', '0 25 * * *', ''].map((schedule): [string, string, RegExp] => [
      `the schedule "${schedule}"`,
      `${GOOD}    digest: { schedule: "${schedule}" }\n`,
      /^dibs\.yaml:8: lists\.0\.digest\.schedule: expected a cron pattern such as 0 9 \* \* 1/,
    ]),
    [
      'a time zone nobody knows',
      `${GOOD}    digest: { time_zone: Mars/Olympus }\n`,
      /^dibs\.yaml:8: lists\.0\.digest\.time_zone: expected an IANA time zone/,
    ],
    [
      'a kind of notice there is not',
      `${GOOD}    notices: [reminder, nagging]\n`,
      /^dibs\.yaml:8: lists\.0\.notices\.1: expected one of "second-claim"\|.*"reminder"/,
    ],
    [
      'two lists with one address',
      `${GOOD}  - id: other\n    addresses: [skiff-devel@lists.example.org]\n`,
      /^dibs\.yaml:8: lists\.1: address skiff-devel@lists\.example\.org is also that of list skiff-devel/,
    ],
    [
      'a password in the file',
      `${GOOD}sources:\n  - kind: imap\n    host: imap.example.org\n    user: dibs\n    password: hunter2\n`,
      /^dibs\.yaml:12: sources\.0\.password: a secret must not stand in the file/,
    ],
    [
      'an environment variable that is not set',
      `${GOOD}sources:\n  - kind: imap\n    host: imap.example.org\n    user: dibs\n    password: \${DIBS_NOWHERE}\n`,
      /^dibs\.yaml:12: the environment variable DIBS_NOWHERE is not set/,
    ],
    [
      'a list named twice by id',
      GOOD.concat('  - id: skiff-devel\n    addresses: [b@example.org]\n'),
      /id skiff-devel is also that of list skiff-devel/,
    ],
  ]
  for (const [what, text, expected] of cases)
    it(`is refused with file, line and mend for ${what}`, () => {
      expect(problems(text)[0]).toMatch(expected)
    })

  it('takes secrets from the environment', () => {
    const text = `${GOOD}sources:\n  - kind: imap\n    host: imap.example.org\n    user: dibs\n    password: \${DIBS_PASSWORD}\n`
    const loaded = checkConfig(text, 'dibs.yaml', { DIBS_PASSWORD: 'canary' })
    expect(loaded.ok && loaded.config.sources[0]?.kind === 'imap' && loaded.config.sources[0].password).toBe(
      'canary',
    )
  })
})

describe('loading', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dibs-config-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('takes relative paths from the folder of the file', () => {
    const file = join(folder, 'my.yaml')
    writeFileSync(file, `${GOOD}data: ./store\ncatalogues: [pages/a.txt]\n`)
    const loaded = loadConfig(file, {})
    expect(loaded.ok && loaded.config.data).toBe(join(folder, 'store'))
    expect(loaded.ok && loaded.config.catalogues).toEqual([join(folder, 'pages/a.txt')])
  })

  it('says in one line that a file is missing, and what to do', () => {
    const loaded = loadConfig(join(folder, 'none.yaml'), {})
    expect(loaded.ok ? [] : loaded.problems.map(problemLine)).toEqual([
      `${join(folder, 'none.yaml')}:1: no such file; copy config/dibs.example.yaml there and fill it in, or name another with --config`,
    ])
  })

  it('takes the shipped example once its secrets are set', () => {
    const file = resolve(import.meta.dirname, '../../config/dibs.example.yaml')
    const loaded = checkConfig(readFileSync(file, 'utf8'), file, { DIBS_IMAP_PASSWORD: 'x' })
    expect(loaded.ok ? [] : loaded.problems.map(problemLine)).toEqual([])
  })
})
