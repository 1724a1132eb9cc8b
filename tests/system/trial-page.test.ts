// The page of `dibs trial` in a real browser: ticking counts, nothing is loaded, hostile words stay words.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChromium } from '../support/chromium.ts'
import { temporaryFolder } from '../support/folder.ts'
import { mboxOf, rawMail } from '../support/mail.ts'

const main = resolve(import.meta.dirname, '../../src/main.ts')
const DAY = 86_400_000
const END = Date.UTC(2025, 5, 30, 12)
const HOSTILE = '<img src=x onerror=alert(1)><script>document.title="owned"</script>'

const CATALOGUE = `catalogue: Skiff
entries:
  - { id: virtio-sound-backend, title: Virtio sound backend }
  - { id: tide-table-importer, title: Importer of printed tide tables }
  - { id: web-console, title: Web console for guests }
`
const claim = (id: string, days: number, title: string, from: string, more = ''): Uint8Array =>
  rawMail({
    id: `${id}@example.org`,
    from,
    date: END - days * DAY,
    subject: `${title} ${more}`,
    body: `Hi,\n\nI have started working on the ${title.toLowerCase()} project ${more}.\n\nBye\n`,
    headers: [['List-Id', '<skiff-devel.lists.example.org>']],
  })

describe('the trial page', () => {
  let browser: Browser
  let page: Page
  const asked: string[] = []

  beforeAll(async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'skiff.yaml'), CATALOGUE)
    writeFileSync(
      join(folder, 'skiff.mbox'),
      mboxOf([
        claim('a', 30, 'Virtio sound backend', 'Ada Example <ada@example.org>'),
        claim('b', 20, 'Importer of printed tide tables', 'Bob Example <bob@example.org>'),
        claim('c', 10, 'Web console for guests', `"${HOSTILE}" <cyd@example.org>`, HOSTILE),
      ]),
    )
    const html = join(folder, 'trial.html')
    const ran = spawnSync(
      process.execPath,
      [main, 'trial', '--catalogue', 'skiff.yaml', '--html', html, 'skiff.mbox'],
      { cwd: folder, encoding: 'utf8' },
    )
    expect(ran.stderr).not.toMatch(/^\s+at /m)
    browser = await startChromium()
    page = await browser.newPage()
    page.on('request', (request) => asked.push(request.url()))
    page.on('dialog', (dialog) => {
      asked.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    await page.goto(`file://${html}`)
  }, 60_000)
  afterAll(() => browser?.close())

  it('shows every row with its sentence', async () => {
    expect(await page.locator('.row').count()).toBe(3)
    expect(await page.locator('.row blockquote').first().textContent()).toBe(
      'I have started working on the virtio sound backend project .',
    )
  })

  it('counts what is ticked wrong, and says so', async () => {
    expect(await page.locator('#right').textContent()).toBe('3')
    expect(await page.locator('#precision').textContent()).toBe('100 %')
    await page.locator('.row input').nth(1).check()
    expect(await page.locator('#right').textContent()).toBe('2')
    expect(await page.locator('#bad').textContent()).toBe('1')
    expect(await page.locator('#precision').textContent()).toBe('66.7 %')
    expect(await page.locator('#list').inputValue()).toContain('b@example.org')
  })

  it('shows hostile words as words, and loads nothing', async () => {
    expect(await page.title()).toContain('Trial')
    expect(await page.locator('.row').nth(2).textContent()).toContain('onerror=alert(1)')
    expect(await page.locator('img').count()).toBe(0)
    expect(asked).toHaveLength(1)
  })
})
