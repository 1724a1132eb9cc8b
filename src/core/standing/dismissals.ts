// Which statements were taken back: "that was no claim", said by its author, the person it names, or somebody with authority.
// A dismissal works backwards: from its own time on, the statement never was.
import { personKey } from '../model/person.ts'
import type { MailFact, StandingFact } from '../model/standing.ts'
import type { Roles } from './roles.ts'

/** `MESSAGE-ID` for a mail whose every statement is dismissed, `MESSAGE-ID type` for one kind of statement. */
export function findDismissed(facts: readonly StandingFact[], roles: Roles): ReadonlySet<string> {
  const found = new Set<string>()
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
    if (command.origin !== 'cli' && !concerned && !roles.hasAuthority(command.by)) continue
    found.add(type === undefined ? message : `${message} ${type}`)
  }
  return found
}
