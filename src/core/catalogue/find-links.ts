// Addresses of pages in a text, and the anchors by which pages name their own entries.

const URL = /(?:https?|git|ftp):\/\/[^\s<>"|`[\]{}\u00a0]{1,2000}/g
const ANCHOR = /(?:^|[.!?)\]]\s+)([A-Za-z][A-Za-z0-9_./-]{0,80}#[A-Za-z0-9][A-Za-z0-9_.%-]{0,120})$/

/** Every URL in order of appearance, once, without the punctuation of the sentence around it. */
export function findUrls(text: string): string[] {
  const found = new Set<string>()
  for (const match of text.matchAll(URL)) found.add(trimEnd(match[0]))
  return [...found]
}

/** Anchors such as `GSoC_2013#slug` that stand alone on a line or at its end, after a sentence. */
export function findAnchors(lines: readonly string[]): string[] {
  const found = new Set<string>()
  for (const line of lines) {
    const anchor = ANCHOR.exec(line.trim().slice(-250))?.[1]
    if (anchor !== undefined && !anchor.includes('//')) found.add(anchor.replace(/[.]+$/, ''))
  }
  return [...found]
}

function trimEnd(url: string): string {
  let end = url.length
  for (; end > 0; end--) {
    const last = url[end - 1] as string
    if (".,;:!?'*’”".includes(last)) continue
    if (last === ')' && !balanced(url.slice(0, end))) continue
    break
  }
  return url.slice(0, end)
}

function balanced(url: string): boolean {
  let open = 0
  for (const letter of url) open += letter === '(' ? 1 : letter === ')' ? -1 : 0
  return open >= 0
}
