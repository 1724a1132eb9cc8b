// `dibs catalogue` as an operator meets it: real processes, a real store, a real web server.
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'
import { until } from '../support/until.ts'

const root = resolve(import.meta.dirname, '../..')
const harbour = (name: string) => join(root, 'tests/catalogues/harbour', name)

function dibs(
  data: string,
  args: readonly string[],
  input = '',
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'src/main.ts'), '--data', data, 'catalogue', ...args], {
      env: { ...process.env, NO_COLOR: '1' },
      cwd: temporaryFolder(),
    })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk) => (stdout += chunk))
    child.stderr.on('data', (chunk) => (stderr += chunk))
    child.on('close', (status) => done({ status, stdout, stderr }))
    child.stdin.end(input)
  })
}

function file(text: string, name = 'ideas.yaml'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, text)
  return path
}

describe('dibs catalogue', () => {
  it('imports every record as read, shows the merged, exports and reads its own export', async () => {
    const data = temporaryFolder()
    const imported = await dibs(data, [
      'import',
      '--json',
      harbour('harbour.txt'),
      harbour('harbour.wikitext'),
    ])
    expect(JSON.parse(imported.stdout).entries).toHaveLength(25)
    const shown = JSON.parse((await dibs(data, ['show', '--json'])).stdout)
    expect(shown.entries).toHaveLength(13)
    const exported = await dibs(data, ['export', '--format', 'yaml'])
    const again = temporaryFolder()
    await dibs(again, ['import', '-'], exported.stdout)
    expect(JSON.parse((await dibs(again, ['show', '--json'])).stdout)).toEqual(shown)
  })

  it('refuses an import that would lose more than a third, unless forced', async () => {
    const data = temporaryFolder()
    await dibs(data, ['import', file('entries: [{title: A}, {title: B}, {title: C}]')])
    const refused = await dibs(data, ['import', file('entries: [{title: A}]')])
    expect([refused.status, refused.stderr]).toEqual([
      1,
      expect.stringContaining('2 of 3 known entries would go (B; C)'),
    ])
    expect(JSON.parse((await dibs(data, ['show', '--json'])).stdout).entries).toHaveLength(3)
    expect((await dibs(data, ['import', '--force', file('entries: [{title: A}]')])).stdout).toContain(
      'has 1 entries',
    )
  })

  it('check: exit 1 with errors, 0 with warnings only', async () => {
    const bad = await dibs(temporaryFolder(), [
      'check',
      '--json',
      file('entries:\n  - title: A\n    state: gone\n'),
    ])
    expect([bad.status, JSON.parse(bad.stdout).findings[0]]).toMatchObject([
      1,
      { level: 'error', code: 'bad-entry', page: 'ideas.yaml', line: 2 },
    ])
    const good = await dibs(temporaryFolder(), ['check', file('entries: [{title: A}]')])
    expect([good.status, good.stdout]).toEqual([
      0,
      expect.stringMatching(/no-contact[\s\S]*0 errors, 2 warnings/),
    ])
  })

  it('settles by command, and the settlement outlives the next import', async () => {
    const data = temporaryFolder()
    await dibs(data, ['import', file('entries: [{title: Old pump}, {title: New pump}]')])
    expect((await dibs(data, ['merge', 'new-pump', 'old-pump'])).stdout).toContain('has 1 entries')
    await dibs(data, ['import', file('entries: [{title: Old pump}, {title: New pump}, {title: Third}]')])
    const ids = JSON.parse((await dibs(data, ['show', '--json'])).stdout).entries.map(
      (entry: { id: string }) => entry.id,
    )
    expect(ids).toEqual(['new-pump', 'third'])
  })

  it('diff says in words what changed', async () => {
    const ran = await dibs(temporaryFolder(), [
      'diff',
      file('entries: [{title: A, difficulty: High}]'),
      file('entries: [{title: A, difficulty: Low}]'),
    ])
    expect(ran.stdout).toBe('A: difficulty High → Low\n1 changes\n')
  })

  it('fetches a page once, and asks again only whether it changed', async () => {
    const seen: (string | undefined)[] = []
    const server = createServer((request, response) => {
      seen.push(request.headers['if-none-match'])
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
      else
        response
          .writeHead(200, { etag: '"1"', 'content-type': 'text/html' })
          .end(readFileSync(harbour('harbour.html')))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/wiki/Harbour_ideas`
    const data = temporaryFolder()
    expect((await dibs(data, ['import', url])).stdout).toBe('read 13 records; the catalogue has 13 entries\n')
    expect((await dibs(data, ['import', url])).stdout).toBe(
      'read 13 records, nothing new; the catalogue has 13 entries\n',
    )
    expect(seen).toEqual([undefined, '"1"'])
    await new Promise((done) => server.close(done))
  })

  it('--format forces a reader, from a file, from stdin and from a page', async () => {
    const text = '### Dredge the basin\n\n_Difficulty_: High\n'
    const server = createServer((_, response) => response.end(text))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/raw/ideas`
    const titles = async (source: string, format: string, input = '') => {
      const ran = await dibs(temporaryFolder(), ['import', '--json', '--format', format, source], input)
      return ran.status === 0
        ? JSON.parse(ran.stdout).entries.map((entry: { title: string }) => entry.title)
        : ran.stderr.trim().split('\n').at(-1)
    }
    expect(await titles(file(text, 'ideas.txt'), 'markdown')).toEqual(['Dredge the basin'])
    expect(await titles('-', 'markdown', text)).toEqual(['Dredge the basin'])
    expect(await titles(url, 'markdown')).toEqual(['Dredge the basin'])
    for (const source of [file(text, 'ideas.txt'), '-', url])
      expect(await titles(source, 'wikitext', text)).toContain('no projects found')
    await new Promise((done) => server.close(done))
  })

  it('a wiki that answers in parts is read to its end', async () => {
    const server = createServer((request, response) => {
      const second = new URL(request.url ?? '', 'http://wiki.example.org').searchParams.has('rvcontinue')
      const content = `{{project|Project=${second ? 'Second' : 'First'} basin|Desc=x}}`
      const page = { pageid: second ? 2 : 1, title: second ? 'B' : 'A', revisions: [{ revid: 1, content }] }
      const more = second ? {} : { continue: { rvcontinue: '2', continue: '||' } }
      response.end(JSON.stringify({ ...more, query: { pages: [page] } }))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api.php?titles=A|B`
    const ran = await dibs(temporaryFolder(), ['import', '--json', url])
    const { entries, warnings } = JSON.parse(ran.stdout)
    expect(
      entries.map((entry: { title: string; source: { page: string } }) => [entry.title, entry.source.page]),
    ).toEqual([
      ['First basin', 'A'],
      ['Second basin', 'B'],
    ])
    expect(warnings).toEqual([])
    await new Promise((done) => server.close(done))
  })

  it('a reader of the output that has seen enough ends it quietly', async () => {
    const data = temporaryFolder()
    const many = Array.from(
      { length: 300 },
      (_, n) => `  - { title: Basin ${n}, description: ${'x'.repeat(2000)} }`,
    )
    await dibs(data, ['import', file(`entries:\n${many.join('\n')}\n`)])
    const child = spawn(
      process.execPath,
      [join(root, 'src/main.ts'), '--data', data, 'catalogue', 'export'],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let stderr = ''
    child.stderr.on('data', (chunk) => (stderr += chunk))
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((done) => child.once('close', done))
    expect([status, stderr]).toEqual([0, ''])
  })

  it('what changes the catalogue is done by the bot that holds the store', async () => {
    const folder = temporaryFolder()
    const config = join(folder, 'dibs.yaml')
    writeFileSync(
      config,
      'bot: { address: dibs@example.org }\noperator: { address: operator@example.org }\nlists:\n  - id: tide-devel\n    list_id: [tide-devel.lists.example.org]\n    addresses: [tide-devel@lists.example.org]\n',
    )
    const { REDIS_URL: _ours, ...env } = process.env
    const bot = spawn(process.execPath, [join(root, 'src/main.ts'), '--config', config, 'run'], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let log = ''
    bot.stderr.on('data', (chunk) => (log += chunk))
    const beside = (...args: string[]) =>
      spawnSync(process.execPath, [join(root, 'src/main.ts'), '--config', config, 'catalogue', ...args], {
        encoding: 'utf8',
        cwd: folder,
        input: '',
      })
    try {
      await until('the bot to watch', () => log.includes('"msg":"watching"'), 30_000)
      writeFileSync(join(folder, 'ideas.yaml'), 'entries: [{title: A}, {title: B}, {title: C}]')
      expect(beside('import', 'ideas.yaml').stdout).toBe('read 3 records; the catalogue has 3 entries\n')
      expect(JSON.parse(beside('import', '--json', 'ideas.yaml').stdout).entries).toHaveLength(3)
      expect(beside('merge', 'a', 'b').stdout).toContain('the catalogue has 2 entries')
      writeFileSync(join(folder, 'ideas.yaml'), 'entries: [{title: A}]')
      const refused = beside('import', 'ideas.yaml')
      expect([refused.status, refused.stderr]).toEqual([
        1,
        expect.stringContaining('2 of 3 known entries would go'),
      ])
      expect(beside('import', '-').stderr).toContain('save the text as a file')
      expect(JSON.parse(beside('show', '--json').stdout).entries).toHaveLength(2)
    } finally {
      bot.kill('SIGTERM')
      await new Promise((done) => bot.once('exit', done))
    }
  }, 60_000)

  it('what is no catalogue gets one line and exit 1', async () => {
    const ran = await dibs(temporaryFolder(), ['import', file('Nothing here.\n', 'notes.txt')])
    expect([ran.status, ran.stderr.trim().split('\n')]).toEqual([
      1,
      [expect.stringContaining('no projects found')],
    ])
  })
})
