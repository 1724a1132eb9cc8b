// Where an evidence can be looked up: the archive's page of a mail, else the name of what said it.
import { archiveLink, type MailingList } from '../core/model/list.ts'
import type { Evidence } from '../core/model/standing.ts'

/** The archive link of an evidence's mail, or its source where there is none. */
export function sourceLink(evidence: Evidence, lists: readonly MailingList[]): string {
  if (evidence.kind === 'commit') return `commit ${evidence.source}`
  if (evidence.kind === 'command' || evidence.kind === 'relink') return `command ${evidence.source}`
  if (evidence.kind !== 'mail') return evidence.source
  for (const list of lists)
    if (evidence.lists.includes(list.id)) return archiveLink(list, evidence.source) ?? evidence.source
  return evidence.source
}
