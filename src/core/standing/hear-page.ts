// What a page says → moves: students are claims, signed comments interest, its own state stands beside the list's.

import type { CatalogueFact } from '../model/fact.ts'
import { personKey } from '../model/person.ts'
import type { Evidence } from '../model/standing.ts'
import { addEvent, type Fold, moveClaim } from './fold.ts'
import type { Step } from './steps.ts'

/** Takes a revision of the page into the fold. */
export function hearPage(fold: Fold, page: CatalogueFact): void {
  const evidence: Evidence = {
    text: page.state ?? '',
    source: `${page.page}:${page.line}`,
    kind: 'catalogue',
    at: page.at,
    lists: [],
  }
  if (page.state !== fold.pageState) {
    // A page without any date tells no change, only how things are.
    if (page.at !== 0)
      addEvent(fold, { at: page.at, evidence }, 'page-state', null, fold.pageState, page.state)
    fold.pageState = page.state
  }
  if (page.retired && !fold.retired) {
    fold.retired = { evidence, by: 'page' }
    addEvent(fold, { at: page.at, evidence }, 'retired', null, null, 'retired')
  } else if (!page.retired && fold.retired?.by === 'page') {
    fold.retired = null
    addEvent(fold, { at: page.at, evidence }, 'reopened', null, null, null)
  }
  if (page.verified !== null && page.verified <= page.at) {
    fold.verified = Math.max(page.verified, fold.verified ?? page.verified)
  }
  fold.page = page
}

/** Takes a student's name or a signed comment into the fold. */
export function hearNaming(fold: Fold, step: Extract<Step, { evidence: Evidence }>): void {
  const who = fold.names.resolve(step.who, [])
  const detail = { at: step.at, evidence: step.evidence }
  if (step.kind === 'comment') {
    moveClaim(fold, who, 'interest', detail)
  } else if (step.kind === 'student') {
    const known = fold.claims.has(personKey(who))
    const held = moveClaim(fold, who, 'name-on-page', detail)
    if (held && !known) held.onlyOnPage = true
  } else if (fold.claims.get(personKey(who))?.onlyOnPage) {
    moveClaim(fold, who, 'drop-from-page', { ...detail, ownSign: false })
  }
}
