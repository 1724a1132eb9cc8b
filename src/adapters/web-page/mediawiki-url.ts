// Short addresses of MediaWiki made whole: `…/api.php?titles=A|B` asks for the wikitext of these pages.

const QUERY: Readonly<Record<string, string>> = {
  action: 'query',
  prop: 'revisions',
  rvprop: 'ids|timestamp|content',
  rvslots: 'main',
  formatversion: '2',
  format: 'json',
}

/** The address to ask; null when it is not http or https. */
export function completeUrl(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  if (url.pathname.endsWith('/api.php') && url.searchParams.has('titles') && !url.searchParams.has('action'))
    for (const [name, value] of Object.entries(QUERY))
      if (!url.searchParams.has(name)) url.searchParams.set(name, value)
  url.hash = ''
  return url.href
}
