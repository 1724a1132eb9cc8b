// Links that mails may carry: into the archives of watched lists and to the catalogue's own pages, nothing else.
import type { CatalogueEntry } from '../model/entry.ts'
import type { ListId } from '../model/ids.ts'
import { archiveLink, type MailingList } from '../model/list.ts'

/** Archive page of a mail on the first of `seenOn` that has an archive, `preferred` first; null when none has. */
export function mailLink(
  id: string,
  seenOn: readonly ListId[],
  lists: readonly MailingList[],
  preferred: ListId | null = null,
): string | null {
  const wellFormed = id.replace(/[\ud800-\udfff]/gu, '\ufffd')
  const order = preferred !== null && seenOn.includes(preferred) ? [preferred, ...seenOn] : seenOn
  for (const name of order) {
    const list = lists.find((known) => known.id === name)
    const link = list ? archiveLink(list, wellFormed) : null
    if (link) return link
  }
  return null
}

/** The first http(s) address of the entry's own pages, null when it has none that is plain. */
export function pageLink(entry: Pick<CatalogueEntry, 'urls'>): string | null {
  return (
    entry.urls.find((url) => /^https?:\/\/[!-;=?-Z\\^-z~%[\]]{1,400}$/i.test(url) && !/["'<>\\]/.test(url)) ??
    null
  )
}
