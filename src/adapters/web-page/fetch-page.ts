// Pages by http(s): conditional requests, a time limit for the whole answer, a size limit counted while it arrives.
import { Failure } from '../../ports/failure.ts'
import type { FetchedPage, PageFetcher, PageValidators } from '../../ports/page-fetcher.ts'
import { completeUrl } from './mediawiki-url.ts'

export interface FetchLimits {
  readonly milliseconds: number
  readonly bytes: number
}

const LIMITS: FetchLimits = { milliseconds: 30_000, bytes: 16 * 1024 * 1024 }
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
      try {
        return await readAnswer(
          doing,
          await fetch(target, { headers: headersOf(agent, known), signal }),
          limits,
        )
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

async function readAnswer(doing: string, answer: Response, limits: FetchLimits): Promise<FetchedPage> {
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
  const bytes = await readBytes(doing, answer, limits.bytes)
  return {
    kind: 'page',
    text: decode(bytes, /charset=["']?([\w-]{1,40})/i.exec(type)?.[1]),
    validators: { etag: answer.headers.get('etag'), lastModified: answer.headers.get('last-modified') },
    url: answer.url,
  }
}

async function readBytes(doing: string, answer: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > most) throw new Failure(doing, false, `larger than ${Math.round(most / 1024 / 1024)} MB`)
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
