// `dibs catalogue` as an operator meets it: real processes, a real store, a real web server.
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'

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
    expect(JSON.parse(imported.stdout).entries).toHaveLength(21)
    const shown = JSON.parse((await dibs(data, ['show', '--json'])).stdout)
    expect(shown.entries).toHaveLength(11)
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
    expect((await dibs(data, ['import', url])).stdout).toBe('read 11 records; the catalogue has 11 entries\n')
    expect((await dibs(data, ['import', url])).stdout).toBe(
      'read 11 records, nothing new; the catalogue has 11 entries\n',
    )
    expect(seen).toEqual([undefined, '"1"'])
    await new Promise((done) => server.close(done))
  })

  it('what is no catalogue gets one line and exit 1', async () => {
    const ran = await dibs(temporaryFolder(), ['import', file('Nothing here.\n', 'notes.txt')])
    expect([ran.status, ran.stderr.trim().split('\n')]).toEqual([
      1,
      [expect.stringContaining('no projects found')],
    ])
  })
})
