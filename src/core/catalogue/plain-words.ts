// The words of a piece of Markdown without its marks, so that the same text read from different forms compares equal.

/** List marks, emphasis, link targets, code fences and footnote numbers taken off, blanks collapsed. */
export function plainWords(markdown: string | null): string {
  return (markdown ?? '')
    .split('\n')
    .filter((line) => !line.startsWith('```'))
    .map((line) => line.replace(/^\s{0,40}(?:[-*+]|\d{1,3}\.)\s/, ''))
    .join(' ')
    .replace(/\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)/g, '$1')
    .replace(/\[\d{1,2}\]/g, ' ')
    .replace(/[*`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
