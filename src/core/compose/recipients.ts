// Who may get a mail: in go an outbox row's recipients and the rule for its kind, out comes null or the reason against.
// Asked when a row is made and again before it is sent, so that no mail that came in can widen the circle.

/** Everything that recipients are judged by; addresses in lower case. */
export interface RecipientRule {
  readonly kind: 'digest' | 'answer' | 'notice'
  /** The only addresses this mail may go to. */
  readonly allowed: readonly string[]
  /** Our own addresses. */
  readonly own: readonly string[]
  /** Addresses of watched lists: only digests may go there. */
  readonly lists: readonly string[]
}

export type RecipientRefusal =
  | 'not-one-recipient'
  | 'odd-address'
  | 'not-allowed'
  | 'own-address'
  | 'list-address'
  | 'role-address'

/** Null when every recipient is allowed. One mail has one recipient. */
export function refuseRecipients(to: readonly string[], rule: RecipientRule): RecipientRefusal | null {
  const [address, ...others] = to
  if (address === undefined || others.length > 0) return 'not-one-recipient'
  if (!isPlainAddress(address)) return 'odd-address'
  if (rule.own.includes(address)) return 'own-address'
  if (!rule.allowed.includes(address)) return 'not-allowed'
  if (rule.kind === 'digest') return null
  if (rule.lists.includes(address)) return 'list-address'
  return isRoleAddress(address) ? 'role-address' : null
}

/**
 * One plain addr-spec in lower case: one `@`, ASCII, no quotes, commas, blanks, comments or controls, at most 254
 * characters (RFC 5321 §4.5.3.1). Legal but odd forms are refused on purpose: mailers disagree about them.
 */
export function isPlainAddress(address: string): boolean {
  const at = address.indexOf('@')
  if (at < 1 || at > 64 || address.length > 254) return false
  return (
    /^[a-z0-9!#$%&*+/=?^_{|}~-]+(?:\.[a-z0-9!#$%&*+/=?^_{|}~-]+)*$/.test(address.slice(0, at)) &&
    /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/.test(address.slice(at + 1))
  )
}

const ROLES =
  /^(?:mailer-daemon|postmaster|hostmaster|root|daemon|nobody|null|listserv|listproc|majordomo|sympa|smartlist|mailman|bounces?|autoreply|auto-?responder|vacation|out-?of-?office|notifications?|(?:do-?not-?|no-?)reply)(?:[+=._-].*)?$/
const LIST_ROLES =
  /^owner-|-(?:owner|request|bounces?|confirm|subscribe|unsubscribe|join|leave|admin|errors)(?:[+=].*)?$/

/** An address that a program answers, or a list's helper (RFC 2142, RFC 3834 §2): never a person to be answered. */
export function isRoleAddress(address: string): boolean {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase()
  return ROLES.test(local) || LIST_ROLES.test(local)
}
