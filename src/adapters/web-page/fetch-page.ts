// Pages by http(s): conditional requests, a time limit for the whole answer, a size limit counted while it arrives.
import { Failure } from '../../ports/failure.ts'
import type { FetchedPage, PageFetcher, PageValidators } from '../../ports/page-fetcher.ts'
import { joinAnswers, nextAddress, queryAnswer } from './mediawiki-continue.ts'
import { completeUrl } from './mediawiki-url.ts'

export interface FetchLimits {
  readonly milliseconds: number
  readonly bytes: number
}

const LIMITS: FetchLimits = { milliseconds: 30_000, bytes: 16 * 1024 * 1024 }
/** Parts of a MediaWiki answer that are asked for; one that goes on still is read so far, with a warning. */
const MOST_PARTS = 20
/** Answers that may be another one later: RFC 9110 §15.5.9, §15.6, RFC 6585 §4. */
const TRANSIENT = new Set([408, 425, 429, 500, 502, 503, 504])
const NO_TEXT = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|gzip|octet-stream)/i

/** A fetcher that names itself to servers as `agent`. */
export function pageFetcher(agent: string, limits: FetchLimits = LIMITS): PageFetcher {
  return {
    async fetchPage(url, known) {
      const doing = `fetching ${url}`
      const target = completeUrl(url)
      if (target === null) throw new Failure(doing, false, 'not an http(s) address')
      const signal = AbortSignal.timeout(limits.milliseconds)
      const ask = async (address: string, ifChanged: PageValidators | null, bytes: number) =>
        readAnswer(
          doing,
          await fetch(address, { headers: headersOf(agent, ifChanged), signal }),
          bytes,
          limits,
        )
      try {
        const page = await ask(target, known, limits.bytes)
        return page.kind === 'page'
          ? await readRest(target, page, (next, left) => ask(next, null, left), limits)
          : page
      } catch (error) {
        if (error instanceof Failure) throw error
        if (signal.aborted)
          throw new Failure(doing, true, `no whole answer within ${limits.milliseconds / 1000} s`)
        throw new Failure(doing, true, causeOf(error))
      }
    },
  }
}

function headersOf(agent: string, known: PageValidators | null): Record<string, string> {
  return {
    'User-Agent': agent,
    Accept: 'text/html, application/json, application/xml, text/*;q=0.9, */*;q=0.1',
    ...(known?.etag ? { 'If-None-Match': known.etag } : {}),
    ...(known?.lastModified ? { 'If-Modified-Since': known.lastModified } : {}),
  }
}

/** The parts of a MediaWiki answer that goes on, as one page; it has no validators, as they tell of the first part only. */
async function readRest(
  target: string,
  page: FetchedPage & { kind: 'page' },
  ask: (address: string, bytes: number) => Promise<FetchedPage>,
  limits: FetchLimits,
): Promise<FetchedPage> {
  const first = queryAnswer(target, page.text)
  if (first === null || nextAddress(target, first) === null) return page
  const parts = [first]
  let size = page.text.length
  while (parts.length < MOST_PARTS) {
    const next = nextAddress(target, parts.at(-1) ?? {})
    if (next === null) break
    const more = await ask(next, limits.bytes - size)
    const part = more.kind === 'page' ? queryAnswer(target, more.text) : null
    if (more.kind !== 'page' || part === null)
      throw new Failure(`fetching ${next}`, true, 'the answer does not go on')
    size += more.text.length
    parts.push(part)
  }
  return { ...page, text: joinAnswers(parts), validators: { etag: null, lastModified: null } }
}

async function readAnswer(
  doing: string,
  answer: Response,
  bytesLeft: number,
  limits: FetchLimits,
): Promise<FetchedPage> {
  if (answer.status === 304) return { kind: 'unchanged' }
  const type = answer.headers.get('content-type') ?? ''
  const refused = !answer.ok
    ? `the server answered ${answer.status} ${answer.statusText}`.trim()
    : NO_TEXT.test(type)
      ? `${type} is no text`
      : null
  if (refused !== null) {
    await answer.body?.cancel()
    throw new Failure(doing, TRANSIENT.has(answer.status), refused)
  }
  const bytes = await readBytes(doing, answer, bytesLeft, limits)
  return {
    kind: 'page',
    text: decode(bytes, /charset=["']?([\w-]{1,40})/i.exec(type)?.[1]),
    validators: { etag: answer.headers.get('etag'), lastModified: answer.headers.get('last-modified') },
    url: answer.url,
  }
}

async function readBytes(
  doing: string,
  answer: Response,
  most: number,
  limits: FetchLimits,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > most)
      throw new Failure(doing, false, `larger than ${Math.round(limits.bytes / 1024 / 1024)} MB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Uint8Array, charset: string | undefined): string {
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

/** The vendor hides what went wrong in a cause of the cause. */
function causeOf(error: unknown): unknown {
  const cause = (error as { cause?: unknown }).cause
  return cause instanceof Error && cause.message !== '' ? cause : error
}
