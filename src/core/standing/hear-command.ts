// One command about the entry → what it moves, by who gave it: anybody for himself, mentors and maintainers for others.
// Whether the sender is who he says is settled before; a command without right to it leaves no trace here.

import type { CommandFact, EntryVerb } from '../model/fact.ts'
import { personKey } from '../model/person.ts'
import type { Evidence } from '../model/standing.ts'
import { adoptName, confirmHearsay } from './adopt-name.ts'
import { finishWork } from './completion.ts'
import { addEvent, type Fold, type MoveDetail, moveClaim } from './fold.ts'
import { assignTo } from './hear-mail.ts'
import { LIVING, type Move } from './transitions.ts'

/** Verbs that move the claim of the person meant: what one may do for oneself, and what with authority for another. */
const CLAIM_VERBS: Readonly<Partial<Record<EntryVerb, { self: Move; other: Move }>>> = {
  claim: { self: 'claim', other: 'assign' },
  assign: { self: 'claim', other: 'assign' },
  progress: { self: 'progress', other: 'progress' },
  release: { self: 'release', other: 'unassign' },
  unassign: { self: 'release', other: 'unassign' },
}

/** Takes one command into the fold. */
export function hearCommand(fold: Fold, command: CommandFact): void {
  const detail: MoveDetail = { at: command.at, evidence: commandEvidence(command) }
  adoptName(fold, command.by)
  const who = fold.names.resolve(command.who ?? command.by, [])
  const isSelf = personKey(who) === personKey(command.by)
  const hasAuthority = command.origin === 'cli' || fold.roles.hasAuthority(command.by)
  const moves = CLAIM_VERBS[command.verb]
  if (moves) {
    if (isSelf) {
      moveClaim(fold, who, moves.self, detail)
      confirmHearsay(fold, who)
    } else if (hasAuthority) {
      assignTo(fold, who, moves.other, detail)
    } else if (moves.other === 'assign') {
      fold.hearsay.set(personKey(who), { who, by: command.by, evidence: detail.evidence })
    }
    return
  }
  if (command.verb === 'dismiss') {
    if (fold.dismissed.commands.has(command.id)) addEvent(fold, detail, 'dismissed', command.by, null, null)
  } else if (command.verb === 'snooze' && (isSelf || hasAuthority)) {
    snooze(fold, personKey(who), command, detail)
  } else if (command.verb === 'done') {
    const held = fold.claims.get(personKey(who))
    if (hasAuthority || (isSelf && held && LIVING.has(held.state))) {
      finishWork(fold, held && LIVING.has(held.state) ? who : null, 'complete', detail)
    }
  } else if (hasAuthority) {
    changeEntry(fold, command, detail)
  }
}

function snooze(fold: Fold, key: string, command: CommandFact, detail: MoveDetail): void {
  const held = fold.claims.get(key)
  if (!held || !LIVING.has(held.state) || command.until === undefined) return
  if (!Number.isFinite(command.until)) return
  moveClaim(fold, held.who, 'write', detail)
  held.snoozedUntil = command.until
  addEvent(fold, detail, 'snoozed', held.who, held.state, held.state)
}

function changeEntry(fold: Fold, command: CommandFact, detail: MoveDetail): void {
  switch (command.verb) {
    case 'verify':
      fold.verified = Math.max(command.at, fold.verified ?? command.at)
      addEvent(fold, detail, 'verified', command.by, null, null)
      break
    case 'retire':
      if (!fold.retired) addEvent(fold, detail, 'retired', null, null, 'retired')
      fold.retired = { evidence: detail.evidence, by: 'command' }
      break
    case 'reopen':
      if (!fold.retired && !fold.done && !fold.unavailable) break
      addEvent(fold, detail, 'reopened', null, null, null)
      fold.retired = null
      fold.done = null
      fold.release = null
      fold.unavailable = null
      break
    default:
  }
}

function commandEvidence(command: CommandFact): Evidence {
  const text = command.who ? `${command.verb} ${command.who.name || command.who.address}` : command.verb
  return { text, source: command.id, kind: 'command', at: command.at, lists: [] }
}
