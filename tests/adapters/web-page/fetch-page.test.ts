// The page fetcher against a real HTTP server.
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { pageFetcher } from '../../../src/adapters/web-page/fetch-page.ts'
import { completeUrl } from '../../../src/adapters/web-page/mediawiki-url.ts'
import { Failure } from '../../../src/ports/failure.ts'

let server: Server | null = null
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((done) => (server ? server.close(done) : done(null)))
  server = null
})

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer)
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/page`
}

const fetcher = pageFetcher('Dibs/test', { milliseconds: 300, bytes: 1000 })

async function failure(url: string): Promise<Failure> {
  const error = await fetcher.fetchPage(url, null).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Failure)
  return error as Failure
}

describe('fetching a page', () => {
  it('names itself, gives text and validators', async () => {
    let agent: string | undefined
    const url = await serve((request, response) => {
      agent = request.headers['user-agent']
      response.writeHead(200, {
        etag: '"1"',
        'last-modified': 'Sat, 01 Mar 2031 00:00:00 GMT',
        'content-type': 'text/html; charset=iso-8859-1',
      })
      response.end(Buffer.from('caf\xe9', 'latin1'))
    })
    expect(await fetcher.fetchPage(url, null)).toEqual({
      kind: 'page',
      text: 'café',
      url,
      validators: { etag: '"1"', lastModified: 'Sat, 01 Mar 2031 00:00:00 GMT' },
    })
    expect(agent).toBe('Dibs/test')
  })

  it('asks with what it knows, and is told that nothing changed', async () => {
    const url = await serve((request, response) => {
      const same =
        request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since'] === 'then'
      response.writeHead(same ? 304 : 200).end()
    })
    expect(await fetcher.fetchPage(url, { etag: '"1"', lastModified: 'then' })).toEqual({ kind: 'unchanged' })
  })

  it('follows a redirect', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/page') response.writeHead(302, { location: '/there' }).end()
      else response.end('here')
    })
    expect(await fetcher.fetchPage(url, null)).toMatchObject({
      text: 'here',
      url: url.replace('/page', '/there'),
    })
  })

  it.each([
    [404, false],
    [410, false],
    [429, true],
    [500, true],
    [503, true],
  ])('status %i: may pass = %s', async (status, transient) => {
    const url = await serve((_, response) => response.writeHead(status).end())
    const error = await failure(url)
    expect([error.transient, error.message]).toEqual([
      transient,
      expect.stringContaining(`the server answered ${status}`),
    ])
  })

  it('refuses what is too large while it arrives', async () => {
    const url = await serve((_, response) => {
      response.on('error', () => undefined)
      for (let n = 0; n < 50; n++) response.write('x'.repeat(100))
      response.end()
    })
    expect(await failure(url)).toMatchObject({
      transient: false,
      message: expect.stringContaining('larger than'),
    })
  })

  it('gives up a server that never ends its answer', async () => {
    const url = await serve((_, response) => {
      response.write('x')
    })
    expect(await failure(url)).toMatchObject({ transient: true, message: expect.stringContaining('0.3 s') })
  })

  it('gives up where nobody listens', async () => {
    expect((await failure('http://127.0.0.1:9/')).transient).toBe(true)
  })

  it('refuses pictures and other schemes', async () => {
    const url = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
    )
    expect((await failure(url)).message).toContain('image/png is no text')
    expect((await failure('file:///etc/hostname')).message).toContain('not an http(s) address')
  })
})

describe('a wiki that answers in parts', () => {
  const wiki = (total: number) => {
    const asked: string[] = []
    const listener: RequestListener = (request, response) => {
      const url = new URL(request.url ?? '', 'http://wiki.example.org')
      asked.push(url.searchParams.get('rvcontinue') ?? 'first')
      const at = Number(url.searchParams.get('rvcontinue') ?? 0)
      const pages = Array.from({ length: total }, (_, n) => ({
        pageid: n + 1,
        title: `P${n}`,
        ...(n === at ? { revisions: [{ revid: n + 100, content: `text ${n}` }] } : {}),
      }))
      const more = at + 1 < total ? { continue: { rvcontinue: String(at + 1), continue: '||' } } : {}
      response.writeHead(200, { etag: '"part"', 'content-type': 'application/json' })
      response.end(JSON.stringify({ ...more, query: { pages } }))
    }
    return { asked, listener }
  }
  const patient = pageFetcher('Dibs/test', { milliseconds: 5000, bytes: 100_000 })
  const fetched = async (listener: RequestListener, rest = '', by = patient) => {
    const page = await by.fetchPage(
      (await serve(listener)).replace('/page', `/api.php?titles=A|B${rest}`),
      null,
    )
    if (page.kind !== 'page') throw new Error('no page')
    return { ...page, answer: JSON.parse(page.text) }
  }

  it('is asked until it has said all; every page comes once, with its text', async () => {
    const { asked, listener } = wiki(3)
    const { answer, validators } = await fetched(listener)
    expect(asked).toEqual(['first', '1', '2'])
    expect([
      answer.continue,
      answer.query.pages.map((page: { revisions: object[] }) => page.revisions),
    ]).toEqual([undefined, [0, 1, 2].map((n) => [{ revid: n + 100, content: `text ${n}` }])])
    expect(validators).toEqual({ etag: null, lastModified: null })
  })

  it('is not asked for ever, and what is left is still said', async () => {
    const { asked, listener } = wiki(30)
    const { answer } = await fetched(listener)
    expect([asked.length, answer.continue.rvcontinue]).toEqual([20, '20'])
  })

  it('is not asked for the history of a page', async () => {
    const { asked, listener } = wiki(3)
    await fetched(listener, '&rvlimit=1')
    expect(asked).toEqual(['first'])
  })

  it('may not be larger in all its parts than one page', async () => {
    const small = pageFetcher('Dibs/test', { milliseconds: 5000, bytes: 1000 })
    await expect(fetched(wiki(10).listener, '', small)).rejects.toThrow('larger than')
  })

  it('that breaks off gives nothing rather than half', async () => {
    const { listener } = wiki(3)
    const breaking: RequestListener = (request, response) =>
      request.url?.includes('rvcontinue=1')
        ? response.end('{"error":{"code":"x"}}')
        : listener(request, response)
    await expect(fetched(breaking)).rejects.toThrow('does not go on')
  })
})

describe('short addresses of a wiki', () => {
  it('are completed to ask for wikitext', () => {
    const url = new URL(completeUrl('https://wiki.example.org/api.php?titles=A|B') ?? '')
    expect([
      url.searchParams.get('titles'),
      url.searchParams.get('prop'),
      url.searchParams.get('format'),
    ]).toEqual(['A|B', 'revisions', 'json'])
  })
  it('any other stays as it is, without its fragment', () => {
    expect(completeUrl('https://wiki.example.org/index.php?title=A#b')).toBe(
      'https://wiki.example.org/index.php?title=A',
    )
  })
})
