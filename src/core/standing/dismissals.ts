// Which statements were taken back: "that was no claim", said by its author, the person it names, or somebody with authority.
// A dismissal works backwards: from its own time on, the statement never was.

import type { MailFact, StandingFact } from '../model/fact.ts'
import { personKey } from '../model/person.ts'
import type { Instant } from '../model/time.ts'
import type { Roles } from './roles.ts'

export interface Dismissals {
  /** `MESSAGE-ID` for a mail whose every statement is dismissed, `MESSAGE-ID type` for one kind of statement. */
  readonly statements: ReadonlySet<string>
  /** Ids of the commands that had the right to it. */
  readonly commands: ReadonlySet<string>
}

/** Dismissals among the facts by people who may. */
export function findDismissed(facts: readonly StandingFact[], roles: (at: Instant) => Roles): Dismissals {
  const found = { statements: new Set<string>(), commands: new Set<string>() }
  const commands = facts.filter((fact) => fact.kind === 'command' && fact.verb === 'dismiss')
  if (commands.length === 0) return found
  const mails = new Map<string, MailFact>()
  for (const fact of facts) if (fact.kind === 'mail') mails.set(fact.message, fact)
  for (const command of commands) {
    if (command.kind !== 'command' || !command.dismiss) continue
    const { message, type } = command.dismiss
    const mail = mails.get(message)
    const by = personKey(command.by)
    const concerned =
      mail !== undefined &&
      (personKey(mail.author) === by || mail.signals.some((signal) => personKey(signal.who) === by))
    if (command.origin !== 'cli' && !concerned && !roles(command.at).hasAuthority(command.by)) continue
    found.statements.add(type === undefined ? message : `${message} ${type}`)
    found.commands.add(command.id)
  }
  return found
}

/** Whether the statement was taken back. */
export function isDismissed(dismissed: Dismissals, message: string, type: string): boolean {
  const { statements } = dismissed
  return statements.size > 0 && (statements.has(message) || statements.has(`${message} ${type}`))
}
