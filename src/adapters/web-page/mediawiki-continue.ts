// A MediaWiki API answers in parts when much was asked for: what to ask next, and the parts as one answer.
// https://www.mediawiki.org/wiki/API:Continue

/** A parsed answer of `action=query`. */
type Answer = Record<string, unknown>

/** The answer in a text, null when the address is no query to a MediaWiki API or the text no answer of one. */
export function queryAnswer(address: string, text: string): Answer | null {
  const url = new URL(address)
  if (!url.pathname.endsWith('/api.php') || url.searchParams.get('action') !== 'query') return null
  try {
    const value: unknown = JSON.parse(text)
    return isMapping(value) && isMapping(value['query']) ? value : null
  } catch {
    return null
  }
}

/** The address of the next part, null when the answer is whole. Older revisions of one page are no part of it. */
export function nextAddress(address: string, answer: Answer): string | null {
  const url = new URL(address)
  if (!isMapping(answer['continue']) || url.searchParams.has('rvlimit')) return null
  for (const [name, value] of Object.entries(answer['continue'])) url.searchParams.set(name, String(value))
  return url.href
}

/** All parts as one answer: each page once, from the part that has its text. A `continue` of the last one is kept. */
export function joinAnswers(parts: readonly Answer[]): string {
  const pages = new Map<string, unknown>()
  for (const page of parts.flatMap(pagesOf)) {
    const key = String(page['pageid'] ?? page['title'])
    if (!pages.has(key) || (Array.isArray(page['revisions']) && !hasText(pages.get(key))))
      pages.set(key, page)
  }
  const rest = parts.at(-1)?.['continue']
  return JSON.stringify({ ...(rest ? { continue: rest } : {}), query: { pages: [...pages.values()] } })
}

function pagesOf(answer: Answer): Answer[] {
  const pages = isMapping(answer['query']) ? answer['query']['pages'] : null
  return (Array.isArray(pages) ? pages : isMapping(pages) ? Object.values(pages) : []).filter(isMapping)
}

function hasText(page: unknown): boolean {
  return isMapping(page) && Array.isArray(page['revisions'])
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
